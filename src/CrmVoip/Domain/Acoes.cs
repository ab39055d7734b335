namespace CrmVoip.Domain;

/// <summary>Every action the records know. A test holds the code to it: no action is written that is not named here.</summary>
public static class Acoes
{
    public const string OportunidadeCriada = "oportunidade.criada";
    public const string OportunidadeEditada = "oportunidade.editada";
    public const string OportunidadeMovida = "oportunidade.movida";
    public const string OportunidadeGanha = "oportunidade.ganha";
    public const string OportunidadePerdida = "oportunidade.perdida";
    public const string OportunidadeReaberta = "oportunidade.reaberta";
    public const string OportunidadePedida = "oportunidade.pedida";
    public const string OportunidadePassada = "oportunidade.passada";
    public const string PedidoRecusado = "oportunidade.pedido_recusado";

    public const string ContatoCriado = "contato.criado";
    public const string ContatoEditado = "contato.editado";
    public const string TelefoneIncluido = "contato.telefone_incluido";
    public const string TelefoneAlterado = "contato.telefone_alterado";
    public const string TelefoneRemovido = "contato.telefone_removido";
    public const string TelefonePrincipal = "contato.telefone_principal";
    public const string TelefoneErrado = "contato.telefone_errado";
    public const string TelefoneCerto = "contato.telefone_certo";
    public const string NaoLigarMarcado = "contato.nao_ligar_marcado";
    public const string NaoLigarRetirado = "contato.nao_ligar_retirado";

    public const string TarefaCriada = "tarefa.criada";
    public const string TarefaEditada = "tarefa.editada";
    public const string TarefaAdiada = "tarefa.adiada";
    public const string TarefaConcluida = "tarefa.concluida";
    public const string TarefaReaberta = "tarefa.reaberta";
    public const string TarefaExcluida = "tarefa.excluida";

    public const string ImportacaoConcluida = "importacao.concluida";
    public const string ImportacaoDesfeita = "importacao.desfeita";

    public const string LigacaoIniciada = "ligacao.iniciada";
    public const string LigacaoEncerrada = "ligacao.encerrada";
    public const string LigacaoReclassificada = "ligacao.reclassificada";
    public const string LigacaoRetomada = "ligacao.retomada";
    public const string LigacaoDeFora = "ligacao.fora_do_crm";
    public const string LigacaoAMao = "ligacao.a_mao";
    public const string LigacaoTrazida = "ligacao.trazida";
    public const string LigacaoVinculada = "ligacao.vinculada";
    public const string LigacaoCorrigida = "ligacao.corrigida";
    public const string LigacoesApagadas = "ligacoes.apagadas";
    public const string GravacaoOuvida = "gravacao.ouvida";
    public const string TelefoneCredenciais = "telefone.credenciais";

    public const string ConexaoSalva = "conexao.salva";
    public const string ConexaoDesfeita = "conexao.desfeita";
    public const string ConexaoRecusada = "conexao.recusada";
    public const string ConexaoRestabelecida = "conexao.restabelecida";

    public const string RamalSalvo = "ramal.salvo";
    public const string RamalAtribuido = "ramal.atribuido";
    public const string RamalImportado = "ramal.importado";
    public const string RamalConfirmado = "ramal.confirmado";
    public const string RamalProvado = "ramal.provado";
    public const string RamalDesativado = "ramal.desativado";
    public const string RamalAtivado = "ramal.ativado";
    public const string RamalRevogado = "ramal.revogado";

    public const string OrganizacaoCriada = "organizacao.criada";
    public const string ConviteCriado = "convite.criado";
    public const string ConviteRenovado = "convite.renovado";
    public const string ConviteRevogado = "convite.revogado";
    public const string ConviteAceito = "convite.aceito";
    public const string MembroPapel = "membro.papel";
    public const string MembroDesativado = "membro.desativado";
    public const string MembroReativado = "membro.reativado";

    public const string NotaEscrita = "nota.escrita";
    public const string NotaEditada = "nota.editada";
    public const string NotaRetirada = "nota.retirada";
    public const string NotaDevolvida = "nota.devolvida";

    public const string EtapaIncluida = "etapa.incluida";
    public const string EtapaRenomeada = "etapa.renomeada";
    public const string EtapaReordenada = "etapa.reordenada";
    public const string EtapaArquivada = "etapa.arquivada";
    public const string MotivoIncluido = "motivo.incluido";
    public const string MotivoRenomeado = "motivo.renomeado";
    public const string MotivoReordenado = "motivo.reordenado";
    public const string MotivoArquivado = "motivo.arquivado";
    public const string MotivoRestaurado = "motivo.restaurado";
    public const string ResultadoIncluido = "resultado.incluido";
    public const string ResultadoAlterado = "resultado.alterado";
    public const string ResultadoReordenado = "resultado.reordenado";
    public const string ResultadoArquivado = "resultado.arquivado";
    public const string ResultadoRestaurado = "resultado.restaurado";

    public const string SegundoFatorExigido = "segundo_fator.exigido";

    public const string AuditoriaExportada = "auditoria.exportada";
    public const string ListaExportada = "lista.exportada";

    /// <summary>Facts about an account, kept in eventos_de_conta.</summary>
    public static class Conta
    {
        public const string Criada = "conta.criada";
        public const string Entrou = "conta.entrou";
        public const string Recusada = "conta.recusada";
        public const string Bloqueada = "conta.bloqueada";
        public const string Saiu = "conta.saiu";
        public const string SaiuDeTudo = "conta.saiu_de_tudo";
        public const string SessaoEncerrada = "conta.sessao_encerrada";
        public const string DispositivoNovo = "conta.dispositivo_novo";
        public const string SenhaTrocada = "conta.senha_trocada";
        public const string RecuperacaoPedida = "conta.recuperacao_pedida";
        public const string SenhaRedefinida = "conta.senha_redefinida";
        public const string EmailConfirmado = "conta.email_confirmado";
        public const string SegundoFatorLigado = "conta.segundo_fator_ligado";
        public const string SegundoFatorDesligado = "conta.segundo_fator_desligado";
        public const string CodigosTrocados = "conta.codigos_trocados";
        public const string CodigoDeRecuperacaoUsado = "conta.codigo_usado";
        public const string ChaveIncluida = "conta.chave_incluida";
        public const string ChaveRemovida = "conta.chave_removida";
    }
}
