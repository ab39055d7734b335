using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CrmVoip.Simulador;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace CrmVoip.UnitTests.Simulador;

/// <summary>A simulator of its own on a free port, impatient where the provider takes its time.</summary>
public sealed class SimuladorFixture : IAsyncLifetime
{
    private readonly WebApplication app = SimuladorApp.Criar(
    [
        "--urls=http://127.0.0.1:0",
        "--Simulador:Controle=true",
        "--Simulador:Audio=tom",
        "--Simulador:ToqueMs=50",
        "--Simulador:NaoAtendeSegundos=0.2",
        "--Simulador:GravacaoSegundos=0.5",
        "--Simulador:PrecoSegundos=0.5",
    ]);

    public Uri Address { get; private set; } = null!;

    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public async Task InitializeAsync()
    {
        await app.StartAsync();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        Address = Http.BaseAddress = new Uri(addresses.First());
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
    }

    public async Task<HttpResponseMessage> AskAsync(
        HttpMethod method, string path, object? body = null, string token = "simulador-token-aurora")
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.TryAddWithoutValidation("Authorization", token);
        request.Content = body is null ? null : JsonContent.Create(body);
        return await Http.SendAsync(request);
    }

    public async Task<JsonNode> ReadAsync(HttpMethod method, string path, object? body = null)
    {
        using var response = await AskAsync(method, path, body);
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    /// <summary>Rows of <c>/calls</c> to one number, as soon as there are any.</summary>
    public Task<JsonArray> CallsToAsync(string number) => EventuallyAsync(
        async () => (await ReadAsync(HttpMethod.Get, $"/api/v1/calls?filter={{\"where\":{{\"to\":\"{number}\"}}}}"))["data"]!.AsArray(),
        rows => rows.Count > 0);

    public static async Task<T> EventuallyAsync<T>(Func<Task<T>> read, Func<T, bool> enough)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        var value = await read();
        while (!enough(value))
        {
            await Task.Delay(50, timeout.Token);
            value = await read();
        }

        return value;
    }
}
