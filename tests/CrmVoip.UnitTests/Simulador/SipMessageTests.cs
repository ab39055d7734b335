using CrmVoip.Simulador.Sip;

namespace CrmVoip.UnitTests.Simulador;

public sealed class SipMessageTests
{
    private const string Invite =
        "INVITE sip:+5511960000001@aurora.simulador SIP/2.0\r\n"
        + "v: SIP/2.0/WS abc.invalid;branch=z9hG4bK1\r\n"
        + "Max-Forwards: 69\r\n"
        + "t: <sip:+5511960000001@aurora.simulador>\r\n"
        + "From: \"Ana; da Aurora\" <sip:1001@aurora.simulador>;tag=de\r\n"
        + "Call-ID: 1@x\r\n"
        + "CSeq: 20 INVITE\r\n"
        + "Subject: primeira\r\n linha\r\n"
        + "m: <sip:abc@abc.invalid;transport=ws;ob>\r\n"
        + "Content-Length: 5\r\n"
        + "\r\n"
        + "v=0\r\n";

    [Fact]
    public void Request_is_read_with_compact_and_folded_headers()
    {
        var message = SipParser.Parse(Invite)!;

        Assert.True(message.IsRequest);
        Assert.Equal("INVITE", message.Method);
        Assert.Equal("+5511960000001", SipParameters.User(message.RequestUri));
        Assert.Equal("z9hG4bK1", message.Branch);
        Assert.Equal("de", message.FromTag);
        Assert.Null(message.ToTag);
        Assert.Equal("primeira linha", message["subject"]);
        Assert.Equal("sip:abc@abc.invalid;transport=ws;ob", SipParameters.Uri(message["Contact"]!));
        Assert.Equal("v=0\r\n", message.Body);
    }

    [Fact]
    public void Response_copies_what_identifies_the_transaction_and_tags_the_answerer()
    {
        var request = SipParser.Parse(Invite)!;

        var response = SipParser.Parse(request.CreateResponse(SipStatus.Ok, "para", "v=0\r\n").ToString())!;

        Assert.False(response.IsRequest);
        Assert.Equal(200, response.StatusCode);
        Assert.Equal("INVITE", response.Method);
        Assert.Equal(20, response.CSeq);
        Assert.Equal(request.Branch, response.Branch);
        Assert.Equal("para", response.ToTag);
        Assert.Equal("application/sdp", response["Content-Type"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("\r\n\r\n")]
    [InlineData("INVITE sip:x SIP/2.0\r\nVia: x\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\n\r\n")]
    public void What_is_not_SIP_is_refused(string text) => Assert.Null(SipParser.Parse(text));

    [Theory]
    [InlineData("CSeq: 20 INVITE", "CSeq: 20 BYE")]
    [InlineData("CSeq: 20 INVITE", "CSeq: vinte INVITE")]
    [InlineData("Content-Length: 5", "Content-Length: 50")]
    [InlineData("Content-Length: 5", "Content-Length: -5")]
    [InlineData("Call-ID: 1@x\r\n", "")]
    [InlineData("Max-Forwards: 69", "Max-Forwards")]
    public void A_broken_request_is_refused(string good, string bad) =>
        Assert.Null(SipParser.Parse(Invite.Replace(good, bad, StringComparison.Ordinal)));

    [Theory]
    [InlineData("sip:1001@aurora.simulador", "1001", "aurora.simulador")]
    [InlineData("<sip:%2B5511@aurora.simulador:5090;transport=ws>;tag=1", "+5511", "aurora.simulador")]
    [InlineData("sip:aurora.simulador", "", "aurora.simulador")]
    [InlineData("tel:123", "", "")]
    public void User_and_host_are_found_in_any_address(string value, string user, string host)
    {
        Assert.Equal(user, SipParameters.User(value));
        Assert.Equal(host, SipParameters.Host(value));
    }
}
