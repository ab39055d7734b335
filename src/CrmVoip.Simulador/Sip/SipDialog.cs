using System.Globalization;
using System.Security.Cryptography;

namespace CrmVoip.Simulador.Sip;

/// <summary>Who and what a dialog joins (RFC 3261 §12), seen from the simulator. Parties carry their tags.</summary>
public sealed record DialogParties(string CallId, string LocalParty, string RemoteParty, string Domain, string User);

/// <summary>
/// A dialog outlives the WebSocket it began on: requests go to the newest socket the extension was heard on.
/// </summary>
public sealed class SipDialog(DialogParties parties, string remoteTarget, SipConnection connection, Registrar registrar, int sequence = 0)
{
    private int sequence = sequence;

    public DialogParties Parties { get; } = parties;

    public string CallId => Parties.CallId;

    public string LocalTag { get; } = SipParameters.Find(parties.LocalParty, "tag") ?? "";

    public string RemoteTarget { get; private set; } = remoteTarget;

    public SipConnection Connection { get; private set; } = connection;

    public string Contact => $"<sip:{Parties.User}@{Parties.Domain};transport=ws>";

    public static string NewTag() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));

    public static string NewBranch() => $"z9hG4bK{NewTag()}";

    public bool Matches(SipMessage request) =>
        request.CallId == CallId
        && request.ToTag == LocalTag
        && request.FromTag == SipParameters.Find(Parties.RemoteParty, "tag");

    /// <summary>A request inside the dialog proves where the peer is now.</summary>
    public void Refresh(SipConnection current, SipMessage request)
    {
        Connection = current;
        if (request.Method is "INVITE" or "UPDATE" && request["Contact"] is { } contact)
        {
            RemoteTarget = SipParameters.Uri(contact);
        }
    }

    public SipMessage CreateRequest(string method, string body = "")
    {
        sequence++;
        return Create(method, sequence, body);
    }

    /// <summary>The ACK of a 200 carries the number of the INVITE (RFC 3261 §13.2.2.4).</summary>
    public SipMessage CreateAck(int inviteSequence) => Create("ACK", inviteSequence);

    /// <summary>
    /// An open socket to the peer: the one its contact registered on last, since an older one may be dead without
    /// knowing, else the dialog's own, else any of the extension's.
    /// </summary>
    public SipConnection? FindRoute()
    {
        var bindings = registrar.Find(Parties.Domain, Parties.User);
        var registered = bindings.FirstOrDefault(b => b.ContactUri == RemoteTarget)?.Connection;
        if (registered is not null && registered.OpenedAt > Connection.OpenedAt)
        {
            return registered;
        }

        return Connection.IsOpen ? Connection : bindings.Select(b => b.Connection).FirstOrDefault();
    }

    private SipMessage Create(string method, int number, string body = "") => new SipMessage($"{method} {RemoteTarget} {SipMessage.Version}", body)
            .With("Via", $"SIP/2.0/WS {Parties.Domain};branch={NewBranch()}")
            .With("Max-Forwards", "70")
            .With("From", Parties.LocalParty)
            .With("To", Parties.RemoteParty)
            .With("Call-ID", CallId)
            .With("CSeq", string.Create(CultureInfo.InvariantCulture, $"{number} {method}"));
}
