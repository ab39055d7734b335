using System.Net;
using System.Security.Cryptography;

namespace CrmVoip.Simulador.Media;

/// <summary>
/// Answers the browser's connectivity checks and follows the address it nominates. It never sends checks, so the
/// browser's own candidates (also hidden mDNS names) do not matter.
/// </summary>
public sealed class IceLiteAgent
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, string> passwords = [];
    private string? remoteUfrag;

    public IceLiteAgent() => NewCredentials();

    public string Ufrag { get; private set; } = "";

    public string Password { get; private set; } = "";

    public IPEndPoint? Peer { get; private set; }

    /// <summary>A changed remote ufrag is an ICE restart, which must be answered with credentials of its own (RFC 8445 §9).</summary>
    public void ApplyRemote(string ufrag)
    {
        lock (gate)
        {
            if (remoteUfrag is not null && remoteUfrag != ufrag)
            {
                NewCredentials();
            }

            remoteUfrag = ufrag;
        }
    }

    /// <summary>Returns the response to send back, or null when the request must be dropped.</summary>
    public byte[]? Answer(ReadOnlySpan<byte> message, IPEndPoint from)
    {
        lock (gate)
        {
            var localUfrag = StunMessage.ReadUsername(message)?.Split(':')[0];
            if (localUfrag is null
                || !passwords.TryGetValue(localUfrag, out var password)
                || StunMessage.ReadRequest(message, password) is not { } request)
            {
                return null;
            }

            if (Peer is null || request.UseCandidate)
            {
                Peer = new IPEndPoint(from.Address, from.Port);
            }

            return StunMessage.CreateResponse(message, from, password);
        }
    }

    private void NewCredentials()
    {
        Ufrag = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
        Password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        passwords[Ufrag] = Password;
    }
}
