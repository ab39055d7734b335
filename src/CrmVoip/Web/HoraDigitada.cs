using System.Globalization;
using CrmVoip.Text;

namespace CrmVoip.Web;

/// <summary>An hour of the day, as it is typed into a field.</summary>
public static class HoraDigitada
{
    private static readonly string[] _lidas = ["H:mm", "HH:mm", "H'h'", "H'h'mm", "HHmm"];

    public static string Texto(TimeOnly hora) => hora.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>As people write it: "15:00", "15h", "9h30". Null when it is none.</summary>
    public static TimeOnly? Ler(string? texto) =>
        TimeOnly.TryParseExact(Digitado.Limpar(texto).ToLowerInvariant(), _lidas, CultureInfo.InvariantCulture, DateTimeStyles.None, out var hora) ? hora : null;
}
