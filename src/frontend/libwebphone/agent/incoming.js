/** No inbound calls in this phase: everything that is not the answer to our own pending dial is busy. */
export function handleIncoming(incoming, { pendingDial, hasLiveCall, adopt, iceTransportPolicy, publish }) {
  const call = pendingDial.claim(incoming)
  if (call) {
    adopt(call, incoming.session)
    incoming.answer({ stream: call.stream, iceTransportPolicy })
    return
  }
  incoming.reject(486)
  publish("call.refused", { data: { from: incoming.from, reason: hasLiveCall() ? "in_call" : "inbound_off" } })
}
