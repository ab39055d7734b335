using System.Globalization;
using CrmVoip.Text;

namespace CrmVoip.Web;

/// <summary>Calendar days of an organization's time zone, for filters by date.</summary>
public static class DiaLocal
{
    private const string DoCampo = "dd/MM/yyyy";

    // As app/casca/campo-data.js leaves it, as it was typed without scripts, and as addresses that were kept have it.
    private static readonly string[] _lidos = [DoCampo, "d/M/yyyy", "d/M/yy", "yyyy-MM-dd"];

    public static DateOnly De(DateTimeOffset em, string fuso) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(em, Fusos.De(fuso)).DateTime);

    /// <summary>The day's first moment. Clocks once went forward at midnight in Brazil: such a day began at one.</summary>
    public static DateTimeOffset Inicio(DateOnly dia, string fuso) => Momento(dia, TimeOnly.MinValue, fuso);

    /// <summary>When the clocks on the walls of that zone show it. An hour that they left out is the one they went on to.</summary>
    public static DateTimeOffset Momento(DateOnly dia, TimeOnly hora, string fuso)
    {
        var zona = Fusos.De(fuso);
        var inicio = dia.ToDateTime(hora);
        return new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(zona.IsInvalidTime(inicio) ? inicio.AddHours(1) : inicio, zona));
    }

    /// <summary>What the clocks on the walls of that zone show, as a moment of no zone: what the hours of tasks are compared with.</summary>
    public static DateTimeOffset NoRelogio(DateTimeOffset em, string fuso) => new(TimeZoneInfo.ConvertTime(em, Fusos.De(fuso)).DateTime, TimeSpan.Zero);

    /// <summary>What a date field sends. Null when it is none, or lies centuries away.</summary>
    public static DateOnly? Ler(string? texto) =>
        DateOnly.TryParseExact(Digitado.Limpar(texto), _lidos, CultureInfo.InvariantCulture, DateTimeStyles.None, out var dia) && dia.Year is >= 2000 and < 2200
            ? dia
            : null;

    public static string ParaCampo(DateOnly dia) => dia.ToString(DoCampo, CultureInfo.InvariantCulture);
}
