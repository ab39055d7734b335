using System.Collections.Concurrent;
using System.Text;

namespace CrmVoip.Simulador.Webhooks;

/// <summary>What became of one delivery.</summary>
public sealed record Entrega(Guid LigacaoId, string Tipo, DateTimeOffset Em, int Tentativas, int? Status);

/// <summary>Posts one event to one address, trying again a few times when it is not taken.</summary>
public sealed class EntregaDeWebhooks(TimeProvider relogio, ILogger<EntregaDeWebhooks> logger) : IDisposable
{
    private static readonly TimeSpan[] Pausas = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)];

    private readonly ConcurrentQueue<Entrega> entregas = [];
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        Timeout = TimeSpan.FromSeconds(5),
    };

    public IEnumerable<Entrega> Entregas => entregas;

    public async Task EntregarAsync(EventoDeLigacao evento, DestinoDeWebhook destino)
    {
        var status = await PostarAsync(evento, destino);
        var tentativas = 1;
        foreach (var pausa in Pausas)
        {
            if (status is >= 200 and < 300)
            {
                break;
            }

            await Task.Delay(pausa, relogio);
            status = await PostarAsync(evento, destino);
            tentativas++;
        }

        entregas.Enqueue(new Entrega(evento.LigacaoId, evento.Tipo, relogio.GetUtcNow(), tentativas, status));
        logger.LogInformation("Webhook {Tipo} da ligacao {Id}: {Status} em {Tentativas} tentativa(s)", evento.Tipo, evento.LigacaoId, status, tentativas);
    }

    public void Limpar() => entregas.Clear();

    public void Dispose() => http.Dispose();

    private async Task<int?> PostarAsync(EventoDeLigacao evento, DestinoDeWebhook destino)
    {
        try
        {
            using var corpo = new StringContent(evento.ParaJson(destino.Versao), Encoding.UTF8, "application/json");
            using var resposta = await http.PostAsync(destino.Url, corpo);
            return (int)resposta.StatusCode;
        }
        catch (Exception erro) when (erro is HttpRequestException or TaskCanceledException)
        {
            return null;
        }
    }
}
