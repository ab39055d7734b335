using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrmVoip.Domain.Atividades;

/// <summary>From facts to the record and back: the one place that knows their JSON.</summary>
public static class Atividades
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    private static readonly FrozenDictionary<string, Type> _tipos = typeof(Atividade).Assembly.GetTypes()
        .Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(Atividade)))
        .ToFrozenDictionary(t => Vazia(t).Acao);

    public static IEnumerable<Atividade> Todas => _tipos.Values.Select(Vazia);

    public static string Escrever(Atividade atividade) => JsonSerializer.Serialize(atividade, atividade.GetType(), _json);

    /// <summary>Null for an action of a newer version. Data that nobody can read give the bare fact: that it happened is certain.</summary>
    public static Atividade? Ler(string acao, string dados)
    {
        if (!_tipos.TryGetValue(acao, out var tipo))
        {
            return null;
        }

        try
        {
            return (Atividade)JsonSerializer.Deserialize(dados, tipo, _json)!;
        }
        catch (JsonException)
        {
            return Vazia(tipo);
        }
    }

    private static Atividade Vazia(Type tipo) => (Atividade)Activator.CreateInstance(tipo)!;
}
