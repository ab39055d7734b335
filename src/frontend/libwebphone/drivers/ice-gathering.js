const typeOf = candidate => candidate.type ?? / typ (\w+)/.exec(candidate.candidate ?? "")?.[1]

/**
 * Handler for JsSIP's `icecandidate`. A STUN server that does not answer keeps gathering open for 40 s; the offer leaves
 * shortly after the first address seen from outside, or `limit` ms after the first candidate of any kind.
 */
export function earlyGathering({ limit = 1000, settle = 150 } = {}) {
  let gathering
  return ({ candidate, ready }) => {
    if (gathering?.ready !== ready) {
      clearTimeout(gathering?.timer)
      gathering = { ready, reachable: false, endsAt: Date.now() + limit, timer: setTimeout(ready, limit) }
    }
    if (gathering.reachable || !["srflx", "relay"].includes(typeOf(candidate))) return
    gathering.reachable = true
    clearTimeout(gathering.timer)
    gathering.timer = setTimeout(ready, Math.max(0, Math.min(settle, gathering.endsAt - Date.now())))
  }
}
