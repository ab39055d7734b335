using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CrmVoip.IntegrationTests.Infra;

/// <summary>A provider that answers whatever a test wants.</summary>
public sealed class ProvedorFalso : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ProvedorFalso(RequestDelegate responder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(contexto =>
        {
            Pedidos.Enqueue($"{contexto.Request.Method} {contexto.Request.Path}");
            return responder(contexto);
        });
    }

    public ConcurrentQueue<string> Pedidos { get; } = [];

    public string Raiz => _app.Urls.First();

    public string BaseUrl => $"{Raiz}/api/v1";

    public static async Task<ProvedorFalso> IniciarAsync(RequestDelegate responder)
    {
        var provedor = new ProvedorFalso(responder);
        await provedor._app.StartAsync();
        return provedor;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
