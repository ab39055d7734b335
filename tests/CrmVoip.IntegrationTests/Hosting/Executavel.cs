using System.Diagnostics;

namespace CrmVoip.IntegrationTests.Hosting;

/// <summary>The product's own executable, run to its end.</summary>
public sealed record Executavel(int Codigo, string Erro, string Saida)
{
    private static readonly TimeSpan _esperaMaxima = TimeSpan.FromSeconds(60);

    public static async Task<Executavel> ExecutarAsync(IEnumerable<KeyValuePair<string, string?>> configuracao, params string[] argumentos)
    {
        using var processo = Comecar(configuracao, AppContext.BaseDirectory, argumentos);
        using var limite = new CancellationTokenSource(_esperaMaxima);
        var (erro, saida) = (processo.StandardError.ReadToEndAsync(limite.Token), processo.StandardOutput.ReadToEndAsync(limite.Token));
        try
        {
            await processo.WaitForExitAsync(limite.Token);
            return new Executavel(processo.ExitCode, await erro, await saida);
        }
        finally
        {
            processo.Kill(entireProcessTree: true);
        }
    }

    public static Process Comecar(IEnumerable<KeyValuePair<string, string?>> configuracao, string pasta, params string[] argumentos)
    {
        var programa = Path.Combine(AppContext.BaseDirectory, "CrmVoip.dll");
        var inicio = new ProcessStartInfo("dotnet", ["exec", programa, .. argumentos])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = pasta,
        };
        inicio.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        foreach (var (chave, valor) in configuracao.Where(c => c.Value is not null))
        {
            inicio.Environment[chave.Replace(":", "__", StringComparison.Ordinal)] = valor;
        }

        return Process.Start(inicio)!;
    }
}
