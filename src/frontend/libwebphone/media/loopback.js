const INTERVAL_MS = 100

const usesTurn = iceServers => iceServers.some(({ urls }) => [urls].flat().some(url => /^turns?:/.test(url)))

/**
 * Sends the microphone through two peer connections of this page, with the ICE servers of a call, until packets arrive.
 * What it cannot prove is the way to the provider: that takes a call, and there is nobody to call for a test.
 */
export async function loopBack(stream, { PeerConnection }, { iceServers = [], iceTransportPolicy = "all" }, { timeoutMs = 6000 } = {}) {
  const types = new Set()
  let near, far
  try {
    near = new PeerConnection({ iceServers, iceTransportPolicy })
    far = new PeerConnection({ iceServers, iceTransportPolicy })
    trickle(near, far, types)
    trickle(far, near, types)
    stream.getAudioTracks().forEach(track => near.addTrack(track, stream))
    await connect(near, far)
    const relayed = () => !usesTurn(iceServers) || types.has("relay")
    const flows = await until(async () => await packetsReceived(far) > 0, timeoutMs)
    if (!flows) return { ok: false, cause: types.size ? "no_media" : "no_candidates", candidateTypes: [...types] }
    await until(relayed, timeoutMs / 2)
    return { ok: true, candidateTypes: [...types], ...(relayed() ? {} : { warning: "turn_unreachable" }) }
  } catch {
    return { ok: false, cause: "no_media", candidateTypes: [...types] }
  } finally {
    near?.close()
    far?.close()
  }
}

function trickle(from, to, types) {
  from.addEventListener("icecandidate", ({ candidate }) => {
    if (!candidate?.candidate) return
    types.add(candidate.type)
    to.addIceCandidate(candidate).catch(() => {})
  })
}

async function connect(near, far) {
  await near.setLocalDescription(await near.createOffer())
  await far.setRemoteDescription(near.localDescription)
  await far.setLocalDescription(await far.createAnswer())
  await near.setRemoteDescription(far.localDescription)
}

async function packetsReceived(connection) {
  const report = await connection.getStats()
  return [...report.values()].reduce((sum, { type, packetsReceived = 0 }) => sum + (type === "inbound-rtp" ? packetsReceived : 0), 0)
}

async function until(holds, timeoutMs) {
  for (let waited = 0; ; waited += INTERVAL_MS) {
    if (await holds()) return true
    if (waited >= timeoutMs) return false
    await new Promise(resolve => setTimeout(resolve, INTERVAL_MS))
  }
}
