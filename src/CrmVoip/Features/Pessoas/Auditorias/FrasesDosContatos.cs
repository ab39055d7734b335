using CrmVoip.Domain.Atividades;
using CrmVoip.Web;
using static CrmVoip.Features.Pessoas.Auditorias.FraseDoFato;

namespace CrmVoip.Features.Pessoas.Auditorias;

internal static class FrasesDosContatos
{
    public static readonly IReadOnlyList<FraseDoFato> Todas =
    [
        FraseDoFato.De<ContatoCriado>(Assunto.Contatos, (_, _) => "Criou um contato"),
        FraseDoFato.De<ContatoEditado>(Assunto.Contatos, (a, _) => $"Alterou {a.CamposEmPalavras()} de um contato"),
        FraseDoFato.De<TelefoneIncluido>(Assunto.Contatos, (a, _) => $"Incluiu o telefone {Numero(a)} em um contato"),
        FraseDoFato.De<TelefoneAlterado>(Assunto.Contatos, (a, _) => $"Alterou o telefone{Com(" de ", Formato.TelefoneSeHouver(a.De))} para {Numero(a)} em um contato"),
        FraseDoFato.De<TelefoneRemovido>(Assunto.Contatos, (a, _) => $"Removeu o telefone {Numero(a)} de um contato"),
        FraseDoFato.De<TelefonePrincipal>(Assunto.Contatos, (a, _) => $"Tornou {Numero(a)} o telefone principal de um contato"),
        FraseDoFato.De<TelefoneErrado>(Assunto.Contatos, (a, _) => $"Marcou {Numero(a)} como número errado"),
        FraseDoFato.De<TelefoneCerto>(Assunto.Contatos, (a, _) => $"Desmarcou {Numero(a)} como número errado"),
        FraseDoFato.De<NaoLigarMarcado>(Assunto.Contatos, (a, _) => $"Marcou {Numero(a)} como “não ligar”"),
        FraseDoFato.De<NotaEscrita>(Assunto.Contatos, (_, _) => "Escreveu uma nota"),
        FraseDoFato.De<NotaEditada>(Assunto.Contatos, (_, _) => "Editou uma nota"),
        FraseDoFato.De<NotaRetirada>(Assunto.Contatos, (_, _) => "Excluiu uma nota"),
        FraseDoFato.De<NotaDevolvida>(Assunto.Contatos, (_, _) => "Desfez a exclusão de uma nota"),
        FraseDoFato.De<NaoLigarRetirado>(Assunto.Contatos, (a, _) => $"Liberou ligações para {Numero(a)}, que estava como “não ligar”"),
        FraseDoFato.De<ImportacaoConcluida>(Assunto.Contatos, (a, _) =>
            $"Importou “{a.Nome}”: {Formato.Inteiro(a.Criadas)} criados, {Formato.Inteiro(a.Completadas)} completados, {Formato.Inteiro(a.Puladas)} pulados, {Formato.Inteiro(a.Recusadas)} recusados"),
        FraseDoFato.De<ImportacaoDesfeita>(Assunto.Contatos, (a, _) =>
            $"Desfez a importação “{a.Nome}”: {Formato.Inteiro(a.Desfeitas)} contatos removidos, {Formato.Inteiro(a.Mantidas)} mantidos"),
    ];

    private static string Numero(AtividadeDoTelefone atividade) => Formato.TelefoneSeHouver(atividade.Numero) ?? "sem número";
}
