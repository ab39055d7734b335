namespace CrmVoip.Domain.Telefonia;

/// <summary>
/// The times of a reading that can be true. The provider sends 1970, year 1, tomorrow, and its clock may be minutes wrong:
/// what lies outside is unknown, never believed.
/// </summary>
public sealed record TemposPossiveis(DateTimeOffset? InicioEm, DateTimeOffset? AtendidaEm, DateTimeOffset? FimEm)
{
    /// <summary>How wrong a clock of the provider may be, either way.</summary>
    public static readonly TimeSpan Relogio = TimeSpan.FromMinutes(10);

    /// <summary>Longer than any call: what claims more is a wrong date.</summary>
    private static readonly TimeSpan _maisLonga = TimeSpan.FromHours(12);

    // A list read after a long outage speaks of calls of months ago; nobody asks further back.
    private static readonly TimeSpan _antes = TimeSpan.FromDays(400);
    private static readonly TimeSpan _arredondamento = TimeSpan.FromSeconds(2);

    /// <param name="dados">What the reading says.</param>
    /// <param name="ouvidaEm">When the call was first heard of, in whatever reading: it had begun.</param>
    /// <param name="fimOuvidoEm">When its end was first heard of; for a reading of a call that goes on, when it was received.</param>
    public static TemposPossiveis De(DadosDaLeitura dados, DateTimeOffset ouvidaEm, DateTimeOffset fimOuvidoEm)
    {
        var inicio = Entre(dados.InicioEm, ouvidaEm - _antes, ouvidaEm + Relogio);
        var desde = inicio is { } i ? i - _arredondamento : ouvidaEm - _antes;
        var ate = inicio is { } de && de + _maisLonga < fimOuvidoEm + Relogio ? de + _maisLonga : fimOuvidoEm + Relogio;
        var fim = Entre(dados.FimEm, desde, ate);
        var atendida = Entre(dados.AtendidaEm, desde, fim is { } f ? f + _arredondamento : ate);
        return new TemposPossiveis(inicio, atendida, fim);
    }

    /// <summary>Talk that fits into the call; what does not is unknown.</summary>
    public int? Conversa(int? segundos) =>
        segundos >= 0 && segundos <= _maisLonga.TotalSeconds && !(segundos > (FimEm - InicioEm + _arredondamento)?.TotalSeconds) ? segundos : null;

    private static DateTimeOffset? Entre(DateTimeOffset? tempo, DateTimeOffset de, DateTimeOffset ate) =>
        tempo >= de && tempo <= ate ? tempo : null;
}
