using System.Text.Json;

namespace CrmVoip.Simulador.Ligacoes;

/// <summary>Where the simulator keeps files: the configured folder, or a temporary one that goes away with the process.</summary>
public sealed class PastaDeDados : IDisposable
{
    private readonly bool temporaria;

    public PastaDeDados(SimuladorOptions options)
    {
        temporaria = string.IsNullOrEmpty(options.Dados);
        Raiz = temporaria ? Directory.CreateTempSubdirectory("crmvoip-simulador-").FullName : Path.GetFullPath(options.Dados!);
        Directory.CreateDirectory(Gravacoes);
        Directory.CreateDirectory(Ligacoes);
        Directory.CreateDirectory(Integracoes);
    }

    public string Raiz { get; }

    public string Gravacoes => Path.Combine(Raiz, "gravacoes");

    public string Ligacoes => Path.Combine(Raiz, "ligacoes");

    public string Integracoes => Path.Combine(Raiz, "integracoes");

    public static IEnumerable<T> LerTodos<T>(string pasta) =>
        Directory.EnumerateFiles(pasta, "*.json").Select(arquivo => JsonSerializer.Deserialize<T>(File.ReadAllText(arquivo))!);

    /// <summary>Written aside and renamed, so that a killed process leaves no half file.</summary>
    public static void Gravar<T>(string arquivo, T valor)
    {
        var rascunho = $"{arquivo}.tmp";
        File.WriteAllText(rascunho, JsonSerializer.Serialize(valor));
        File.Move(rascunho, arquivo, overwrite: true);
    }

    public void Dispose()
    {
        if (temporaria)
        {
            Directory.Delete(Raiz, recursive: true);
        }
    }
}
