using System.Reflection;

namespace CrmVoip.E2ETests.Infra;

/// <summary>Where things are: this checkout, the configuration that was built, the browser, the evidence of a failure.</summary>
public static class Caminhos
{
    public static readonly string Raiz = Metadado("Solution");

    public static readonly string Configuracao = Metadado("Configuration");

    public static readonly string Resultados = Directory.CreateDirectory(Path.Combine(Raiz, "TestResults", "e2e")).FullName;

    public static readonly string Simulador =
        Path.Combine(Raiz, "src", "CrmVoip.Simulador", "bin", Configuracao, "net10.0", "CrmVoip.Simulador.dll");

    public static readonly string Chromium =
        Environment.GetEnvironmentVariable("CHROME_PATH") is { Length: > 0 } escolhido ? escolhido
        : NoPath("chromium") ?? NoPath("google-chrome") ?? "/usr/bin/chromium";

    private static string? NoPath(string programa) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(pasta => Path.Combine(pasta, programa))
        .FirstOrDefault(File.Exists);

    private static string Metadado(string chave) => typeof(Caminhos).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == chave).Value!;
}
