import { loopBack } from "../media/loopback.js"
import { hearsSound } from "../media/sound-check.js"
import { toPlain } from "../phone-error.js"
import { tryRegistration } from "./trial-registration.js"

/**
 * @import { CallState, Credentials, EventDetails, IceSettings, LineTestOptions, LineTestStep, MakeDriver, Result, TestLimits } from "../types.js"
 * @import { Environment } from "../environment.js"
 * @import { Microphone } from "../media/microphone.js"
 */

/**
 * Tries what a call needs, in its order, up to the first thing that fails: microphone, connection, registration, media.
 * Nobody is called. Never rejects; the microphone is let go of and the user agent unregistered whatever happens.
 * @param {{ environment: Environment, microphone: Microphone, makeDriver: MakeDriver, ice: IceSettings }} options
 * @param {Credentials} credentials
 * @param {LineTestOptions} [options]
 */
export async function checkLine({ environment, microphone, makeDriver, ice }, credentials, { onStep = () => {}, limits = {}, credentialsFor } = {}) {
  /** @param {LineTestStep["step"]} step @param {LineTestStep["state"]} state @param {object} [details] */
  const report = (step, state, details) => onStep({ step, state, ...details })
  /** @param {LineTestStep["step"]} step @param {() => Promise<Result>} act */
  const attempt = async (step, act) => {
    report(step, "running")
    const { ok, ...details } = await act()
    report(step, ok ? "ok" : "failed", details)
    return ok
  }
  /** @type {MediaStream | undefined} */
  let stream
  try {
    const works = await attempt("microphone", async () => {
      const checked = await checkMicrophone(microphone, environment, limits.microphone)
      stream = checked.stream
      return checked.result
    })
    return (
      works &&
      (await checkRegistration(makeDriver, credentials, report, { ...limits.registration, credentialsFor })) &&
      (await attempt("media", () => loopBack(/** @type {MediaStream} */ (stream), environment, { ...ice, iceServers: credentials.iceServers }, limits.media)))
    )
  } finally {
    stream?.getTracks().forEach((track) => track.stop())
  }
}

/** @param {Microphone} microphone @param {Environment} environment @param {TestLimits["microphone"]} limits @returns {Promise<{ stream?: MediaStream, result: Result }>} */
async function checkMicrophone(microphone, environment, limits) {
  /** @type {MediaStream} */
  let stream
  try {
    stream = await microphone.acquire()
  } catch (error) {
    return { result: { ok: false, cause: /** @type {LineTestStep["cause"]} */ (toPlain(error).code) } }
  }
  const { label = "" } = stream.getAudioTracks()[0]
  const heard = await hearsSound(stream, environment, limits).catch(() => false)
  return { stream, result: heard ? { ok: true, label } : { ok: false, cause: "mic_silent", label } }
}

/**
 * The steps of the trial, told as two: the socket and the ramal.
 * @param {MakeDriver} makeDriver
 * @param {Credentials} credentials
 * @param {(step: LineTestStep["step"], state: LineTestStep["state"], details?: object) => void} report
 * @param {TestLimits["registration"] & Pick<LineTestOptions, "credentialsFor">} limits
 */
async function checkRegistration(makeDriver, credentials, report, limits) {
  /** @type {LineTestStep["step"]} */
  let step = "connection"
  const { step: last } = await tryRegistration(makeDriver, credentials, {
    ...limits,
    onStep({ step: reached, ...details }) {
      if (reached === "connecting") report(step, "running")
      if (reached === "connected") {
        report("connection", "ok", details)
        step = "registration"
        report(step, "running")
      }
      if (reached === "registered") report("registration", "ok", details)
      if (reached === "failed") report(step, "failed", details)
    },
  })
  return last === "registered"
}
