using System.Text.Json;

namespace CrmVoip.IntegrationTests.Planos;

/// <summary>What PostgreSQL did for one command, from EXPLAIN (ANALYZE, FORMAT JSON).</summary>
/// <param name="Lidas">Rows that were looked at in tables and indexes, those thrown away among them.</param>
/// <param name="Devolvidas">Rows of the answer.</param>
/// <param name="Resumo">The scans, most rows first: for the message of a test that fails.</param>
public sealed record PlanoExecutado(long Lidas, long Devolvidas, string Resumo)
{
    private static readonly string[] _descartadas = ["Rows Removed by Filter", "Rows Removed by Index Recheck", "Rows Removed by Join Filter"];

    public static PlanoExecutado De(string json)
    {
        using var documento = JsonDocument.Parse(json);
        var raiz = documento.RootElement[0].GetProperty("Plan");
        var buscas = Nos(raiz).Where(n => n.TryGetProperty("Relation Name", out _)).Select(n => (No: n, Lidas: LidasPor(n))).OrderByDescending(b => b.Lidas).ToList();
        return new PlanoExecutado(
            buscas.Sum(b => b.Lidas),
            Numero(raiz, "Actual Rows"),
            string.Join("; ", buscas.Take(3).Select(b => $"{b.Lidas} by {Texto(b.No, "Node Type")} on {Texto(b.No, "Relation Name")} {Texto(b.No, "Index Name")}")));
    }

    private static IEnumerable<JsonElement> Nos(JsonElement no) =>
        no.TryGetProperty("Plans", out var filhos) ? filhos.EnumerateArray().SelectMany(Nos).Prepend(no) : [no];

    // The numbers of a node are those of one loop.
    private static long LidasPor(JsonElement no) => Numero(no, "Actual Loops") * (Numero(no, "Actual Rows") + _descartadas.Sum(d => Numero(no, d)));

    private static long Numero(JsonElement no, string nome) => no.TryGetProperty(nome, out var valor) ? (long)valor.GetDouble() : 0;

    private static string Texto(JsonElement no, string nome) => no.TryGetProperty(nome, out var valor) ? valor.GetString()! : "";
}
