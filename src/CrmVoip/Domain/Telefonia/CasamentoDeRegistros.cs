namespace CrmVoip.Domain.Telefonia;

/// <summary>
/// What became of a record. LigacaoId is null for a call made outside, and while several explanations are as good: then
/// Candidatas names the calls that it may be.
/// </summary>
public sealed record Casado(Guid RegistroId, Guid? LigacaoId, MotivoDoVinculo? Motivo, IReadOnlyList<Guid> Candidatas)
{
    public bool EmDuvida => LigacaoId is null && Candidatas.Count > 0;
}

/// <summary>
/// Pairs the provider's records of one ramal with the calls our browser placed on it. Names first; then, of what is possible,
/// the pairing in order that explains most, on the clock that explains most. What several equally good pairings tell
/// differently stays unpaired. A pure function of the facts: the order in which they became known changes nothing.
/// </summary>
public static class CasamentoDeRegistros
{
    private static readonly TimeSpan _relogioConhecido = TimeSpan.FromSeconds(8);

    /// <param name="registros">Outbound records of the ramal.</param>
    /// <param name="ligacoes">Outbound calls of the ramal.</param>
    /// <param name="adiantado">How far the provider's clock is ahead, if other calls have shown it.</param>
    public static IReadOnlyList<Casado> Casar(
        IReadOnlyCollection<RegistroNoRamal> registros, IReadOnlyCollection<LigacaoNoRamal> ligacoes, TimeSpan? adiantado = null)
    {
        var nomeados = registros.Select(r => Nomeado(r, ligacoes)).OfType<Casado>().ToList();
        var tomadas = nomeados.Select(c => c.LigacaoId).ToHashSet();
        var livres = registros.Where(r => !nomeados.Exists(c => c.RegistroId == r.Id))
            .OrderBy(r => r.ComecoProvavel).ThenBy(r => r.Id).ToList();
        var abertas = ligacoes.Where(l => !tomadas.Contains(l.Id)).OrderBy(l => l.EsperadaEm).ThenBy(l => l.Id).ToList();
        return [.. nomeados, .. PorOrdem(livres, abertas, adiantado ?? PelosNomeados(registros, ligacoes))];
    }

    private static Casado? Nomeado(RegistroNoRamal registro, IReadOnlyCollection<LigacaoNoRamal> ligacoes) => registro switch
    {
        { Tentativa: { } tentativa } => ligacoes.Any(l => l.Id == tentativa)
            ? new Casado(registro.Id, tentativa, MotivoDoVinculo.Tentativa, [])
            : new Casado(registro.Id, null, null, []),
        { Escolhida: { } escolhida } when ligacoes.Any(l => l.Id == escolhida) => new Casado(registro.Id, escolhida, MotivoDoVinculo.Pessoa, []),
        _ => null,
    };

    private static IEnumerable<Casado> PorOrdem(List<RegistroNoRamal> registros, List<LigacaoNoRamal> ligacoes, TimeSpan? conhecido)
    {
        var melhores = Melhores(registros, ligacoes, conhecido);
        var combinado = conhecido is not null || melhores.Exists(m => m.Pares > 1);
        for (var r = 0; r < registros.Count; r++)
        {
            var opcoes = melhores.SelectMany(m => m.Opcoes(r)).Distinct().ToList();
            yield return opcoes is [{ } unica]
                ? new Casado(registros[r].Id, ligacoes[unica].Id, combinado ? MotivoDoVinculo.Ordem : MotivoDoVinculo.Proximidade, [])
                : new Casado(registros[r].Id, null, null, [.. opcoes.OfType<int>().Select(l => ligacoes[l].Id)]);
        }
    }

    /// <summary>The alignments on the clocks that explain most.</summary>
    private static List<Alinhamento> Melhores(List<RegistroNoRamal> registros, List<LigacaoNoRamal> ligacoes, TimeSpan? conhecido)
    {
        var alinhamentos = RelogioDoProvedor.Possiveis(registros, ligacoes)
            .Where(adiantado => conhecido is null || (adiantado - conhecido.Value).Duration() <= _relogioConhecido)
            .Append(conhecido ?? TimeSpan.Zero)
            .Distinct()
            .Select(adiantado => Alinhamento.De(adiantado, registros, ligacoes))
            .ToList();
        var maior = alinhamentos.Max(a => a.Valor);
        return maior == 0 ? [] : alinhamentos.FindAll(a => a.Valor == maior);
    }

    private static TimeSpan? PelosNomeados(IReadOnlyCollection<RegistroNoRamal> registros, IReadOnlyCollection<LigacaoNoRamal> ligacoes) =>
        RelogioDoProvedor.Mediana(
            from registro in registros
            where registro is { Tentativa: not null, InicioEm: not null }
            join ligacao in ligacoes on registro.Tentativa equals ligacao.Id
            select registro.InicioEm!.Value - ligacao.EsperadaEm);
}
