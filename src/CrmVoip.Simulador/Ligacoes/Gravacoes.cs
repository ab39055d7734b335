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

    public string? ArquivoPronto(Guid id) =>
        historico.Buscar(id) is { } registro && Pronta(registro) && File.Exists(ArquivoDe(id)) ? ArquivoDe(id) : null;
}
