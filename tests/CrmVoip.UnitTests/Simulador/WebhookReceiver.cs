using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CrmVoip.UnitTests.Simulador;

/// <summary>Stands where the CRM would take the provider's events.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<JsonObject> received = [];
    private readonly WebApplication app = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None"]).Build();
    private int refusals;

    public IReadOnlyList<JsonObject> Received => [.. received];

    public string Url => $"{app.Urls.First()}/gancho";

    public static async Task<WebhookReceiver> StartAsync()
    {
        var receiver = new WebhookReceiver();
        receiver.app.MapPost("/gancho", receiver.Take);
        await receiver.app.StartAsync();
        return receiver;
    }

    public void RefuseNext(int times) => refusals = times;

    public Task<IReadOnlyList<JsonObject>> WaitForAsync(int count) =>
        SimuladorFixture.EventuallyAsync(() => Task.FromResult(Received), found => found.Count >= count);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private IResult Take(JsonObject evento)
    {
        if (Interlocked.Decrement(ref refusals) >= 0)
        {
            return Results.StatusCode(500);
        }

        received.Enqueue(evento);
        return Results.NoContent();
    }
}
