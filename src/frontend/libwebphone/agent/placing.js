import { causeOfError } from "../causes.js"
import { asPhoneError, PhoneError } from "../phone-error.js"

const overError = call => new PhoneError(call.cause, "the call ended before the INVITE left")

const untilOver = call => {
  const over = new Promise((_, reject) => call.onClosing(() => reject(overError(call))))
  over.catch(() => {})
  return over
}

/**
 * Microphone, then the app's hook, then what leaves the browser: whatever fails before that, nothing rings anywhere.
 * Resolves when it left. Steps: acquire(), allow(info), send(answer), discard().
 */
export function placeInTurn(call, steps) {
  return attempt(call, steps, async over => {
    await takeMicrophone(call, steps.acquire, over)
    const answer = await Promise.race([steps.allow(call.info()), over])
    await Promise.race([steps.send(answer), over])
  })
}

/**
 * The same at once: while the app is asked, the microphone opens, the line registers and candidates are gathered.
 * Steps: those and registered(), prepare(), whose session goes to send(answer, session).
 */
export function placeAtOnce(call, steps) {
  return attempt(call, steps, async over => {
    const ready = Promise.all([takeMicrophone(call, steps.acquire, over), steps.registered()]).then(() => {
      if (call.over) throw overError(call)
      return steps.prepare()
    })
    const [answer, session] = await Promise.race([Promise.all([steps.allow(call.info()), ready]), over])
    await Promise.race([steps.send(answer, session), over])
  })
}

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

async function takeMicrophone(call, acquire, over) {
  const asked = acquire()
  // The prompt may be answered after the hangup: the microphone must not stay open.
  asked.then(stream => {
    call.keepStream(stream)
    if (call.closing) call.releaseStream()
  }, () => {})
  await Promise.race([asked, over])
}

/** What the person typed may be no address at all; `send` says the real one. */
const anyTarget = number => number.replace(/[^\w+*#]/g, "") || "0"

/** A session that has everything but the word to leave. */
export function prepareInvite(call, { registration, iceTransportPolicy, extraHeaders, adopt }) {
  if (!registration.connected) throw new PhoneError("network", "not connected")
  let session
  registration.driver.prepare(anyTarget(call.number), {
    stream: call.stream, extraHeaders, iceTransportPolicy,
    onSession: made => {
      session = made
      adopt(made)
    },
  })
  return session
}

/** Resolves when the INVITE left. */
export function sendInvite(session, target) {
  return new Promise(resolve => {
    session.on("sending", resolve)
    session.send(target)
  })
}
