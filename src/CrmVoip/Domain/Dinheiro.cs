using System.Globalization;
using CrmVoip.Text;

namespace CrmVoip.Domain;

/// <summary>Reads an amount in reais as people write it: "R$ 1.234,56", "1234,5", "1234.56".</summary>
public static class Dinheiro
{
    private static readonly NumberFormatInfo _brasileiro = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    /// <summary>Null when the text is no amount.</summary>
    public static decimal? Ler(string? texto)
    {
        var limpo = string.Concat(Digitado.Limpar(texto).Replace("R$", "", StringComparison.OrdinalIgnoreCase).Where(c => !char.IsWhiteSpace(c)));
        if (TemPontoDecimal(limpo))
        {
            limpo = limpo.Replace('.', ',');
        }

        return GruposCertos(limpo) && SoCentavos(limpo) && decimal.TryParse(limpo, NumberStyles.Number, _brasileiro, out var valor) ? valor : null;
    }

    // "1234.5" comes from spreadsheets; "1.234" is one thousand.
    private static bool TemPontoDecimal(string texto) =>
        !texto.Contains(',', StringComparison.Ordinal)
        && texto.Split('.') is [_, { Length: 1 or 2 }];

    // .NET takes "1.2.3" for 123 and "1234.567" for a million; a person meant something else.
    private static bool GruposCertos(string texto) =>
        texto.Split(',')[0].Split('.') is [var primeiro, .. var demais]
        && (demais.Length == 0 || primeiro.Count(char.IsAsciiDigit) is >= 1 and <= 3)
        && demais.All(grupo => grupo.Length == 3);

    // "10,999" is ten thousand to who writes as in English, and eleven when it is rounded: nobody meant that.
    private static bool SoCentavos(string texto) => texto.Split(',') is [_] or [_, { Length: <= 2 }];
}
