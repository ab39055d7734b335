using System.Diagnostics.Metrics;
using Npgsql;

namespace CrmVoip.Work;

/// <summary>
/// How much work waits, by kind, and how late the oldest is. The database is asked when somebody reads it, at most every fifteen
/// seconds, and only for what an index holds together: what is due, begun, given up, or due within two minutes.
/// </summary>
public sealed class MedidasDaFila(FilaDeTrabalhos fila, TiposDeTrabalho tipos, TimeProvider relogio) : IDisposable
{
    private static readonly TimeSpan _vale = TimeSpan.FromSeconds(15);
    private readonly Meter _medidor = new("CrmVoip.Fila");
    private readonly Lock _trava = new();
    private IReadOnlyList<NaFila> _contados = [];
    private long? _quando;

    public void Dispose() => _medidor.Dispose();

    /// <summary>From here on it is asked.</summary>
    public void Comecar()
    {
        _medidor.CreateObservableGauge("crm.trabalhos.fila", Quantos, "{trabalho}", "Work that waits, by kind and state; counted to 50,000.");
        _medidor.CreateObservableGauge("crm.trabalhos.atraso", Atrasos, "s", "How late the oldest work of a kind is that is due and that nobody has begun.");
    }

    private IEnumerable<Measurement<long>> Quantos() =>
        Contados().Select(n => new Measurement<long>(n.Quantos, new KeyValuePair<string, object?>("tipo", n.Tipo), new("estado", n.Estado)));

    private IEnumerable<Measurement<double>> Atrasos() =>
        Contados().Where(n => n.Estado == NaFila.Vencido).Select(n => new Measurement<double>(n.Atraso, new KeyValuePair<string, object?>("tipo", n.Tipo)));

    private IReadOnlyList<NaFila> Contados()
    {
        lock (_trava)
        {
            if (_quando is not { } quando || relogio.GetElapsedTime(quando) >= _vale)
            {
                _contados = Contar();
                _quando = relogio.GetTimestamp();
            }

            return _contados;
        }
    }

    /// <summary>Nothing when the database is away: then there is no reading, and no zero.</summary>
    private IReadOnlyList<NaFila> Contar()
    {
        try
        {
            var contados = fila.Contar();
            var vazios = tipos.Nomes.SelectMany(tipo => NaFila.Estados.Select(estado => new NaFila(tipo, estado, 0, 0)));
            return [.. contados.UnionBy(vazios, n => (n.Tipo, n.Estado))];
        }
        catch (Exception erro) when (erro is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException)
        {
            return [];
        }
    }
}
