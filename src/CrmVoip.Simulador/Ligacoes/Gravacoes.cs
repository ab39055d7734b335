namespace CrmVoip.Simulador.Ligacoes;

/// <summary>Recordings on disk, offered only some seconds after the call, as the provider does.</summary>
public sealed class Gravacoes(PastaDeDados pasta, Historico historico, SimuladorOptions options, TimeProvider relogio)
{
    public string ArquivoDe(Guid id) => Path.Combine(pasta.Gravacoes, $"{id}.wav");

    public void Limpar()
    {
        foreach (var arquivo in Directory.EnumerateFiles(pasta.Gravacoes))
        {
            File.Delete(arquivo);
        }
    }

    public bool Pronta(RegistroDeLigacao registro) =>
        registro.TemGravacao && relogio.GetUtcNow() >= registro.Fim.AddSeconds(options.GravacaoSegundos);

    /// <summary>By the name in the recording's present address; null for an earlier one.</summary>
    public string? ArquivoPronto(string nome) =>
        Guid.TryParse(nome.Split('.')[0], out var id)
        && historico.Buscar(id) is { } registro && registro.NomeDaGravacao == nome && Pronta(registro) && File.Exists(ArquivoDe(id))
            ? ArquivoDe(id)
            : null;
}
