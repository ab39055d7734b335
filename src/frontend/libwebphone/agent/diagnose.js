import { toPlain } from "../phone-error.js"

/**
 * @import { IceSettings } from "../types.js"
 * @import { Environment } from "../environment.js"
 * @import { Registration } from "./registration.js"
 * @import { Microphone } from "../media/microphone.js"
 * @import { JsSipDriver } from "../drivers/jssip-driver.js"
 */

/**
 * @template T
 * @param {number} ms
 * @param {Promise<T>} promise
 * @param {T} otherwise
 * @returns {Promise<T>}
 */
const withinMs = (ms, promise, otherwise) => {
  /** @type {number | undefined} */
  let timer
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, ms, otherwise)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}

/**
 * Looks at each thing a call needs, without calling anybody.
 * @param {{ environment: Environment, microphone: Microphone, registration: Registration, ice: IceSettings }} options
 * @param {{ timeoutMs?: number }} [options]
 */
export async function diagnose({ environment, microphone, registration, ice }, { timeoutMs = 5000 } = {}) {
  const { driver } = registration
  return {
    microphone: await checkMicrophone(microphone),
    socket: await checkSocket(driver, timeoutMs),
    registration: { ok: registration.registered, ...(registration.cause && { cause: registration.cause }) },
    ice: await checkIce(environment, driver?.iceServers ?? [], ice, timeoutMs),
  }
}

/** @param {Microphone} microphone */
async function checkMicrophone(microphone) {
  try {
    const stream = await microphone.acquire()
    const [track] = stream.getAudioTracks()
    stream.getTracks().forEach((each) => each.stop())
    return { ok: true, label: track.label }
  } catch (error) {
    return { ok: false, cause: toPlain(error).code }
  }
}

/** @param {JsSipDriver | null} driver @param {number} timeoutMs */
async function checkSocket(driver, timeoutMs) {
  if (!driver?.isConnected()) return { ok: false }
  const begun = Date.now()
  const answered = await withinMs(timeoutMs, driver.ping(), false)
  return { ok: true, ...(answered && { rttMs: Date.now() - begun }) }
}

/**
 * @param {{ PeerConnection: typeof RTCPeerConnection }} options
 * @param {RTCIceServer[]} iceServers
 * @param {{ iceTransportPolicy: RTCIceTransportPolicy }} options
 * @param {number} timeoutMs
 */
async function checkIce({ PeerConnection }, iceServers, { iceTransportPolicy }, timeoutMs) {
  const begun = Date.now()
  const types = new Set()
  const connection = new PeerConnection({ iceServers, iceTransportPolicy })
  const gathered = new Promise((resolve) => {
    connection.addEventListener("icecandidate", ({ candidate }) => (candidate ? types.add(candidate.type) : resolve(undefined)))
  })
  connection.addTransceiver("audio")
  await connection.setLocalDescription(await connection.createOffer())
  await withinMs(timeoutMs, gathered, undefined)
  connection.close()
  return { ok: types.size > 0, candidateTypes: [...types], elapsedMs: Date.now() - begun }
}
