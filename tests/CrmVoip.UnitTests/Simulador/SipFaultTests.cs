using System.Diagnostics;
using System.Net.WebSockets;
using CrmVoip.Simulador.Sip;

namespace CrmVoip.UnitTests.Simulador;

/// <summary>What <c>POST /controle/sip</c> makes the SIP side do wrong.</summary>
public sealed class SipFaultTests(SimuladorFixture simulador) : IClassFixture<SimuladorFixture>, IAsyncLifetime
{
    public Task InitializeAsync() => FaultAsync(new { });

    public Task DisposeAsync() => FaultAsync(new { });

    [Fact]
    public async Task Hold_can_be_refused()
    {
        using var phone = await ConnectAsync("1001");
        var ok = await DialUntilAnsweredAsync(phone, "+5521900000101");
        await FaultAsync(new { statusDoReInvite = 488 });

        await phone.SendInDialogAsync("INVITE", ok, SipPeer.Held);

        Assert.Equal(488, (await phone.AnswerAsync()).StatusCode);
        await FaultAsync(new { });
        await phone.SendInDialogAsync("INVITE", ok, SipPeer.Held);
        Assert.Equal(200, (await phone.AnswerAsync()).StatusCode);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(150)]
    [InlineData(300)]
    public async Task Answer_can_cross_the_cancel(int ms)
    {
        await FaultAsync(new { atendeAposCancelarMs = ms });
        await SlowRingingAsync();
        using var phone = await ConnectAsync("1002");
        var trying = await phone.InviteAsync("+5521900000102");
        await phone.CancelAsync(trying);

        Assert.Equal("CANCEL", (await phone.AnswerAsync()).CSeqMethod);
        var ok = await phone.AnswerAsync();
        Assert.Equal((200, "INVITE"), (ok.StatusCode, ok.CSeqMethod));
        await phone.AcknowledgeAsync(ok);
        await phone.SendInDialogAsync("BYE", ok);
        Assert.Equal(200, (await phone.AnswerAsync()).StatusCode);
    }

    [Fact]
    public async Task Options_can_stay_without_an_answer()
    {
        using var phone = await ConnectAsync("1003");
        await FaultAsync(new { optionsSemResposta = true });
        await phone.SendInDialogAsync("OPTIONS", "<sip:x@aurora.simulador>");

        Assert.Equal(200, (await phone.RegisterAsync()).StatusCode);
    }

    [Fact]
    public async Task Dead_path_takes_everything_and_answers_nothing()
    {
        using var phone = await ConnectAsync("1003");
        await FaultAsync(new { caminhoMorto = true });
        await phone.SendInDialogAsync("OPTIONS", "<sip:x@aurora.simulador>");
        await FaultAsync(new { });
        await phone.SendInDialogAsync("PUBLISH", "<sip:x@aurora.simulador>");

        Assert.Equal(405, (await phone.ReceiveAsync())!.StatusCode);
    }

    [Fact]
    public async Task Handshake_can_hang()
    {
        await FaultAsync(new { webSocketPendurado = true });
        using var waiting = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("sip");
        var since = Stopwatch.StartNew();

        await Assert.ThrowsAnyAsync<Exception>(
            () => socket.ConnectAsync(new UriBuilder(simulador.Address) { Scheme = "ws", Path = "/sip" }.Uri, waiting.Token));

        Assert.True(since.Elapsed > TimeSpan.FromMilliseconds(900));
    }

    [Fact]
    public async Task Challenge_can_name_another_realm()
    {
        await FaultAsync(new { realm = "asterisk" });
        using var ofTheDomain = await ConnectAsync("1001");
        using var ofTheRealm = await new SipPeer("1001", "ramal-1001-aurora", realm: "asterisk").ConnectAsync(simulador.Address);

        Assert.Equal(401, (await ofTheDomain.RegisterAsync()).StatusCode);
        Assert.Equal(200, (await ofTheRealm.RegisterAsync()).StatusCode);
    }

    [Fact]
    public async Task Customer_holds_without_music_and_comes_back()
    {
        using var phone = await ConnectAsync("1004");
        await phone.RegisterAsync();
        await DialUntilAnsweredAsync(phone, "+5521900000104");
        var id = (await simulador.ReadAsync(HttpMethod.Get, "/controle/ligacoes")).AsArray()
            .First(row => row!["chamadaSip"]!.ToString() == phone.CallId)!["id"]!.ToString();

        Assert.Contains("a=inactive", await HoldAsync(phone, id, "", 204), StringComparison.Ordinal);
        Assert.Contains("a=sendrecv", await HoldAsync(phone, id, "?retomar=true", 204), StringComparison.Ordinal);
    }

    private async Task<string> HoldAsync(SipPeer phone, string id, string query, int expected)
    {
        var asking = simulador.AskAsync(HttpMethod.Post, $"/controle/ligacoes/{id}/espera{query}");
        var offer = await phone.ReceiveRequestAsync("INVITE");
        await phone.ReplyAsync(offer, SipStatus.Ok, withAudio: true);
        using var answer = await asking;
        Assert.Equal(expected, (int)answer.StatusCode);
        Assert.Equal(offer.CSeq, (await phone.ReceiveRequestAsync("ACK")).CSeq);
        return offer.Body;
    }

    private static async Task<SipMessage> DialUntilAnsweredAsync(SipPeer phone, string number)
    {
        await phone.InviteAsync(number);
        var ok = await phone.AnswerAsync();
        Assert.Equal(200, ok.StatusCode);
        await phone.AcknowledgeAsync(ok);
        return ok;
    }

    private Task<SipPeer> ConnectAsync(string extension) => new SipPeer(extension, $"ramal-{extension}-aurora").ConnectAsync(simulador.Address);

    private async Task SlowRingingAsync()
    {
        using var answer = await simulador.AskAsync(HttpMethod.Post, "/controle/opcoes", new { toqueMs = 10000 });
        Assert.True(answer.IsSuccessStatusCode);
    }

    private async Task FaultAsync(object faults)
    {
        using var answer = await simulador.AskAsync(HttpMethod.Post, "/controle/sip", faults);
        Assert.Equal(204, (int)answer.StatusCode);
        using var ringing = await simulador.AskAsync(HttpMethod.Post, "/controle/opcoes", new { toqueMs = 50 });
    }
}
