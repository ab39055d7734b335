/** @param {RTCIceCandidate} candidate */
const typeOf = (candidate) => candidate.type ?? / typ (\w+)/.exec(candidate.candidate ?? "")?.[1]
/** @param {RTCIceCandidate} candidate */
const isTcp = (candidate) => (candidate.protocol ?? / (udp|tcp) /i.exec(candidate.candidate ?? "")?.[1])?.toLowerCase() === "tcp"

/** The addresses of this machine come at once, those for TCP, which no SIP server's media uses, some 100 ms later. */
const HOSTS_SETTLE_MS = 30

/**
 * Handler for JsSIP's `icecandidate`. A STUN server that does not answer keeps gathering open for 40 s; the offer leaves
 * shortly after the first address seen from outside, or `limit` ms after the first candidate of any kind. Without servers
 * (`hostsOnly`) there is no such address: it leaves with the last of the machine's own for UDP.
 */
export function earlyGathering({ limit = 1000, settle = 150, hostsOnly = false } = {}) {
  /** @type {{ ready: () => void, reachable: boolean, udp: boolean, endsAt: number, timer: number } | undefined} */
  let gathering
  /** @param {number} ms */
  const readyIn = (ms) => {
    if (!gathering) return
    clearTimeout(gathering.timer)
    gathering.timer = setTimeout(gathering.ready, Math.max(0, Math.min(ms, gathering.endsAt - Date.now())))
  }
  /** @param {RTCIceCandidate} candidate */
  function onHost(candidate) {
    if (!isTcp(candidate)) {
      if (gathering) gathering.udp = true
      readyIn(HOSTS_SETTLE_MS)
    } else if (gathering?.udp) {
      readyIn(0)
    }
  }
  return (/** @type {{ candidate: RTCIceCandidate, ready: () => void }} */ { candidate, ready }) => {
    if (gathering?.ready !== ready) {
      clearTimeout(gathering?.timer)
      gathering = { ready, reachable: false, udp: false, endsAt: Date.now() + limit, timer: setTimeout(ready, limit) }
    }
    if (hostsOnly) {
      onHost(candidate)
      return
    }
    if (gathering.reachable || !["srflx", "relay"].includes(typeOf(candidate) ?? "")) return
    gathering.reachable = true
    readyIn(settle)
  }
}
