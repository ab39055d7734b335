using CrmVoip.Text;

namespace CrmVoip.Web;

/// <summary>
/// A user agent in words: "Chrome no Windows". No well-kept small parser is to be had from NuGet, and the records need
/// no version: the few names people know are enough, the rest is shown as it came.
/// </summary>
public static class AgenteEmPalavras
{
    private const int Maximo = 40;

    // The first that matches wins: every browser claims to be Chrome or Safari too.
    private static readonly (string Marca, string Nome)[] _navegadores =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"),
        ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Marca, string Nome)[] _sistemas =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "ChromeOS"), ("Windows", "Windows"),
        ("Macintosh", "macOS"), ("Linux", "Linux"),
    ];

    public static string? De(string? agente)
    {
        if (string.IsNullOrWhiteSpace(agente))
        {
            return null;
        }

        return (Achar(_navegadores, agente), Achar(_sistemas, agente)) switch
        {
            ({ } navegador, { } sistema) => $"{navegador} no {sistema}",
            ({ } navegador, null) => navegador,
            (null, { } sistema) => $"Outro programa no {sistema}",
            _ => Programa(agente),
        };
    }

    private static string? Achar((string Marca, string Nome)[] nomes, string agente) =>
        Array.Find(nomes, n => agente.Contains(n.Marca, StringComparison.Ordinal)).Nome;

    private static string Programa(string agente) => agente.Trim().Split(' ')[0].Cortado(Maximo);
}
