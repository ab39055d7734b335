using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace CrmVoip.Work;

/// <summary>Runs of work: how many ended how, how long they took, and a span of each.</summary>
public static class MedidasDosTrabalhos
{
    private const string Nome = "CrmVoip.Trabalhos";
    private static readonly Meter _medidor = new(Nome);
    private static readonly ActivitySource _trechos = new(Nome);
    private static readonly Counter<long> _corridas = _medidor.CreateCounter<long>("crm.trabalhos.corridas", "{corrida}", "Runs of work, by kind and how they ended.");
    private static readonly Histogram<double> _duracao = _medidor.CreateHistogram(
        "crm.trabalhos.duracao",
        "s",
        "How long a run of work took.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60, 300, 1800] });

    public static Corrida Comecar(TrabalhoTomado trabalho)
    {
        var trecho = _trechos.StartActivity($"trabalho {trabalho.Tipo}", ActivityKind.Consumer);
        trecho?.SetTag("tipo", trabalho.Tipo).SetTag("tentativa", trabalho.Tentativa);
        return new Corrida(trabalho.Tipo, trecho, Stopwatch.GetTimestamp());
    }

    /// <summary>One run, until it is disposed of.</summary>
    public sealed class Corrida(string tipo, Activity? trecho, long desde) : IDisposable
    {
        public DesfechoDaCorrida Desfecho { get; set; }

        public void Dispose()
        {
            var desfecho = Desfecho.ToString().ToLowerInvariant();
            _corridas.Add(1, new("tipo", tipo), new("desfecho", desfecho));
            _duracao.Record(Stopwatch.GetElapsedTime(desde).TotalSeconds, new KeyValuePair<string, object?>("tipo", tipo));
            trecho?.SetTag("desfecho", desfecho)
                .SetStatus(Desfecho is DesfechoDaCorrida.Falhou or DesfechoDaCorrida.Desistiu ? ActivityStatusCode.Error : ActivityStatusCode.Unset)
                .Dispose();
        }
    }
}

public enum DesfechoDaCorrida
{
    Feito,
    Adiado,

    /// <summary>This instance ended meanwhile.</summary>
    Devolvido,

    /// <summary>It is tried again.</summary>
    Falhou,

    /// <summary>It is not tried again.</summary>
    Desistiu,
}
