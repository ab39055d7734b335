using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CrmVoip.UnitTests.Simulador;

public sealed class WebhookTests(SimuladorFixture simulador) : IClassFixture<SimuladorFixture>, IAsyncLifetime
{
    private readonly ConcurrentQueue<JsonObject> received = [];
    private readonly WebApplication receiver = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None"]).Build();
    private int refusals;

    public async Task InitializeAsync()
    {
        receiver.MapPost("/gancho", (JsonObject evento) =>
        {
            if (Interlocked.Decrement(ref refusals) >= 0)
            {
                return Results.StatusCode(500);
            }

            received.Enqueue(evento);
            return Results.NoContent();
        });
        await receiver.StartAsync();
    }

    public async Task DisposeAsync()
    {
        using var reset = await simulador.AskAsync(HttpMethod.Post, "/controle/reiniciar");
        await receiver.DisposeAsync();
    }

    [Theory]
    [InlineData("normal", "channel-answer channel-hangup")]
    [InlineData("dobrado", "channel-answer channel-answer channel-hangup channel-hangup")]
    [InlineData("fora_de_ordem", "channel-hangup channel-answer")]
    [InlineData("atrasado", "channel-answer channel-hangup")]
    public async Task Events_arrive_as_the_mode_says(string modo, string expected)
    {
        await ConfigureAsync(modo);
        await CallAsync("+5531900000001");

        var count = expected.Split(' ').Length;
        await SimuladorFixture.EventuallyAsync(() => Task.FromResult(received.Count), found => found >= count);
        Assert.Equal(expected, string.Join(' ', received.Select(evento => evento["eventType"])));
        var hangup = received.First(evento => evento["eventType"]!.ToString() == "channel-hangup");
        Assert.Equal("031900000001", hangup["called"]!.ToString());
        Assert.Equal("16", hangup["hangupCauseCode"]!.ToString());
        Assert.NotNull(hangup["answeredAt"]);
    }

    [Fact]
    public async Task Switched_off_webhook_sends_nothing_but_the_call_is_listed()
    {
        await ConfigureAsync("desligado");
        await CallAsync("+5531900000002");

        Assert.Single(await simulador.CallsToAsync("031900000002"));
        Assert.Empty(received);
    }

    [Fact]
    public async Task Refused_event_is_sent_again()
    {
        refusals = 1;
        await ConfigureAsync("normal");
        await CallAsync("+5531900000003");

        await SimuladorFixture.EventuallyAsync(() => Task.FromResult(received.Count), found => found >= 2);
    }

    [Fact]
    public async Task Constraint_on_metadata_keeps_calls_dialled_over_SIP_away()
    {
        using var saved = await simulador.AskAsync(HttpMethod.Patch, "/api/v1/integrations", new
        {
            gateway = "meucrm",
            webhook = true,
            webhookConstraint = new { metadata = new { gateway = "meucrm" } },
            metadata = new { webhookUrl = $"{receiver.Urls.First()}/gancho" },
        });
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);

        await CallAsync("+5531900000004");

        Assert.Single(await simulador.CallsToAsync("031900000004"));
        Assert.Empty(received);
    }

    private async Task ConfigureAsync(string modo)
    {
        using var response = await simulador.AskAsync(
            HttpMethod.Post, "/controle/webhook", new { modo, atrasoSegundos = 0.3, url = $"{receiver.Urls.First()}/gancho" });
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    private async Task CallAsync(string number)
    {
        using var phone = await new SipPeer("1001", "ramal-1001-aurora").ConnectAsync(simulador.Address);
        await phone.InviteAsync(number);
        var ok = await phone.AnswerAsync();
        await phone.AcknowledgeAsync(ok);
        await phone.SendInDialogAsync("BYE", ok);
        await phone.AnswerAsync();
    }
}
