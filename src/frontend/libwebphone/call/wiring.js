import { CallMonitor } from "./monitor.js"
import { Recovery } from "./recovery.js"

/**
 * @import { Call } from "./call.js"
 * @import { JsSipSession } from "../drivers/jssip-session.js"
 * @import { Config, Outcome } from "../types.js"
 * @import { Registration } from "../agent/registration.js"
 * @import { CallAudio } from "../media/call-audio.js"
 */

/**
 * Connects a driver's session to its call; returns what the engine keeps beside the call.
 * @param {Call} call
 * @param {JsSipSession} session
 * @param {{ audio: CallAudio, registration: Registration, config: Config, hangup: (id: string, how: Outcome) => void }} options
 */
export function wireSession(call, session, { audio, registration, config, hangup }) {
  const recovery = new Recovery(call, {
    isOnline: () => registration.registered,
    reconnect: () => registration.driver?.reconnectNow(),
    budgetMs: config.call.recoverySeconds * 1000,
    onGaveUp: () => hangup(call.id, { endedBy: "network", cause: "network", atOnce: true }),
  })
  /** @type {{ monitor: CallMonitor | null, recovery: Recovery }} */
  const kept = { monitor: null, recovery }
  const patience = setTimeout(() => hangup(call.id, { cause: "no_answer" }), config.userAgent.noAnswerTimeout * 1000)
  call.onClosing(() => clearTimeout(patience))
  call.session = session
  session.on("peerconnection", (connection) => {
    audio.listenTo(connection)
    recovery.watch(connection)
  })
  session.on("sending", () => call.muted && session.setMuted(true))
  session.on("ringing", () => call.move("ringing") && audio.startRingback())
  session.on("early", () => call.move("early") && audio.stopRingback())
  session.on("recoverable", () => recovery.lost())
  session.on("remoteHold", (held) => call.setHeldByRemote(held))
  session.on("lost", () => call.beginEnding({ endedBy: "network", cause: "network" }))
  session.on("established", () => {
    clearTimeout(patience)
    audio.stopRingback()
    call.establish()
    kept.monitor = new CallMonitor(call, { ...config.stats, onSilence: () => recovery.lost() })
  })
  session.on("ended", ({ by, cause, sipCode }) => call.finish({ endedBy: by, cause, sipCode: call.established ? null : sipCode }))
  return kept
}
