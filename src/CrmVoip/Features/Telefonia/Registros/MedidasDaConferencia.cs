using System.Diagnostics.Metrics;

namespace CrmVoip.Features.Telefonia.Registros;

/// <summary>
/// What the provider knew of the calls: found with its record, made outside, or missing when all looks for it were used up
/// (such a call may be found later, and is then counted as found too). And how its list was read.
/// </summary>
public static class MedidasDaConferencia
{
    private static readonly Meter _medidor = new("CrmVoip.Conferencia");
    private static readonly Counter<long> _ligacoes = _medidor.CreateCounter<long>("crm.conferencia.ligacoes", "{ligacao}", "Calls, by what the provider knew of them.");
    private static readonly Counter<long> _listas = _medidor.CreateCounter<long>("crm.conferencia.listas", "{lista}", "Readings of the provider's list, by how they ended.");

    public static void Anunciar()
    {
        Contar(0, "encontrada");
        Contar(0, "fora");
        Contar(0, "faltou");
        foreach (var resultado in new[] { "lida", "cortada", "sem_resposta" })
        {
            Listou(0, resultado);
        }
    }

    public static void Encontrou() => Contar(1, "encontrada");

    public static void AchouDeFora() => Contar(1, "fora");

    public static void Faltaram(int quantas) => Contar(quantas, "faltou");

    public static void LeuLista() => Listou(1, "lida");

    public static void ListaFoiCortada() => Listou(1, "cortada");

    public static void ListaNaoVeio() => Listou(1, "sem_resposta");

    private static void Contar(long quantas, string resultado) => _ligacoes.Add(quantas, new KeyValuePair<string, object?>("resultado", resultado));

    private static void Listou(long quantas, string resultado) => _listas.Add(quantas, new KeyValuePair<string, object?>("resultado", resultado));
}
