using System.Globalization;
using System.Text.Json.Nodes;

namespace CrmVoip.Simulador.Ligacoes;

/// <summary>
/// Fields that go out otherwise than they are, in <c>channel-answer</c>, <c>channel-hangup</c> and the list. A text that
/// begins with <c>@</c> is a wrong date or a field left out; see the README.
/// </summary>
public sealed record Alteracoes(JsonObject? Resposta = null, JsonObject? Fim = null, JsonObject? Lista = null)
{
    private static readonly DateTimeOffset Zero = new(1, 1, 1, 3, 0, 0, TimeSpan.Zero);

    public static void Aplicar(JsonObject linha, JsonObject? alteracoes, Func<DateTimeOffset, string> formato)
    {
        foreach (var (campo, valor) in alteracoes ?? [])
        {
            var texto = valor is JsonValue escalar && escalar.TryGetValue(out string? lido) ? lido : null;
            if (texto == "@ausente")
            {
                linha.Remove(campo);
            }
            else
            {
                linha[campo] = texto is ['@', ..] ? Data(texto, linha[campo]?.ToString(), formato) : valor?.DeepClone();
            }
        }
    }

    private static string? Data(string comando, string? original, Func<DateTimeOffset, string> formato) => comando switch
    {
        "@1970" => formato(DateTimeOffset.UnixEpoch.AddHours(3)),
        "@0001" => formato(Zero),
        "@ilegivel" => "32/13/2026 25:61",
        _ => Mover(comando, original, formato),
    };

    /// <summary>Seconds later or earlier (<c>@+86400</c>); the text is Brasília's wall clock, whatever it says of its zone.</summary>
    private static string? Mover(string comando, string? original, Func<DateTimeOffset, string> formato) =>
        double.TryParse(comando[1..], CultureInfo.InvariantCulture, out var segundos)
        && DateTimeOffset.TryParse(original, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var data)
            ? formato(data.AddHours(3).AddSeconds(segundos))
            : original;
}
