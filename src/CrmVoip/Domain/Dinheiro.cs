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

        return GruposCertos(limpo) && decimal.TryParse(limpo, NumberStyles.Number, _brasileiro, out var valor)
            ? decimal.Round(valor, 2, MidpointRounding.AwayFromZero)
            : null;
    }

    // "1234.5" comes from spreadsheets; "1.234" is one thousand.
    private static bool TemPontoDecimal(string texto) =>
        !texto.Contains(',', StringComparison.Ordinal)
        && texto.Split('.') is [_, { Length: 1 or 2 }];

    // .NET takes "1.2.3" for 123; a person meant something else.
    private static bool GruposCertos(string texto) =>
        texto.Split(',')[0].Split('.').Skip(1).All(grupo => grupo.Length == 3);
}
