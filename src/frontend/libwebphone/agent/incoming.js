/**
 * @import { Call } from "../call/call.js"
 * @import { Incoming, Publish } from "../types.js"
 * @import { JsSipSession } from "../drivers/jssip-session.js"
 * @import { PendingDial } from "./dialer.js"
 */

/**
 * No inbound calls in this phase: everything that is not the answer to our own pending dial is busy.
 * @param {Incoming} incoming
 * @param {{ pendingDial: PendingDial, hasLiveCall: () => boolean, adopt: (call: Call, session: JsSipSession) => void, iceTransportPolicy: RTCIceTransportPolicy, publish: Publish }} options
 */
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
