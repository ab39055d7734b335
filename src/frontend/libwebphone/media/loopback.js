/** @import { CallState, Result } from "../types.js" */

const INTERVAL_MS = 100

/** @param {RTCIceServer[]} iceServers */
const usesTurn = (iceServers) => iceServers.some(({ urls }) => [urls].flat().some((url) => /^turns?:/.test(url)))

/**
 * Sends the microphone through two peer connections of this page, with the ICE servers of a call, until packets arrive.
 * What it cannot prove is the way to the provider: that takes a call, and there is nobody to call for a test.
 * @param {MediaStream} stream
 * @param {{ PeerConnection: typeof RTCPeerConnection }} options
 * @param {{ iceServers?: RTCIceServer[], iceTransportPolicy?: RTCIceTransportPolicy }} options
 * @param {{ timeoutMs?: number }} [options]
 * @returns {Promise<Result>}
 */
export async function loopBack(stream, { PeerConnection }, { iceServers = [], iceTransportPolicy = "all" }, { timeoutMs = 6000 } = {}) {
  /** @type {Set<string>} */
  const types = new Set()
  /** @type {RTCPeerConnection | undefined} */
  let near
  /** @type {RTCPeerConnection | undefined} */
  let far
  try {
    near = new PeerConnection({ iceServers, iceTransportPolicy })
    far = new PeerConnection({ iceServers, iceTransportPolicy })
    trickle(near, far, types)
    trickle(far, near, types)
    for (const track of stream.getAudioTracks()) near.addTrack(track, stream)
    await connect(near, far)
    const relayed = () => !usesTurn(iceServers) || types.has("relay")
    const flows = await until(async () => (await packetsReceived(/** @type {RTCPeerConnection} */ (far))) > 0, timeoutMs)
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

/** @param {RTCPeerConnection} from @param {RTCPeerConnection} to @param {Set<string>} types */
function trickle(from, to, types) {
  from.addEventListener("icecandidate", ({ candidate }) => {
    if (!candidate?.candidate) return
    types.add(String(candidate.type))
    to.addIceCandidate(candidate).catch(() => {})
  })
}

/** @param {RTCPeerConnection} near @param {RTCPeerConnection} far */
async function connect(near, far) {
  await near.setLocalDescription(await near.createOffer())
  await far.setRemoteDescription(/** @type {RTCSessionDescription} */ (near.localDescription))
  await far.setLocalDescription(await far.createAnswer())
  await near.setRemoteDescription(/** @type {RTCSessionDescription} */ (far.localDescription))
}

/** @param {RTCPeerConnection} connection */
async function packetsReceived(connection) {
  const report = await connection.getStats()
  return [...report.values()].reduce((sum, { type, packetsReceived = 0 }) => sum + (type === "inbound-rtp" ? packetsReceived : 0), 0)
}

/** @param {() => boolean | Promise<boolean>} holds @param {number} timeoutMs */
async function until(holds, timeoutMs) {
  for (let waited = 0; ; waited += INTERVAL_MS) {
    if (await holds()) return true
    if (waited >= timeoutMs) return false
    await new Promise((resolve) => setTimeout(resolve, INTERVAL_MS))
  }
}
