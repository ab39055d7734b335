using System.Net.WebSockets;
using System.Text;
using CrmVoip.Simulador.Sip;

namespace CrmVoip.UnitTests.Simulador;

/// <summary>A browser's phone reduced to its messages.</summary>
internal sealed class SipPeer(string extension, string password, string domain = "aurora.simulador", string? realm = null) : IDisposable
{
    private const string Sdp =
        "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 0\r\nc=IN IP4 0.0.0.0\r\n"
        + "a=ice-ufrag:abcd\r\na=ice-pwd:segredosegredosegredo12\r\na=fingerprint:sha-256 AA\r\na=setup:actpass\r\na=mid:0\r\na=sendrecv\r\n";

    private readonly ClientWebSocket socket = new();
    private readonly byte[] buffer = new byte[65536];
    private readonly CancellationTokenSource timeout = new(TimeSpan.FromSeconds(15));
    private readonly string tag = SipDialog.NewTag();
    private int sequence;

    public string CallId { get; } = Guid.NewGuid().ToString();

    public string Contact => $"<sip:{tag}@{tag}.invalid;transport=ws>";

    public WebSocketCloseStatus? CloseStatus => socket.CloseStatus;

    public async Task<SipPeer> ConnectAsync(Uri simulator)
    {
        socket.Options.AddSubProtocol("sip");
        await socket.ConnectAsync(new UriBuilder(simulator) { Scheme = "ws", Path = "/sip" }.Uri, timeout.Token);
        return this;
    }

    public Task SendTextAsync(string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, timeout.Token);

    public async Task<SipMessage?> ReceiveAsync()
    {
        var result = await socket.ReceiveAsync(buffer, timeout.Token);
        return SipParser.Parse(Encoding.UTF8.GetString(buffer, 0, result.Count));
    }

    /// <summary>
    /// The final response to the last request. Provisional ones are skipped, and so is a 200 of an earlier request that the
    /// simulator repeats for want of an ACK.
    /// </summary>
    public async Task<SipMessage> AnswerAsync()
    {
        while (true)
        {
            if (await ReceiveAsync() is { IsRequest: false, StatusCode: >= 200 } answer && answer.CSeq == sequence)
            {
                return answer;
            }
        }
    }

    public Task<SipMessage> RegisterAsync(int expires = 60) => AuthenticatedAsync(
        "REGISTER", $"sip:{domain}", $"<sip:{extension}@{domain}>", ("Contact", $"{Contact};expires={expires}"));

    public Task<SipMessage> InviteAsync(string number) => AuthenticatedAsync(
        "INVITE", $"sip:{number}@{domain}", $"<sip:{number}@{domain}>", ("Contact", Contact), body: Sdp);

    /// <summary>A request inside the dialog that <paramref name="ok"/> opened.</summary>
    public Task SendInDialogAsync(string method, SipMessage ok, string body = "") =>
        SendTextAsync(Create(method, SipParameters.Uri(ok["Contact"]!), ok.To, body).With("Contact", Contact).ToString());

    public Task SendInDialogAsync(string method, string to) => SendTextAsync(Create(method, $"sip:x@{domain}", to).ToString());

    public Task CancelAsync(SipMessage ringing) => SendTextAsync(
        new SipMessage($"CANCEL sip:x@{domain} SIP/2.0")
            .With("Via", ringing["Via"]!).With("From", ringing.From).With("To", SipParameters.Uri(ringing.To))
            .With("Call-ID", CallId).With("CSeq", $"{sequence} CANCEL").ToString());

    public Task AcknowledgeAsync(SipMessage ok) => SendTextAsync(
        new SipMessage($"ACK {SipParameters.Uri(ok["Contact"]!)} SIP/2.0")
            .With("Via", $"SIP/2.0/WS x.invalid;branch={SipDialog.NewBranch()}").With("From", ok.From).With("To", ok.To)
            .With("Call-ID", CallId).With("CSeq", $"{ok.CSeq} ACK").ToString());

    /// <summary>Answers a request that the simulator sent.</summary>
    public Task ReplyAsync(SipMessage request, SipStatus status, bool withAudio = false) => SendTextAsync(
        request.CreateResponse(status, tag, withAudio ? Sdp : "").With("Contact", Contact).ToString());

    public async Task<SipMessage> ReceiveRequestAsync(string method)
    {
        while (true)
        {
            if (await ReceiveAsync() is { IsRequest: true } request && request.Method == method)
            {
                return request;
            }
        }
    }

    public static string Held => Sdp.Replace("sendrecv", "sendonly", StringComparison.Ordinal);

    public void Abort() => socket.Abort();

    public void Dispose()
    {
        socket.Dispose();
        timeout.Dispose();
    }

    private async Task<SipMessage> AuthenticatedAsync(
        string method, string uri, string to, (string Name, string Value) contact, string body = "")
    {
        await SendTextAsync(Create(method, uri, to, body).With(contact.Name, contact.Value).ToString());
        var challenge = await AnswerAsync();
        var (asked, answered) = challenge.StatusCode == 401
            ? ("WWW-Authenticate", "Authorization")
            : ("Proxy-Authenticate", "Proxy-Authorization");
        var header = Authorize(challenge[asked]!, method, uri);
        await SendTextAsync(Create(method, uri, to, body).With(contact.Name, contact.Value).With(answered, header).ToString());
        return method == "INVITE" ? (await ReceiveAsync())! : await AnswerAsync();
    }

    private string Authorize(string challenge, string method, string uri)
    {
        var header =
            $"Digest username=\"{extension}\", realm=\"{realm ?? domain}\", nonce=\"{SipParameters.Find(challenge, "nonce")}\", "
            + $"uri=\"{uri}\", qop=auth, nc=00000001, cnonce=\"abc\"";
        var ha1 = DigestAuthenticator.HashOf($"{extension}:{realm ?? domain}:{password}");
        return $"{header}, response=\"{DigestAuthenticator.ComputeResponse(header, method, ha1)}\"";
    }

    private SipMessage Create(string method, string uri, string to, string body = "")
    {
        sequence++;
        return new SipMessage($"{method} {uri} SIP/2.0", body)
            .With("Via", $"SIP/2.0/WS x.invalid;branch={SipDialog.NewBranch()}")
            .With("From", $"<sip:{extension}@{domain}>;tag={tag}")
            .With("To", to)
            .With("Call-ID", CallId)
            .With("CSeq", $"{sequence} {method}");
    }
}
