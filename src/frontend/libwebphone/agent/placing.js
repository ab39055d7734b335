import { causeOfError } from "../causes.js"
import { asPhoneError, PhoneError } from "../phone-error.js"

const overError = call => new PhoneError(call.cause, "the call ended before the INVITE left")

const untilOver = call => new Promise((_, reject) => call.onClosing(() => reject(overError(call))))

/**
 * Microphone, then the app's hook, then what leaves the browser (`send`): whatever fails before that, nothing rings anywhere.
 * Resolves when it left.
 */
export async function placeCall(call, { acquire, beforeInvite, send }) {
  const over = untilOver(call)
  over.catch(() => {})
  try {
    await takeMicrophone(call, acquire, over)
    const prepared = await Promise.race([beforeInvite?.(call.info()), over])
    await Promise.race([send(prepared?.target ?? call.number, prepared?.via), over])
  } catch (thrown) {
    const error = asPhoneError(thrown)
    const cause = causeOfError(error)
    call.finish({ endedBy: cause === "network" ? "network" : "local", cause, error })
    throw error
  }
}

async function takeMicrophone(call, acquire, over) {
  const asked = acquire()
  // The prompt may be answered after the hangup: the microphone must not stay open.
  asked.then(stream => {
    call.keepStream(stream)
    if (call.over || call.ending) call.releaseStream()
  }, () => {})
  await Promise.race([asked, over])
}

/** The INVITE goes through the driver; resolves at `sending`. */
export function sendInvite(call, { registration, target, iceTransportPolicy, extraHeaders, adopt }) {
  if (!registration.connected) return Promise.reject(new PhoneError("network", "not connected"))
  return new Promise(resolve => {
    const onSession = session => {
      session.on("sending", resolve)
      adopt(session)
    }
    registration.driver.call(target, { stream: call.stream, extraHeaders, iceTransportPolicy, onSession })
  })
}
