using System.Text.Json.Nodes;
using CrmVoip.Simulador.Sip;

namespace CrmVoip.UnitTests.Simulador;

/// <summary>A customer calls: the browser rings as it would at the provider, and every end is a record.</summary>
public sealed class InboundCallTests(SimuladorFixture simulador) : IClassFixture<SimuladorFixture>
{
    [Fact]
    public async Task Answered_call_rings_without_the_dialers_header_and_ends_with_the_rep()
    {
        using var phone = await RegisterAsync("1001");
        var id = await RingAsync("1001", "+5571900000001");
        var invite = await phone.ReceiveRequestAsync("INVITE");
        Assert.Null(invite["X-Api4comintegratedcall"]);
        Assert.Contains("sip:071900000001@", invite.From, StringComparison.Ordinal);

        await phone.ReplyAsync(invite, SipStatus.Ok, withAudio: true);
        await phone.ReceiveRequestAsync("ACK");
        await SimuladorFixture.EventuallyAsync(
            async () => (await simulador.ReadAsync(HttpMethod.Get, "/controle/ligacoes?numero=071900000001")).AsArray(),
            rows => rows.Any(row => row!["estado"]!.ToString() == "em_ligacao"));
        using var hangup = await simulador.AskAsync(HttpMethod.Post, $"/controle/ligacoes/{id}/desligar");
        await phone.ReplyAsync(await phone.ReceiveRequestAsync("BYE"), SipStatus.Ok);

        var row = await RecordAsync(id);
        Assert.Equal(("entrada", "NORMAL_CLEARING"), (row["direcao"]!.ToString(), row["causa"]!.ToString()));
        Assert.NotNull(row["atendidaEm"]);
    }

    [Theory]
    [InlineData(486, "USER_BUSY")]
    [InlineData(603, "CALL_REJECTED")]
    public async Task Refused_call_is_recorded(int status, string cause)
    {
        using var phone = await RegisterAsync("1002");
        var id = await RingAsync("1002", "+5571900000002");
        await phone.ReplyAsync(await phone.ReceiveRequestAsync("INVITE"), new SipStatus(status, "Refused"));
        await phone.ReceiveRequestAsync("ACK");

        Assert.Equal(cause, (await RecordAsync(id))["causa"]!.ToString());
    }

    [Theory]
    [InlineData(false, "NO_ANSWER")]
    [InlineData(true, "ORIGINATOR_CANCEL")]
    public async Task Missed_call_is_cancelled_and_recorded(bool callerGivesUp, string cause)
    {
        using var phone = await RegisterAsync("1003");
        var id = await RingAsync("1003", "+5571900000003", toqueSegundos: callerGivesUp ? 20 : 0.2);
        var invite = await phone.ReceiveRequestAsync("INVITE");
        if (callerGivesUp)
        {
            using var hangup = await simulador.AskAsync(HttpMethod.Post, $"/controle/ligacoes/{id}/desligar");
        }

        await phone.ReplyAsync(await phone.ReceiveRequestAsync("CANCEL"), SipStatus.Ok);
        await phone.ReplyAsync(invite, SipStatus.RequestTerminated);
        await phone.ReceiveRequestAsync("ACK");

        var row = await RecordAsync(id);
        Assert.Equal(cause, row["causa"]!.ToString());
        Assert.Null(row["atendidaEm"]);
    }

    [Fact]
    public async Task Extension_that_is_not_registered_does_not_ring()
    {
        var id = await RingAsync("1004", "+5571900000004");

        Assert.Equal("USER_NOT_REGISTERED", (await RecordAsync(id))["causa"]!.ToString());
    }

    private async Task<SipPeer> RegisterAsync(string extension)
    {
        var phone = await new SipPeer(extension, $"ramal-{extension}-aurora").ConnectAsync(simulador.Address);
        Assert.Equal(200, (await phone.RegisterAsync()).StatusCode);
        return phone;
    }

    private async Task<string> RingAsync(string ramal, string numero, double toqueSegundos = 20) => (await simulador.ReadAsync(
        HttpMethod.Post, "/controle/entradas", new { dominio = "aurora.simulador", ramal, numero, toqueSegundos }))["id"]!.ToString();

    private async Task<JsonNode> RecordAsync(string id)
    {
        var rows = await SimuladorFixture.EventuallyAsync(
            async () => (await simulador.ReadAsync(HttpMethod.Get, "/controle/verdade")).AsArray(),
            all => all.Any(row => row!["id"]!.ToString() == id));
        return rows.First(row => row!["id"]!.ToString() == id)!;
    }
}
