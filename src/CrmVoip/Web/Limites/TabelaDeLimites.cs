using Microsoft.AspNetCore.Mvc.Controllers;

namespace CrmVoip.Web.Limites;

/// <summary>
/// How often each route may be asked: route × key × limit, the one place where that stands. A route that is not here keeps the
/// narrowest of its kind, and fails the tests. Limits of the organization stand beside those of the person, so that one
/// organization's flood takes nothing from others.
/// </summary>
public static class TabelaDeLimites
{
    /// <summary>A password, a second factor or a new account is judged: slow on purpose, and guessed at.</summary>
    public static readonly Limite Entrar = new(nameof(Entrar), PorQuem.Endereco, 0, Compartilhado: true) { DeEntrada = true };

    public static readonly Limite Cadastrar = new(nameof(Cadastrar), PorQuem.Endereco, 0, Compartilhado: true) { DeEntrada = true };

    public static readonly Limite CriarOrganizacao = new(nameof(CriarOrganizacao), PorQuem.Pessoa, 5, Compartilhado: true);

    /// <summary>Something is mailed to an address that somebody typed.</summary>
    public static readonly Limite Correio = new(nameof(Correio), PorQuem.Endereco, 0, Compartilhado: true) { DeEntrada = true };

    public static readonly Limite Convidar = new(nameof(Convidar), PorQuem.Pessoa, 30, Compartilhado: true);

    /// <summary>An invitation's secret is in the address.</summary>
    public static readonly Limite AbrirConvite = new(nameof(AbrirConvite), PorQuem.Endereco, 0) { DeEntrada = true };

    /// <summary>Wrong secrets alone: the provider sends the webhooks of all organizations from few addresses.</summary>
    public static readonly Limite SegredoDoGancho = new(nameof(SegredoDoGancho), PorQuem.Endereco, 60, Compartilhado: true);

    private static readonly Limite[] _ganchos = [new("Gancho", PorQuem.Conexao, 1_200), new("Ganchos", PorQuem.Endereco, 60_000)];

    /// <summary>Asks the provider, which counts too.</summary>
    private static readonly Limite[] _provedor = [new("Provedor", PorQuem.Pessoa, 120), new("ProvedorDaOrganizacao", PorQuem.Organizacao, 1_200)];

    private static readonly Limite[] _listasDoProvedor = [new("ListasDoProvedor", PorQuem.Pessoa, 30), new("ListasDoProvedorDaOrganizacao", PorQuem.Organizacao, 120)];

    private static readonly Limite[] _exportar = [new("Exportar", PorQuem.Pessoa, 10), new("ExportarDaOrganizacao", PorQuem.Organizacao, 20)];

    private static readonly Limite[] _escrita = [new("Escrita", PorQuem.Pessoa, 300), new("EscritaDaOrganizacao", PorQuem.Organizacao, 6_000)];

    /// <summary>What the page's telephone reports by itself, also all at once when it was away.</summary>
    private static readonly Limite[] _telefone = [new("Telefone", PorQuem.Pessoa, 600), new("TelefoneDaOrganizacao", PorQuem.Organizacao, 12_000)];

    private static readonly Limite[] _leitura = [new("Leitura", PorQuem.Pessoa, 600), new("LeituraDaOrganizacao", PorQuem.Organizacao, 20_000)];

    /// <summary>Of an account, or of nobody yet.</summary>
    private static readonly Limite[] _conta = [new("Conta", PorQuem.Pessoa, 300)];

    private static readonly (Limite[] Limites, string[] Rotas)[] _linhas =
    [
        (
            [Entrar],
            [
                "POST /conta/entrar", "POST /conta/redefinir/{usuarioId:guid}/{token}", "POST /conta/seguranca", "POST /conta/seguranca/sair-de-tudo",
                "POST /conta/entrar/codigo", "POST /conta/entrar/recuperacao", "POST /conta/entrar/chave", "POST /conta/chave/opcoes",
                "POST /conta/provar", "POST /conta/reentrar", "POST /conta/reentrar/codigo", "POST /conta/reentrar/chave", "POST /conta/seguranca/duas-etapas/ligar", "POST /conta/seguranca/duas-etapas/desligar",
            ]),
        ([Cadastrar], ["POST /conta/criar", "POST /conta/criar/{id:guid}/{token}"]),
        ([AbrirConvite, Cadastrar], ["POST /conta/convite/{organizacaoId:guid}/{id:guid}/{segredo}/conta"]),
        (
            [AbrirConvite],
            [
                "GET /conta/convite/{organizacaoId:guid}/{id:guid}/{segredo}", "POST /conta/convite/{organizacaoId:guid}/{id:guid}/{segredo}",
                "POST /conta/convite/{organizacaoId:guid}/{id:guid}/{segredo}/sair",
            ]),
        ([AbrirConvite, Correio], ["POST /conta/convite/{organizacaoId:guid}/{id:guid}/{segredo}/enviar"]),
        ([CriarOrganizacao], ["POST /conta/organizacoes/criar"]),
        ([Correio], ["POST /conta/recuperar"]),
        ([Convidar], ["POST /conta/confirmar"]),
        ([Convidar, .. _escrita], ["POST /convites/criar", "POST /convites/{id:guid}/renovar"]),
        (
            _conta,
            [
                "GET /", "GET /conta/entrar", "GET /conta/criar", "GET /conta/recuperar", "GET /conta/redefinir/{usuarioId:guid}/{token}", "GET /conta/continuar",
                "GET /conta/organizacoes", "GET /conta/organizacoes/criar", "POST /conta/organizacoes/{slug}", "POST /conta/sair", "GET /conta/seguranca",
                "GET /conta/seguranca/sair-de-tudo", "POST /conta/seguranca/sessoes/{id:guid}/encerrar",
                "GET /conta/criar/{id:guid}/{token}", "GET /conta/confirmar/{token}", "POST /conta/confirmar/{token}",
                "GET /conta/entrar/codigo", "GET /conta/entrar/recuperacao", "GET /conta/provar", "GET /conta/reentrar",
                "GET /conta/seguranca/duas-etapas", "POST /conta/seguranca/duas-etapas/comecar", "GET /conta/seguranca/duas-etapas/ligar",
                "POST /conta/seguranca/duas-etapas/codigos", "GET /conta/seguranca/duas-etapas/desligar",
                "GET /conta/seguranca/chaves", "POST /conta/seguranca/chaves/opcoes", "POST /conta/seguranca/chaves", "GET /conta/seguranca/chaves/{id}",
                "POST /conta/seguranca/chaves/{id}", "GET /conta/seguranca/chaves/{id}/remover", "POST /conta/seguranca/chaves/{id}/remover",
            ]),
        (_ganchos, ["POST /ganchos/api4com/{organizacaoId:guid}/{segredo}"]),
        (
            _provedor,
            [
                "POST /telefonia/credenciais", "GET /telefonia/linha", "POST /telefonia/validate", "POST /telefonia/validate-extension",
                "GET /telefonia/recordings/{ligacaoId:guid}", "POST /ligacoes/{id:guid}/discar", "POST /ligacoes/{id:guid}/desligar",
            ]),
        (
            _listasDoProvedor,
            [
                "POST /ramais", "POST /ramais/conferir", "POST /ramais/sugestao", "GET /ramais/organizacao/api4com", "POST /ramais/organizacao/importar", "POST /conexoes/api4com",
                "POST /conexoes/api4com/testar", "POST /conexoes/api4com/desconectar",
            ]),
        (_exportar, ["GET /auditoria/exportar", "GET /contatos/exportar", "GET /ligacoes/exportar", "GET /oportunidades/exportar", "GET /importacoes/{id:guid}/recusadas", "POST /importacoes/criar"]),
        (
            _telefone,
            [
                "POST /ligacoes", "GET /ligacoes/{id:guid}", "POST /ligacoes/{id:guid}/eventos", "POST /ligacoes/{id:guid}/batimento", "PUT /ligacoes/{id:guid}/notas",
                "GET /ligacoes/perdidas",
            ]),
        (
            _escrita,
            [
                "POST /ligacoes/{id:guid}/correcao",
                "POST /convites/{id:guid}/revogar", "POST /membros/segundo-fator", "POST /membros/{id:guid}/papel", "POST /membros/{id:guid}/desativar", "POST /membros/{id:guid}/reativar",
                "POST /ramais/organizacao/{id:guid}/confirmar", "POST /ramais/organizacao/atribuir", "POST /ramais/organizacao/{id:guid}/status/{status}", "POST /ramais/organizacao/{id:guid}/revogar",
                "POST /contatos/criar", "POST /contatos/{id:guid}/dados",
                "POST /importacoes/{id:guid}/colunas", "POST /importacoes/{id:guid}/importar", "POST /importacoes/{id:guid}/descartar", "POST /importacoes/{id:guid}/desfazer",
                "POST /contatos/{id:guid}/telefones", "POST /contatos/{id:guid}/telefones/{telefoneId:guid}", "POST /contatos/{id:guid}/telefones/{telefoneId:guid}/remover",
                "POST /contatos/{id:guid}/telefones/{telefoneId:guid}/principal", "POST /contatos/{id:guid}/telefones/{telefoneId:guid}/errado", "POST /contatos/{id:guid}/telefones/{telefoneId:guid}/certo",
                "POST /contatos/{id:guid}/telefones/{telefoneId:guid}/nao-ligar", "POST /contatos/{id:guid}/telefones/{telefoneId:guid}/liberar",
                "POST /contatos/{id:guid}/notas", "POST /contatos/{id:guid}/notas/{notaId:guid}", "POST /contatos/{id:guid}/notas/{notaId:guid}/fixar", "POST /contatos/{id:guid}/notas/{notaId:guid}/soltar",
                "POST /contatos/{id:guid}/notas/{notaId:guid}/excluir", "POST /contatos/{id:guid}/notas/{notaId:guid}/devolver",
                "POST /recados/vistos", "POST /oportunidades/{id:guid}/notas", "POST /oportunidades/{id:guid}/notas/{notaId:guid}", "POST /oportunidades/{id:guid}/notas/{notaId:guid}/fixar",
                "POST /oportunidades/{id:guid}/notas/{notaId:guid}/soltar", "POST /oportunidades/{id:guid}/notas/{notaId:guid}/excluir", "POST /oportunidades/{id:guid}/notas/{notaId:guid}/devolver",
                "POST /tarefas/criar", "POST /tarefas/rapida", "POST /tarefas/{id:guid}/editar", "POST /tarefas/{id:guid}/excluir", "POST /tarefas/{id:guid}/concluir",
                "POST /tarefas/{id:guid}/reabrir", "POST /tarefas/{id:guid}/adiar",
                "POST /oportunidades/lote/mover", "POST /oportunidades/lote/passar", "POST /oportunidades/lote/perder", "POST /oportunidades/lote/desfazer",
                "POST /oportunidades/criar", "POST /oportunidades/rapida", "POST /oportunidades/{id:guid}/editar", "POST /oportunidades/{id:guid}/resumo",
                "POST /oportunidades/{id:guid}/etapa", "POST /oportunidades/{id:guid}/posicao", "POST /oportunidades/{id:guid}/ganhar", "POST /oportunidades/{id:guid}/perder",
                "POST /oportunidades/{id:guid}/reabrir", "POST /oportunidades/{id:guid}/pedido", "POST /oportunidades/{id:guid}/pedido/passar", "POST /oportunidades/{id:guid}/pedido/recusar",
                "POST /configuracoes/etapas/criar", "POST /configuracoes/etapas/{id:guid}", "POST /configuracoes/etapas/{id:guid}/subir", "POST /configuracoes/etapas/{id:guid}/descer",
                "POST /configuracoes/etapas/{id:guid}/arquivar", "POST /configuracoes/motivos/criar", "POST /configuracoes/motivos/{id:guid}", "POST /configuracoes/motivos/{id:guid}/subir",
                "POST /configuracoes/motivos/{id:guid}/descer", "POST /configuracoes/motivos/{id:guid}/arquivar", "POST /configuracoes/motivos/{id:guid}/restaurar",
                "POST /configuracoes/resultados/criar", "POST /configuracoes/resultados/{id:guid}", "POST /configuracoes/resultados/{id:guid}/subir",
                "POST /configuracoes/resultados/{id:guid}/descer", "POST /configuracoes/resultados/{id:guid}/arquivar", "POST /configuracoes/resultados/{id:guid}/restaurar",
                "POST /oportunidades/{id:guid}/ligacoes/registrar", "POST /contatos/{id:guid}/ligacoes/registrar",
                "POST /oportunidades/{id:guid}/ligacoes/{ligacaoId:guid}/trazer",
                "POST /oportunidades/{id:guid}/ligacoes/{ligacaoId:guid}/registro/{registroId:guid}",
            ]),
        (
            _leitura,
            [
                "GET /importacoes", "GET /importacoes/criar", "GET /importacoes/{id:guid}", "GET /importacoes/{id:guid}/colunas", "GET /importacoes/{id:guid}/desfazer",
                "GET /contatos", "GET /contatos/criar", "GET /contatos/{id:guid}", "GET /contatos/{id:guid}/historico", "GET /contatos/{id:guid}/ligacoes", "GET /contatos/{id:guid}/notas", "GET /contatos/{id:guid}/notas/{notaId:guid}",
                "GET /oportunidades/{id:guid}/notas", "GET /oportunidades/{id:guid}/notas/{notaId:guid}",
                "GET /recados", "GET /recados/novos", "GET /recados/pessoas", "GET /hoje", "GET /tarefas", "GET /tarefas/criar", "GET /tarefas/{id:guid}/editar", "GET /tarefas/{id:guid}/excluir", "GET /oportunidades/{id:guid}/tarefas",
                "GET /contatos/{id:guid}/tarefas", "GET /ligacoes/retornos",
                "GET /auditoria", "GET /busca", "GET /ligacoes", "GET /ligacoes/numeros", "GET /ligacoes/{id:guid}/anotacao", "GET /ligacoes/{id:guid}/correcao", "GET /conexoes", "GET /conexoes/api4com", "GET /conexoes/api4com/desconectar", "GET /convites/criar",
                "GET /convites/{id:guid}/revogar", "GET /desenvolvimento/design", "GET /membros", "GET /novidades", "GET /membros/segundo-fator", "GET /membros/{id:guid}/papel", "GET /membros/{id:guid}/desativar",
                "GET /membros/{id:guid}/reativar", "GET /oportunidades", "GET /oportunidades/lista", "GET /oportunidades/criar", "GET /oportunidades/{id:guid}", "GET /oportunidades/{id:guid}/editar",
                "GET /oportunidades/{id:guid}/historico", "GET /oportunidades/{id:guid}/ligacoes", "GET /oportunidades/{id:guid}/ligacoes/registrar", "GET /contatos/{id:guid}/ligacoes/registrar", "GET /oportunidades/{id:guid}/perder",
                "GET /oportunidades/etapas/{etapaId:guid}/cartoes", "GET /oportunidades/etapas/{etapaId:guid}/rapida", "GET /primeiros-passos", "GET /ramais",
                "GET /configuracoes", "GET /configuracoes/etapas/criar", "GET /configuracoes/etapas/{id:guid}", "GET /configuracoes/etapas/{id:guid}/arquivar",
                "GET /configuracoes/motivos/criar", "GET /configuracoes/motivos/{id:guid}", "GET /configuracoes/resultados/criar", "GET /configuracoes/resultados/{id:guid}",
                "GET /ramais/organizacao", "GET /ramais/organizacao/atribuir", "GET /ramais/organizacao/{id:guid}/revogar",
            ]),
    ];

    private static readonly Dictionary<string, LimitesDaRota> _porRota =
        _linhas.SelectMany(linha => linha.Rotas.Select(rota => KeyValuePair.Create(rota, new LimitesDaRota(linha.Limites)))).ToDictionary(StringComparer.Ordinal);

    public static IReadOnlyCollection<string> Rotas => _porRota.Keys;

    /// <summary>Writes its limits on each endpoint of a controller; the pages of errors have none, they follow what was asked.</summary>
    public static void Marcar(EndpointBuilder endpoint)
    {
        if (endpoint is not RouteEndpointBuilder { RoutePattern.RawText: { } padrao } || !endpoint.Metadata.OfType<ControllerActionDescriptor>().Any())
        {
            return;
        }

        var rota = "/" + padrao.TrimStart('/');
        if (!rota.StartsWith("/erro/", StringComparison.Ordinal))
        {
            var metodo = endpoint.Metadata.OfType<IHttpMethodMetadata>().LastOrDefault()?.HttpMethods is [var unico] ? unico : "";
            endpoint.Metadata.Add(_porRota.GetValueOrDefault($"{metodo} {rota}") ?? new LimitesDaRota(metodo == HttpMethods.Get ? _conta : _listasDoProvedor));
        }
    }
}
