import { CallMonitor } from "./monitor.js"
import { Recovery } from "./recovery.js"

/** Connects a driver's session to its call; returns what the engine keeps beside the call. */
export function wireSession(call, session, { audio, registration, config, hangup }) {
  const kept = { monitor: null }
  const recovery = kept.recovery = new Recovery(call, {
    isOnline: () => registration.registered,
    reconnect: () => registration.driver?.reconnectNow(),
    budgetMs: config.call.recoverySeconds * 1000,
    onGaveUp: () => hangup(call.id, { endedBy: "network", cause: "network", atOnce: true }),
  })
  const patience = setTimeout(() => hangup(call.id, { cause: "no_answer" }), config.userAgent.noAnswerTimeout * 1000)
  call.onClosing(() => clearTimeout(patience))
  call.session = session
  session.on("peerconnection", connection => {
    audio.listenTo(connection)
    recovery.watch(connection)
  })
  session.on("sending", () => call.muted && session.setMuted(true))
  session.on("ringing", () => call.move("ringing") && audio.startRingback())
  session.on("early", () => call.move("early") && audio.stopRingback())
  session.on("recoverable", () => recovery.lost())
  session.on("remoteHold", held => call.setHeldByRemote(held))
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
