using System.Net;
using CrmVoip.Simulador.Sip;

namespace CrmVoip.UnitTests.Simulador;

public sealed class DialerTests(SimuladorFixture simulador) : IClassFixture<SimuladorFixture>
{
    [Fact]
    public async Task Extension_rings_with_the_header_and_the_call_keeps_the_metadata()
    {
        using var phone = await RegisterAsync("1001");
        var handle = await DialAsync("1001", "+5541900000001");
        var invite = await phone.ReceiveRequestAsync("INVITE");
        Assert.Equal("true", invite["X-Api4comintegratedcall"]);
        Assert.NotNull(SdpOffer.Parse(invite.Body));

        await phone.ReplyAsync(invite, SipStatus.Ok, withAudio: true);
        await phone.ReceiveRequestAsync("ACK");
        using var hangup = await HangUpAsync(handle);
        await phone.ReplyAsync(await phone.ReceiveRequestAsync("BYE"), SipStatus.Ok);
        using var again = await HangUpAsync(handle);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (hangup.StatusCode, again.StatusCode));
        var row = (await simulador.CallsToAsync("041900000001"))[0]!;
        Assert.Equal("t1", row["metadata"]!["attemptId"]!.ToString());
        Assert.NotEqual(handle, row["id"]!.ToString());
    }

    [Fact]
    public async Task Busy_customer_ends_the_established_leg_with_a_bye()
    {
        using var phone = await RegisterAsync("1002");
        await DialAsync("1002", "+5511960000004");
        await phone.ReplyAsync(await phone.ReceiveRequestAsync("INVITE"), SipStatus.Ok, withAudio: true);

        await phone.ReplyAsync(await phone.ReceiveRequestAsync("BYE"), SipStatus.Ok);

        Assert.Equal("USER_BUSY", (await simulador.CallsToAsync("011960000004"))[0]!["hangup_cause"]!.ToString());
    }

    [Fact]
    public async Task Hangup_while_the_extension_rings_cancels_and_leaves_no_record()
    {
        using var phone = await RegisterAsync("1003");
        var handle = await DialAsync("1003", "+5541900000002");
        var invite = await phone.ReceiveRequestAsync("INVITE");
        await phone.ReplyAsync(invite, SipStatus.Ringing);

        using var hangup = await HangUpAsync(handle);
        Assert.Equal(HttpStatusCode.OK, hangup.StatusCode);
        var cancel = await phone.ReceiveRequestAsync("CANCEL");
        Assert.Equal(invite.Branch, cancel.Branch);
        await phone.ReplyAsync(cancel, SipStatus.Ok);
        await phone.ReplyAsync(invite, SipStatus.RequestTerminated);
        await phone.ReceiveRequestAsync("ACK");

        var rows = await simulador.ReadAsync(HttpMethod.Get, "/api/v1/calls?filter={\"where\":{\"to\":\"041900000002\"}}");
        Assert.Empty(rows["data"]!.AsArray());
    }

    [Fact]
    public async Task Every_contact_rings_and_the_first_to_answer_takes_the_call()
    {
        using var first = await RegisterAsync("1004");
        using var second = await RegisterAsync("1004");
        await DialAsync("1004", "+5541900000003");
        var missed = await first.ReceiveRequestAsync("INVITE");

        await second.ReplyAsync(await second.ReceiveRequestAsync("INVITE"), SipStatus.Ok, withAudio: true);
        await second.ReceiveRequestAsync("ACK");

        await first.ReplyAsync(await first.ReceiveRequestAsync("CANCEL"), SipStatus.Ok);
        await first.ReplyAsync(missed, SipStatus.RequestTerminated);
        await first.ReceiveRequestAsync("ACK");
    }

    private async Task<SipPeer> RegisterAsync(string extension)
    {
        var phone = await new SipPeer(extension, $"ramal-{extension}-aurora").ConnectAsync(simulador.Address);
        Assert.Equal(200, (await phone.RegisterAsync()).StatusCode);
        return phone;
    }

    private async Task<string> DialAsync(string extension, string phone)
    {
        var answer = await simulador.ReadAsync(
            HttpMethod.Post, "/api/v1/dialer", new { extension, phone, metadata = new { gateway = "crmvoip", attemptId = "t1" } });
        Assert.Equal("successfull", answer["message"]!.ToString());
        return answer["id"]!.ToString();
    }

    private Task<HttpResponseMessage> HangUpAsync(string handle) =>
        simulador.AskAsync(HttpMethod.Post, $"/api/v1/calls/{handle}/hangup");
}
