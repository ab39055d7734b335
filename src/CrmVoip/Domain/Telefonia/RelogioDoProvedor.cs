namespace CrmVoip.Domain.Telefonia;

/// <summary>How far the provider's clock is ahead of ours, read from calls that both know.</summary>
public static class RelogioDoProvedor
{
    /// <summary>Less than this is the time an INVITE takes, not a clock.</summary>
    private static readonly TimeSpan _desprezivel = TimeSpan.FromSeconds(30);

    /// <summary>What is worth correcting.</summary>
    public static TimeSpan Correcao(TimeSpan? adiantado) =>
        adiantado is { } quanto && quanto.Duration() >= _desprezivel ? quanto : TimeSpan.Zero;

    public static TimeSpan? Mediana(IEnumerable<TimeSpan> diferencas)
    {
        TimeSpan[] emOrdem = [.. diferencas.Order()];
        return emOrdem.Length == 0 ? null : emOrdem[emOrdem.Length / 2];
    }

    /// <summary>The clocks on which at least one record starts just when one of the calls was dialled.</summary>
    internal static IEnumerable<TimeSpan> Possiveis(IReadOnlyCollection<RegistroNoRamal> registros, IReadOnlyCollection<LigacaoNoRamal> ligacoes) =>
        (from registro in registros
         where registro.InicioEm is not null
         from ligacao in ligacoes
         where ParPossivel.EmQualquerRelogio(registro, ligacao)
         let adiantado = registro.InicioEm!.Value - ligacao.EsperadaEm
         where adiantado.Duration() <= TemposPossiveis.Relogio + _desprezivel
         select TimeSpan.FromSeconds(Math.Round(adiantado.TotalSeconds))).Distinct();
}
