namespace CrmVoip.Domain.Telefonia;

/// <summary>
/// The times of a reading that can be true. The provider sends 1970, year 1, tomorrow, and its clock may be minutes wrong:
/// what lies outside is unknown, never believed.
/// </summary>
public sealed record TemposPossiveis(DateTimeOffset? InicioEm, DateTimeOffset? AtendidaEm, DateTimeOffset? FimEm)
{
    /// <summary>How wrong a clock of the provider may be, either way.</summary>
    public static readonly TimeSpan Relogio = TimeSpan.FromMinutes(10);

    // A list read after a long outage speaks of calls of months ago; nobody asks further back.
    private static readonly TimeSpan _antes = TimeSpan.FromDays(400);
    private static readonly TimeSpan _arredondamento = TimeSpan.FromSeconds(2);

    /// <summary>Longer than any call: what claims more is a wrong date.</summary>
    private static readonly TimeSpan _maisLonga = TimeSpan.FromHours(12);

    public static TemposPossiveis De(DadosDaLeitura dados, DateTimeOffset recebidaEm)
    {
        var inicio = Entre(dados.InicioEm, recebidaEm - _antes, recebidaEm + Relogio);
        var desde = inicio is { } i ? i - _arredondamento : recebidaEm - _antes;
        var ate = inicio is { } de && de + _maisLonga < recebidaEm + Relogio ? de + _maisLonga : recebidaEm + Relogio;
        var fim = Entre(dados.FimEm, desde, ate);
        var atendida = Entre(dados.AtendidaEm, desde, fim is { } f ? f + _arredondamento : ate);
        return new TemposPossiveis(inicio, atendida, fim);
    }

    private static DateTimeOffset? Entre(DateTimeOffset? tempo, DateTimeOffset de, DateTimeOffset ate) =>
        tempo >= de && tempo <= ate ? tempo : null;
}
