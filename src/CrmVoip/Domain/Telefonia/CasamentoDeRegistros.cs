namespace CrmVoip.Domain.Telefonia;

/// <summary>
/// What became of a record. LigacaoId is null for a call made outside, and while several explanations are as good: then
/// Candidatas names the calls that it may be.
/// </summary>
public sealed record Casado(Guid RegistroId, Guid? LigacaoId, MotivoDoVinculo? Motivo, IReadOnlyList<Guid> Candidatas)
{
    /// <summary>How far the provider's clock is ahead, as far as the facts tell.</summary>
    public TimeSpan? Adiantado { get; init; }

    public bool EmDuvida => LigacaoId is null && Candidatas.Count > 0;
}

/// <summary>
/// Pairs the provider's records of one ramal with the calls our browser placed on it. Names first; then, of what is possible,
/// the pairing in order that explains most, on the clock that explains most; last the records without dates, which have no place
/// in the order. What several equally good pairings tell differently stays unpaired. A pure function of the facts: the order in
/// which they became known changes nothing.
/// </summary>
public static class CasamentoDeRegistros
{
    /// <param name="registros">Outbound records of the ramal.</param>
    /// <param name="ligacoes">Outbound calls of the ramal.</param>
    /// <param name="adiantado">How far the provider's clock is ahead, if other calls have shown it.</param>
    public static IReadOnlyList<Casado> Casar(
        IReadOnlyCollection<RegistroNoRamal> registros, IReadOnlyCollection<LigacaoNoRamal> ligacoes, TimeSpan? adiantado = null)
    {
        var ids = ligacoes.Select(l => l.Id).ToHashSet();
        var nomeados = UmPorLigacao(registros.OrderBy(r => r.RecebidoEm).ThenBy(r => r.Id).Select(r => Nomeado(r, ids)).OfType<Casado>()).ToList();
        var (comNome, tomadas) = (nomeados.Select(c => c.RegistroId).ToHashSet(), nomeados.Select(c => c.LigacaoId).ToHashSet());
        var livres = registros.Where(r => !comNome.Contains(r.Id)).OrderBy(r => r.ComecoProvavel).ThenBy(r => r.Id).ToLookup(r => r.Datado);
        var abertas = ligacoes.Where(l => !tomadas.Contains(l.Id)).OrderBy(l => l.EsperadaEm).ThenBy(l => l.Id).ToList();
        var explicacoes = Explicacoes.De([.. livres[true]], abertas, adiantado ?? PelosNomeados(registros, ligacoes), adiantado);
        var porOrdem = PorOrdem([.. livres[true]], abertas, explicacoes).ToList();
        Casado[] todos = [.. nomeados, .. porOrdem, .. SemDatas([.. livres[false]], abertas, porOrdem)];
        return Array.ConvertAll(todos, c => c with { Adiantado = explicacoes.Adiantado });
    }

    private static Casado? Nomeado(RegistroNoRamal registro, HashSet<Guid> ligacoes) => registro switch
    {
        { Tentativa: { } tentativa } => ligacoes.Contains(tentativa)
            ? new Casado(registro.Id, tentativa, MotivoDoVinculo.Tentativa, [])
            : new Casado(registro.Id, null, null, []),
        { Escolhida: { } escolhida } when ligacoes.Contains(escolhida) => new Casado(registro.Id, escolhida, MotivoDoVinculo.Pessoa, []),
        _ => null,
    };

    /// <summary>A call has one record: of two that name it the earlier heard of is its own, the other is offered.</summary>
    private static IEnumerable<Casado> UmPorLigacao(IEnumerable<Casado> nomeados)
    {
        var tomadas = new HashSet<Guid>();
        foreach (var casado in nomeados)
        {
            yield return casado.LigacaoId is not { } ligacaoId || tomadas.Add(ligacaoId)
                ? casado
                : new Casado(casado.RegistroId, null, null, [ligacaoId]);
        }
    }

    private static IEnumerable<Casado> PorOrdem(List<RegistroNoRamal> registros, List<LigacaoNoRamal> ligacoes, Explicacoes explicacoes)
    {
        var motivo = explicacoes.Combinadas ? MotivoDoVinculo.Ordem : MotivoDoVinculo.Proximidade;
        for (var r = 0; r < registros.Count; r++)
        {
            var opcoes = explicacoes.Opcoes(r).ToList();
            yield return opcoes is [{ } unica] && explicacoes.Seguras
                ? new Casado(registros[r].Id, ligacoes[unica].Id, motivo, [])
                : new Casado(registros[r].Id, null, null, [.. opcoes.OfType<int>().Order().Select(l => ligacoes[l].Id)]);
        }
    }

    /// <summary>Each to the only call it can be, if it is the only one left for that call.</summary>
    private static IEnumerable<Casado> SemDatas(List<RegistroNoRamal> registros, List<LigacaoNoRamal> ligacoes, List<Casado> datados)
    {
        var tomadas = datados.Select(c => c.LigacaoId).ToHashSet();
        var disputadas = datados.SelectMany(c => c.Candidatas).ToHashSet();
        var opcoes = registros.ToDictionary(
            r => r.Id, r => ligacoes.Where(l => !tomadas.Contains(l.Id) && ParPossivel.Com(TimeSpan.Zero, r, l)).Select(l => l.Id).ToList());
        return opcoes.Select(o => o.Value is [var unica] && !disputadas.Contains(unica) && opcoes.Values.Count(v => v.Contains(unica)) == 1
            ? new Casado(o.Key, unica, MotivoDoVinculo.Proximidade, [])
            : new Casado(o.Key, null, null, o.Value));
    }

    // The click tells little: minutes may pass before the microphone is allowed.
    private static TimeSpan? PelosNomeados(IReadOnlyCollection<RegistroNoRamal> registros, IReadOnlyCollection<LigacaoNoRamal> ligacoes) =>
        RelogioDoProvedor.Mediana(
            from registro in registros
            where registro is { Tentativa: not null, InicioEm: not null }
            join ligacao in ligacoes on registro.Tentativa equals ligacao.Id
            where ligacao.ChamandoEm is not null
            select registro.InicioEm!.Value - ligacao.ChamandoEm!.Value);
}
