using System.Collections.Concurrent;

namespace CrmVoip.Simulador.Ligacoes;

/// <summary>Every finished call, of every account.</summary>
public sealed class Historico
{
    private readonly ConcurrentDictionary<Guid, RegistroDeLigacao> registros;
    private readonly PastaDeDados pasta;

    public Historico(PastaDeDados pasta)
    {
        this.pasta = pasta;
        registros = new(PastaDeDados.LerTodos<RegistroDeLigacao>(pasta.Ligacoes).ToDictionary(registro => registro.Id));
    }

    public IEnumerable<RegistroDeLigacao> DoDominio(string dominio) => registros.Values.Where(r => r.Dominio == dominio);

    public RegistroDeLigacao? Buscar(Guid id) => registros.GetValueOrDefault(id);

    public void Guardar(RegistroDeLigacao registro)
    {
        registros[registro.Id] = registro;
        PastaDeDados.Gravar(ArquivoDe(registro.Id), registro);
    }

    public void Limpar()
    {
        foreach (var id in registros.Keys)
        {
            registros.TryRemove(id, out _);
            File.Delete(ArquivoDe(id));
        }
    }

    private string ArquivoDe(Guid id) => Path.Combine(pasta.Ligacoes, $"{id}.json");
}
