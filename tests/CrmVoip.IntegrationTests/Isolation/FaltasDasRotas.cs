namespace CrmVoip.IntegrationTests.Isolation;

/// <summary>What is missing around a route. Each line names it and says what to do.</summary>
public static class FaltasDasRotas
{
    /// <summary>Accounts and errors belong to nobody; webhooks and invitations bring their organization and its secret in the address.</summary>
    private static readonly string[] _foraDaOrganizacao =
    [
        "CrmVoip.Features.Pessoas.Conta.", "CrmVoip.Features.Pessoas.Fatores.", "CrmVoip.Features.Shared.Erros.", "CrmVoip.Features.Telefonia.Registros.GanchosController", "CrmVoip.Features.Convites.",
    ];

    private static readonly string[] _semAntiforgery = ["POST /ganchos/api4com/{organizacaoId:guid}/{segredo}", "* /erro/{codigo:int:range(400,599)}"];

    public static List<string> DeMuro(IEnumerable<Rota> rotas) => [.. rotas.Select(Falta).OfType<string>()];

    public static List<string> DeControle(IEnumerable<Rota> rotas, IReadOnlyCollection<Controle> controles)
    {
        var todas = rotas.ToList();
        return
        [
            .. todas.Where(r => r.PrecisaDeControle && !r.SemAntiforgery && controles.All(c => c.Rota != r.Nome)).Select(r =>
                $"{r} has no control: add Controle.De(\"{r}\"){(r.ComId ? ".Com(c => …id…)" : "")}{(r.Insegura ? ".Form(c => […]) or .Json(c => …)" : "")} to a class of Isolation/Controles"),
            .. controles.Where(c => todas.TrueForAll(r => r.Nome != c.Rota)).Select(c => $"{c.Rota} has a control, but is no route of the product"),
            .. controles.GroupBy(c => c.Rota).Where(g => g.Count() > 1).Select(g => $"{g.Key} has {g.Count()} controls"),
        ];
    }

    private static string? Falta(Rota rota) => rota switch
    {
        { DaOrganizacao: true, Anonima: true } => $"{rota} is inside an organization and lets anybody in",
        { DaOrganizacao: false } when !Array.Exists(_foraDaOrganizacao, f => $"{rota.Acao.ControllerTypeInfo.FullName}.".StartsWith(f, StringComparison.Ordinal)) =>
            $"{rota} of {rota.Acao.ControllerTypeInfo.FullName} is in no organization: mark it [DaOrganizacao]",
        { SemAntiforgery: true } when !_semAntiforgery.Contains(rota.Nome) => $"{rota} takes writes without an antiforgery token",
        { DaOrganizacao: true, Metodo: "*" } => $"{rota} answers any method: name them",
        _ => null,
    };
}
