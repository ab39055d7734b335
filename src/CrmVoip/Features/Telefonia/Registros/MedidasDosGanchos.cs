using System.Diagnostics.Metrics;
using CrmVoip.Data;

namespace CrmVoip.Features.Telefonia.Registros;

/// <summary>Webhooks of the provider: what was received, and how long until it was applied.</summary>
public static class MedidasDosGanchos
{
    private static readonly Meter _medidor = new("CrmVoip.Ganchos");
    private static readonly Counter<long> _recebidos = _medidor.CreateCounter<long>("crm.ganchos.recebidos", "{aviso}", "Webhooks received, by what became of them.");
    private static readonly Histogram<double> _atraso = _medidor.CreateHistogram(
        "crm.ganchos.atraso",
        "s",
        "From receiving a webhook until it was applied.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 0.5, 1, 2, 5, 10, 30, 60, 300, 1800] });

    public static void Anunciar()
    {
        foreach (var resultado in EnumEmTexto.Nomes<GanchoRecebido>())
        {
            Contar(0, resultado);
        }
    }

    public static void Recebeu(GanchoRecebido resultado) => Contar(1, EnumEmTexto.Texto(resultado));

    public static void Aplicou(TimeSpan depois) => _atraso.Record(Math.Max(0, depois.TotalSeconds));

    private static void Contar(long quantos, string resultado) => _recebidos.Add(quantos, new KeyValuePair<string, object?>("resultado", resultado));
}
