using System.Net;

namespace CrmVoip.UnitTests.Simulador;

public sealed class WebhookTests(SimuladorFixture simulador) : IClassFixture<SimuladorFixture>, IAsyncLifetime
{
    private WebhookReceiver receiver = null!;

    public async Task InitializeAsync() => receiver = await WebhookReceiver.StartAsync();

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

        var received = await receiver.WaitForAsync(expected.Split(' ').Length);
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
        Assert.Empty(receiver.Received);
    }

    [Fact]
    public async Task Refused_event_is_sent_again()
    {
        receiver.RefuseNext(1);
        await ConfigureAsync("normal");
        await CallAsync("+5531900000003");

        await receiver.WaitForAsync(2);
    }

    [Fact]
    public async Task Constraint_on_metadata_keeps_calls_dialled_over_SIP_away()
    {
        using var saved = await simulador.AskAsync(HttpMethod.Patch, "/api/v1/integrations", new
        {
            gateway = "meucrm",
            webhook = true,
            webhookConstraint = new { metadata = new { gateway = "meucrm" } },
            metadata = new { webhookUrl = receiver.Url },
        });
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);

        await CallAsync("+5531900000004");

        Assert.Single(await simulador.CallsToAsync("031900000004"));
        Assert.Empty(receiver.Received);
    }

    [Fact]
    public async Task Every_third_event_of_one_account_is_lost_and_those_of_others_arrive()
    {
        await ConfigureAsync("normal");
        await ConfigureAsync("desligado", dominio: "aurora.simulador", aCada: 3);
        foreach (var numero in new[] { "1", "2", "3" })
        {
            await EndedCallAsync("aurora.simulador", $"+553190000001{numero}");
            await EndedCallAsync("boreal.simulador", $"+553190000001{numero}");
        }

        // Of aurora's six events the third and the sixth: the second call's answer and the third one's end.
        var received = await receiver.WaitForAsync(10);
        Assert.Equal(6, received.Count(evento => evento["domain"]!.ToString() == "boreal.simulador"));
        Assert.Equal(
            ["031900000011 channel-answer", "031900000011 channel-hangup", "031900000012 channel-hangup", "031900000013 channel-answer"],
            received.Where(evento => evento["domain"]!.ToString() == "aurora.simulador")
                .Select(evento => $"{evento["called"]} {evento["eventType"]}").Order());
    }

    [Fact]
    public async Task Events_kept_back_are_let_go_in_reverse()
    {
        await ConfigureAsync("retido");
        await EndedCallAsync("aurora.simulador", "+5531900000021");
        await EndedCallAsync("aurora.simulador", "+5531900000022");
        Assert.Empty(receiver.Received);

        var soltos = await simulador.ReadAsync(HttpMethod.Post, "/controle/webhook/soltar?dominio=aurora.simulador&inversa=true");

        Assert.Equal(4, soltos["soltos"]!.GetValue<int>());
        Assert.Equal(
            ["031900000022 channel-hangup", "031900000022 channel-answer", "031900000021 channel-hangup", "031900000021 channel-answer"],
            receiver.Received.Select(evento => $"{evento["called"]} {evento["eventType"]}"));
    }

    private async Task ConfigureAsync(string modo, string? dominio = null, int? aCada = null)
    {
        using var response = await simulador.AskAsync(
            HttpMethod.Post, "/controle/webhook", new { modo, atrasoSegundos = 0.3, url = receiver.Url, dominio, aCada });
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    private async Task EndedCallAsync(string dominio, string numero)
    {
        using var response = await simulador.AskAsync(HttpMethod.Post, "/controle/ligacoes", new
        {
            dominio,
            ramal = "1001",
            numero,
            inicio = DateTimeOffset.UtcNow.AddMinutes(-5),
            falaSegundos = 30,
        });
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
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
