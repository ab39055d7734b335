using System.Collections.Concurrent;

namespace CrmVoip.Simulador.Sip;

/// <summary>The legs that are up, found by the dialog a request names.</summary>
public sealed class SipDialogs
{
    private readonly ConcurrentDictionary<string, SipLeg> legs = [];

    public bool TryAdd(SipLeg leg) => legs.TryAdd(leg.Dialog.CallId, leg);

    public void Remove(SipLeg leg) => legs.TryRemove(new(leg.Dialog.CallId, leg));

    public SipLeg? FindByCallId(string callId) => legs.GetValueOrDefault(callId);

    public SipLeg? Find(SipMessage request) =>
        legs.TryGetValue(request.CallId, out var leg) && leg.Dialog.Matches(request) ? leg : null;
}
