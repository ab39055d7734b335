import { Call } from "../call/call.js"
import { wireSession } from "../call/wiring.js"
import { PhoneError } from "../phone-error.js"
import { PendingDial } from "./dialer.js"
import { handleIncoming } from "./incoming.js"
import { Liveness } from "./liveness.js"
import { placeCall, sendInvite } from "./placing.js"
import { Registration } from "./registration.js"

/** What only the host tab does: the registration and the calls. `publish(type, details)` is its only way out. */
export class Engine {
  #config
  #publish
  #audio
  #devices
  #calls = new Map()
  #kept = new Map()
  #pendingDial
  #lastDialled = null

  constructor({ config, environment, makeDriver, audio, devices, publish }) {
    this.#config = config
    this.#publish = publish
    this.#audio = audio
    this.#devices = devices
    this.#pendingDial = new PendingDial(config.call.autoAnswer, config.dialer)
    const hasLiveCall = () => this.hasLiveCall()
    const eachRecovery = act => this.#kept.forEach(({ recovery }) => act(recovery))
    this.registration = new Registration({
      credentials: config.credentials, makeDriver, publish, hasLiveCall,
      onRegistered: () => eachRecovery(recovery => recovery.online()),
      onDisconnected: () => eachRecovery(recovery => recovery.lost()),
      onIncoming: incoming => handleIncoming(incoming, {
        pendingDial: this.#pendingDial, hasLiveCall, publish, iceTransportPolicy: config.ice.iceTransportPolicy,
        adopt: (call, session) => this.#adopt(call, session),
      }),
    })
    this.liveness = new Liveness({ environment, settings: config.transport, registration: this.registration, hasLiveCall })
  }

  get calls() {
    return [...this.#calls.values()]
  }

  hasLiveCall() {
    return this.#calls.size > 0
  }

  start() {
    this.liveness.start()
    return this.registration.start()
  }

  /** BYE, CANCEL and un-REGISTER leave in this tick. */
  stop() {
    const calls = this.calls
    this.liveness.stop()
    this.registration.stop()
    for (const call of calls) call.finish({ endedBy: "local", cause: call.established ? "normal" : "cancelled" })
    return calls.map(call => call.summary())
  }

  find(id) {
    const call = this.#calls.get(id)
    if (!call) throw new PhoneError("no_call", "there is no such call")
    return call
  }

  async call(target, options = {}, beforeInvite) {
    const { via = "sip", id = crypto.randomUUID(), displayName, metadata, customHeaders = [] } = options
    this.#requireReady()
    this.#lastDialled = { target, options: { via, displayName, metadata, customHeaders } }
    const call = this.#add(new Call({ id, number: target, name: displayName, via, metadata }, this.#publish))
    await placeCall(call, {
      beforeInvite,
      acquire: () => this.#devices.acquireFor(call),
      send: (number, chosen = via) => {
        call.via = chosen
        return chosen === "dialer" ? this.#pendingDial.dial(call, number) : this.#invite(call, number, customHeaders)
      },
    })
    return call.info()
  }

  #invite(call, target, customHeaders) {
    return sendInvite(call, {
      registration: this.registration, target, extraHeaders: [...customHeaders],
      iceTransportPolicy: this.#config.ice.iceTransportPolicy, adopt: session => this.#adopt(call, session),
    })
  }

  redial(options, beforeInvite) {
    if (!this.#lastDialled) throw new PhoneError("no_call", "nothing was dialled yet")
    return this.call(this.#lastDialled.target, { ...this.#lastDialled.options, ...options }, beforeInvite)
  }

  /** The call is over when the other side knows; `atOnce` when there is nobody left to know. */
  hangup(id, { endedBy = "local", cause, atOnce = false } = {}) {
    const call = this.#calls.get(id)
    if (!call || call.ending) return
    const { established, session } = call
    const how = { endedBy, cause: cause ?? (established ? "normal" : "cancelled"), sipCode: !established && session ? 487 : null }
    const { driver } = this.registration
    if (session && driver && !atOnce) call.beginEnding(how)
    else call.finish(how)
    if (session) driver?.hangup(session)
    if (call.via === "dialer") this.#pendingDial.hangup(call)
  }

  stats(id) {
    return this.#kept.get(this.find(id).id)?.monitor?.lastSample ?? null
  }

  applyServerEvent({ callId, providerCallId, type, cause = "normal" }) {
    const call = this.calls.find(({ id, providerCallId: provider }) => id === callId || (providerCallId && provider === providerCallId))
    if (!call) return
    if (type === "answered") call.customerAnswered()
    if (type === "ended" && call.ending) call.finish({})
    else if (type === "ended") this.hangup(call.id, { endedBy: "server", cause })
  }

  #requireReady() {
    if (this.#calls.size >= this.#config.call.maxCalls) throw new PhoneError("busy_line", "there is a call already")
    if (this.registration.state === "disabled") throw new PhoneError("disabled", "no extension")
    if (!this.registration.registered) throw new PhoneError("not_registered", "not registered")
  }

  #add(call) {
    this.#calls.set(call.id, call)
    call.onClosing(() => this.#audio.endCall())
    call.onOver(() => this.#remove(call))
    this.liveness.plan()
    this.#publish("callList.added", { call })
    call.publish("call.created")
    call.publish("call.dialing")
    if (this.#config.call.startMuted) call.setMuted(true)
    return call
  }

  #remove(call) {
    this.#calls.delete(call.id)
    this.#kept.delete(call.id)
    this.liveness.plan()
    this.#publish("callList.removed", { call })
  }

  #adopt(call, session) {
    this.#kept.set(call.id, wireSession(call, session, {
      audio: this.#audio, registration: this.registration, config: this.#config, hangup: (id, how) => this.hangup(id, how),
    }))
  }
}
