using CrmVoip.Simulador.Media;

namespace CrmVoip.Simulador.Sip;

/// <summary>A call's audio together with the SDP that describes it.</summary>
public sealed record MediaChannel(MediaSession Session, SdpWriter Sdp)
{
    public void Apply(SdpOffer offer) =>
        Session.ApplyRemote(offer.Ufrag, offer.Fingerprint, offer.TelephoneEvent, offer.Held);
}

public sealed class MediaGateway(
    DtlsIdentity identity, MediaClock mediaClock, SimuladorOptions options, TimeProvider clock, ILogger<MediaGateway> logger)
{
    public MediaChannel Open()
    {
        var session = new MediaSession(identity, mediaClock, clock, logger);
        return new MediaChannel(session, new SdpWriter(session, identity, HostAddresses.Find(options.Enderecos)));
    }
}
