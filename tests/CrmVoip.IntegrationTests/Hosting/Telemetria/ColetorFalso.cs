using System.Collections.Concurrent;
using System.Text;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.AspNetCore.Http;

namespace CrmVoip.IntegrationTests.Hosting.Telemetria;

/// <summary>A collector that takes OTLP over HTTP and keeps what left the product, byte for byte. Protobuf writes texts as they are.</summary>
public sealed class ColetorFalso : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Caminho, string Corpo)> _recebidos = new();
    private ProvedorFalso _servidor = null!;

    public string Raiz => _servidor.Raiz;

    public string Trechos => Recebido("/v1/traces");

    public string Medidas => Recebido("/v1/metrics");

    public static async Task<ColetorFalso> IniciarAsync()
    {
        var coletor = new ColetorFalso();
        coletor._servidor = await ProvedorFalso.IniciarAsync(coletor.GuardarAsync);
        return coletor;
    }

    public ValueTask DisposeAsync() => _servidor.DisposeAsync();

    private async Task GuardarAsync(HttpContext contexto)
    {
        using var corpo = new MemoryStream();
        await contexto.Request.Body.CopyToAsync(corpo);
        _recebidos.Enqueue((contexto.Request.Path, Encoding.Latin1.GetString(corpo.ToArray())));
    }

    private string Recebido(string caminho) => string.Concat(_recebidos.Where(r => r.Caminho == caminho).Select(r => r.Corpo));
}
