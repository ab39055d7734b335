using System.Net.WebSockets;
using System.Text.Json.Nodes;
using CrmVoip.Simulador.Sip;

namespace CrmVoip.UnitTests.Simulador;

public sealed class SipSignallingTests(SimuladorFixture simulador) : IClassFixture<SimuladorFixture>
{
    [Fact]
    public async Task Extension_registers_and_leaves()
    {
        using var phone = await ConnectAsync("1002");

        Assert.Equal(200, (await phone.RegisterAsync()).StatusCode);
        Assert.Contains(await RegistrationsAsync(), row => row!["ramal"]!.ToString() == "1002");

        Assert.Equal(200, (await phone.RegisterAsync(expires: 0)).StatusCode);
        Assert.DoesNotContain(await RegistrationsAsync(), row => row!["ramal"]!.ToString() == "1002");
    }

    [Fact]
    public async Task Wrong_password_and_unknown_extension_are_challenged_again()
    {
        using var wrong = await ConnectAsync("1001", "errada");
        using var unknown = await ConnectAsync("9999");

        Assert.Equal(401, (await wrong.RegisterAsync()).StatusCode);
        Assert.Equal(401, (await unknown.RegisterAsync()).StatusCode);
    }

    [Fact]
    public async Task Lost_socket_takes_its_registration_with_it()
    {
        using var phone = await ConnectAsync("1003");
        await phone.RegisterAsync();
        phone.Abort();

        await SimuladorFixture.EventuallyAsync(RegistrationsAsync, rows => rows.All(row => row!["ramal"]!.ToString() != "1003"));
    }

    [Fact]
    public async Task Answered_call_is_held_resumed_and_hung_up()
    {
        using var phone = await ConnectAsync("1001");
        var ok = await DialUntilAnsweredAsync(phone, "+5521900000001");
        await phone.SendInDialogAsync("INFO", ok, "Signal=5\r\nDuration=160\r\n");
        Assert.Equal(200, (await phone.AnswerAsync()).StatusCode);

        await phone.SendInDialogAsync("UPDATE", ok);
        Assert.Equal(200, (await phone.AnswerAsync()).StatusCode);

        await phone.SendInDialogAsync("INVITE", ok, SipPeer.Held);
        var held = await phone.AnswerAsync();
        await phone.AcknowledgeAsync(held);
        Assert.Contains("a=recvonly", held.Body, StringComparison.Ordinal);
        var seen = (await ControlAsync()).First(row => row!["chamadaSip"]!.ToString() == phone.CallId)!;
        Assert.Equal(("em_espera", "5"), (seen["estado"]!.ToString(), seen["digitos"]!.ToString()));

        await phone.SendInDialogAsync("BYE", ok);
        Assert.Equal(200, (await phone.AnswerAsync()).StatusCode);
        var row = Assert.Single(await simulador.CallsToAsync("021900000001"))!;
        Assert.Equal("NORMAL_CLEARING", row["hangup_cause"]!.ToString());
    }

    [Theory]
    [InlineData("+5511960000004", 486, "USER_BUSY")]
    [InlineData("+5511960000005", 603, "CALL_REJECTED")]
    [InlineData("+5511960000003", 480, "NO_ANSWER")]
    [InlineData("+5511960000008", 404, "UNALLOCATED_NUMBER")]
    public async Task Number_that_is_not_reached_is_refused_and_recorded(string number, int status, string cause)
    {
        using var phone = await ConnectAsync("1001");
        Assert.Equal(100, (await phone.InviteAsync(number)).StatusCode);

        Assert.Equal(status, (await phone.AnswerAsync()).StatusCode);
        var row = (await simulador.CallsToAsync($"0{number[3..]}"))[0]!;
        Assert.Equal(cause, row["hangup_cause"]!.ToString());
        Assert.Equal(0, row["duration"]!.GetValue<int>());
    }

    [Fact]
    public async Task Call_given_up_while_ringing_is_cancelled()
    {
        using var phone = await ConnectAsync("1001");
        var ringing = await phone.InviteAsync("+5521900000003");
        await phone.CancelAsync(ringing);

        Assert.Equal("CANCEL", (await phone.AnswerAsync()).CSeqMethod);
        Assert.Equal(487, (await phone.AnswerAsync()).StatusCode);
        Assert.Equal("ORIGINATOR_CANCEL", (await simulador.CallsToAsync("021900000003"))[0]!["hangup_cause"]!.ToString());
    }

    [Fact]
    public async Task Answer_is_repeated_until_acknowledged()
    {
        using var phone = await ConnectAsync("1001");
        await phone.InviteAsync("+5521900000004");

        var first = await phone.AnswerAsync();
        var second = await phone.AnswerAsync();

        Assert.Equal(first.CSeq, second.CSeq);
        Assert.Equal(first.ToTag, second.ToTag);
    }

    [Fact]
    public async Task Browser_without_audio_is_hung_up_by_the_next_socket_it_registers_on()
    {
        using var phone = await ConnectAsync("1004");
        await DialUntilAnsweredAsync(phone, "+5521900000005");
        phone.Abort();
        using var impatient = await simulador.AskAsync(HttpMethod.Post, "/controle/opcoes", new { semAudioSegundos = 1 });
        var row = (await simulador.CallsToAsync("021900000005"))[0]!;
        using var patient = await simulador.AskAsync(HttpMethod.Post, "/controle/opcoes", new { semAudioSegundos = 20 });
        Assert.InRange(row["duration"]!.GetValue<int>(), 0, 1);

        using var again = await ConnectAsync("1004");
        await again.RegisterAsync();
        var bye = await again.ReceiveAsync();
        Assert.Equal(("BYE", phone.CallId), (bye?.Method, bye?.CallId));
    }

    [Fact]
    public async Task Requests_of_no_dialog_are_told_so()
    {
        using var phone = await ConnectAsync("1001");
        await phone.SendInDialogAsync("BYE", "<sip:x@aurora.simulador>;tag=nenhum");
        Assert.Equal(481, (await phone.AnswerAsync()).StatusCode);

        await phone.SendInDialogAsync("OPTIONS", "<sip:x@aurora.simulador>");
        Assert.Equal(200, (await phone.AnswerAsync()).StatusCode);

        await phone.SendInDialogAsync("PUBLISH", "<sip:x@aurora.simulador>");
        Assert.Equal(405, (await phone.AnswerAsync()).StatusCode);
    }

    [Fact]
    public async Task Garbage_closes_only_its_own_socket()
    {
        using var broken = await ConnectAsync("1001");
        using var phone = await ConnectAsync("1001");
        await broken.SendTextAsync("isto nao e SIP");

        Assert.Null(await broken.ReceiveAsync());
        Assert.Equal(WebSocketCloseStatus.InvalidPayloadData, broken.CloseStatus);
        Assert.Equal(200, (await phone.RegisterAsync(expires: 0)).StatusCode);
    }

    private static async Task<SipMessage> DialUntilAnsweredAsync(SipPeer phone, string number)
    {
        await phone.InviteAsync(number);
        var ok = await phone.AnswerAsync();
        Assert.Equal(200, ok.StatusCode);
        await phone.AcknowledgeAsync(ok);
        return ok;
    }

    private Task<SipPeer> ConnectAsync(string extension, string? password = null) =>
        new SipPeer(extension, password ?? $"ramal-{extension}-aurora").ConnectAsync(simulador.Address);

    private async Task<JsonArray> RegistrationsAsync() => (await simulador.ReadAsync(HttpMethod.Get, "/controle/registros")).AsArray();

    private async Task<JsonArray> ControlAsync() => (await simulador.ReadAsync(HttpMethod.Get, "/controle/ligacoes")).AsArray();
}
