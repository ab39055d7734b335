using System.Net.Http.Headers;

namespace CrmVoip.Features.Telefonia.Gravacoes;

/// <summary>The one byte range a player asks for. Several ranges, or something that is none, count as no range.</summary>
public static class TrechoDoAudio
{
    private const long BytesDaSonda = 2;

    public static RangeItemHeaderValue? Ler(string? cabecalho) =>
        RangeHeaderValue.TryParse(cabecalho, out var range) && range is { Unit: "bytes", Ranges.Count: 1 } ? range.Ranges.Single() : null;

    /// <summary>
    /// Safari asks for the first two bytes to learn whether ranges work. They are the same in every recording of a format
    /// and hold no sound: whoever got only them heard nothing.
    /// </summary>
    public static bool Sonda(RangeItemHeaderValue? trecho) => trecho is { From: 0, To: < BytesDaSonda };

    /// <summary>First and last byte of the range in a file of this size; null when it lies outside.</summary>
    public static (long De, long Ate)? Em(RangeItemHeaderValue trecho, long tamanho)
    {
        var de = trecho.From ?? Math.Max(0, tamanho - trecho.To!.Value);
        var ate = trecho.From is null ? tamanho - 1 : Math.Min(trecho.To ?? tamanho - 1, tamanho - 1);
        return de < tamanho && de <= ate ? (de, ate) : null;
    }
}
