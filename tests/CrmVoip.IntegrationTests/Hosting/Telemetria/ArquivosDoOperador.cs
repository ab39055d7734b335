using System.Text.Json;
using System.Text.RegularExpressions;
using CrmVoip.UnitTests.Delivery;

namespace CrmVoip.IntegrationTests.Hosting.Telemetria;

/// <summary>The dashboard and the alert rules that are shipped as files.</summary>
public static partial class ArquivosDoOperador
{
    private const string Pasta = "docs/operations";

    public static IReadOnlyCollection<string> MedidasDoPainel { get; } = Medidas(ExpressoesDoPainel());

    public static IReadOnlyCollection<string> MedidasDosAlertas { get; } = Medidas(LinhasDosAlertas(Expressao()));

    public static IReadOnlyCollection<string> Alertas { get; } = [.. LinhasDosAlertas(Alerta())];

    private static IEnumerable<string> ExpressoesDoPainel()
    {
        using var painel = JsonDocument.Parse(Repository.Read($"{Pasta}/grafana-dashboard.json"));
        return
        [
            .. from quadro in painel.RootElement.GetProperty("panels").EnumerateArray()
               where quadro.TryGetProperty("targets", out _)
               from alvo in quadro.GetProperty("targets").EnumerateArray()
               select alvo.GetProperty("expr").GetString()!,
        ];
    }

    private static IEnumerable<string> LinhasDosAlertas(Regex linha) =>
        linha.Matches(Repository.Read($"{Pasta}/prometheus-alerts.yml")).Select(m => m.Groups[1].Value);

    private static HashSet<string> Medidas(IEnumerable<string> expressoes)
    {
        var nomes = expressoes.SelectMany(e => Nome().Matches(SoSeries(e)).Select(m => m.Value)).ToHashSet();
        Assert.NotEmpty(nomes);
        return nomes;
    }

    private static string SoSeries(string expressao) => Rotulos().Replace(expressao, "");

    /// <summary>By what is grouped, and what is asked of a label.</summary>
    [GeneratedRegex(@"by \([^)]*\)|\{[^}]*\}")]
    private static partial Regex Rotulos();

    [GeneratedRegex(@"^\s+- alert: (\w+)$", RegexOptions.Multiline)]
    private static partial Regex Alerta();

    [GeneratedRegex(@"^\s+expr: (.+)$", RegexOptions.Multiline)]
    private static partial Regex Expressao();

    [GeneratedRegex(@"\b(?:crm|http|db|dotnet|kestrel|aspnetcore)_[a-z_]+\b")]
    private static partial Regex Nome();
}
