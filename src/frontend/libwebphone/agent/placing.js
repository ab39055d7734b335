import { causeOfError } from "../causes.js"
import { asPhoneError, PhoneError } from "../phone-error.js"

/**
 * @import { Call } from "../call/call.js"
 * @import { Answer, CallInfo, Run } from "../types.js"
 * @import { Registration } from "./registration.js"
 * @import { JsSipSession } from "../drivers/jssip-session.js"
 */

/**
 * @typedef {object} Steps
 * @property {() => Promise<MediaStream>} acquire
 * @property {(info: CallInfo) => Promise<Answer>} allow
 * @property {(answer: Answer, session?: JsSipSession | null) => Promise<unknown>} send
 * @property {() => unknown} discard
 */

/** @typedef {Steps & { registered: () => Promise<void>, prepare: () => JsSipSession | null }} EagerSteps */

/** @param {Call} call */
const overError = (call) => new PhoneError(call.cause ?? "unknown", "the call ended before the INVITE left")

/** @param {Call} call */
const untilOver = (call) => {
  /** @type {Promise<never>} */
  const over = new Promise((_, reject) => call.onClosing(() => reject(overError(call))))
  over.catch(() => {})
  return over
}

/**
 * Microphone, then the app's hook, then what leaves the browser: whatever fails before that, nothing rings anywhere.
 * Resolves when it left. Steps: acquire(), allow(info), send(answer), discard().
 * @param {Call} call
 * @param {Steps} steps
 */
export function placeInTurn(call, steps) {
  return attempt(call, steps, async (over) => {
    await takeMicrophone(call, steps.acquire, over)
    const answer = await Promise.race([steps.allow(call.info()), over])
    await Promise.race([steps.send(answer), over])
  })
}

/**
 * The same at once: while the app is asked, the microphone opens, the line registers and candidates are gathered.
 * Steps: those and registered(), prepare(), whose session goes to send(answer, session).
 * @param {Call} call
 * @param {EagerSteps} steps
 */
export function placeAtOnce(call, steps) {
  return attempt(call, steps, async (over) => {
    const ready = Promise.all([takeMicrophone(call, steps.acquire, over), steps.registered()]).then(() => {
      if (call.over) throw overError(call)
      return steps.prepare()
    })
    const [answer, session] = await Promise.race([Promise.all([steps.allow(call.info()), ready]), over])
    await Promise.race([steps.send(answer, session), over])
  })
}

/** @param {Call} call @param {Pick<Steps, "discard">} options @param {(over: Promise<never>) => Promise<void>} run */
async function attempt(call, { discard }, run) {
  try {
    await run(untilOver(call))
  } catch (thrown) {
    const error = asPhoneError(thrown)
    const cause = causeOfError(error)
    call.finish({ endedBy: cause === "network" ? "network" : "local", cause, error })
    discard()
    throw error
  }
}

/**
 * @param {Call} call
 * @param {() => Promise<MediaStream>} acquire
 * @param {Promise<never>} over
 */
async function takeMicrophone(call, acquire, over) {
  const asked = acquire()
  // The prompt may be answered after the hangup: the microphone must not stay open.
  asked.then(
    (stream) => {
      call.keepStream(stream)
      if (call.closing) call.releaseStream()
    },
    () => {},
  )
  await Promise.race([asked, over])
}

/**
 * What the person typed may be no address at all; `send` says the real one.
 * @param {string} number
 */
const anyTarget = (number) => number.replace(/[^\w+*#]/g, "") || "0"

/**
 * A session that has everything but the word to leave.
 * @param {Call} call
 * @param {{ registration: Registration, iceTransportPolicy: RTCIceTransportPolicy, extraHeaders: string[], adopt: (session: JsSipSession) => void }} options
 */
export function prepareInvite(call, { registration, iceTransportPolicy, extraHeaders, adopt }) {
  if (!registration.connected) throw new PhoneError("network", "not connected")
  /** @type {JsSipSession | undefined} */
  let session
  registration.driver?.prepare(anyTarget(call.number), {
    stream: call.stream,
    extraHeaders,
    iceTransportPolicy,
    onSession: (made) => {
      session = made
      adopt(made)
    },
  })
  return /** @type {JsSipSession} */ (/** @type {unknown} */ (session))
}

/**
 * Resolves when the INVITE left.
 * @param {JsSipSession} session
 * @param {string} [target]
 */
export function sendInvite(session, target) {
  return new Promise((resolve) => {
    session.on("sending", resolve)
    session.send(target)
  })
}
