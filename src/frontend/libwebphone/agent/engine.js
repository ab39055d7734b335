import { Call } from "../call/call.js"
import { wireSession } from "../call/wiring.js"
import { PhoneError } from "../phone-error.js"
import { PendingDial } from "./dialer.js"
import { handleIncoming } from "./incoming.js"
import { Liveness } from "./liveness.js"
import { placeAtOnce, placeInTurn, prepareInvite, sendInvite } from "./placing.js"
import { Registration } from "./registration.js"

/**
 * @import { Recovery } from "../call/recovery.js"
 * @import { CallMonitor } from "../call/monitor.js"
 * @import { Answer, CallInfo, CallOptions, Cause, Config, EndedBy, Hook, Incoming, MakeDriver, Outcome, PhoneEventType, Publish, ServerEvent, Via } from "../types.js"
 * @import { Environment } from "../environment.js"
 * @import { CallAudio } from "../media/call-audio.js"
 * @import { Devices } from "../media/devices.js"
 * @import { JsSipSession } from "../drivers/jssip-session.js"
 */

/** A call that was asked for does not wait longer for a line that does not come. */
const REGISTRATION_MS = 10000

/** What only the host tab does: the registration and the calls. `publish(type, details)` is its only way out. */
export class Engine {
  #config
  #publish
  #audio
  #devices
  /** @type {Map<string, Call>} */
  #calls = new Map()
  /** @type {Map<string, { monitor: CallMonitor | null, recovery: Recovery }>} */
  #kept = new Map()
  #pendingDial
  /** @type {{ target: string, options: CallOptions } | null} */
  #lastDialled = null

  /** @param {{ config: Config, environment: Environment, makeDriver: MakeDriver, audio: CallAudio, devices: Devices, publish: Publish }} options */
  constructor({ config, environment, makeDriver, audio, devices, publish }) {
    this.#config = config
    this.#publish = publish
    this.#audio = audio
    this.#devices = devices
    this.#pendingDial = new PendingDial(config.call.autoAnswer, config.dialer)
    const hasLiveCall = () => this.hasLiveCall()
    // A call that still waits for the line must not keep the line from being mended.
    const isInUse = () => this.calls.some(({ session, committed }) => session || committed)
    /** @param {(recovery: Recovery) => void} act */
    const eachRecovery = (act) => this.#kept.forEach(({ recovery }) => act(recovery))
    this.registration = new Registration({
      credentials: config.credentials,
      makeDriver,
      publish,
      hasLiveCall: isInUse,
      onRegistered: () => eachRecovery((recovery) => recovery.online()),
      onDisconnected: () => eachRecovery((recovery) => recovery.lost()),
      onSilent: () => this.liveness.probe(),
      /** @param {Incoming} incoming */
      onIncoming: (incoming) =>
        handleIncoming(incoming, {
          pendingDial: this.#pendingDial,
          hasLiveCall,
          publish,
          iceTransportPolicy: config.ice.iceTransportPolicy,
          adopt: (call, session) => this.#adopt(call, session),
        }),
    })
    this.liveness = new Liveness({ environment, settings: config.transport, registration: this.registration, hasLiveCall, isInUse })
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
    return calls.map((call) => call.summary())
  }

  /** @param {string} id */
  find(id) {
    const call = this.#calls.get(id)
    if (!call) throw new PhoneError("no_call", "there is no such call")
    return call
  }

  /** @param {string} target @param {CallOptions} [options] @param {Hook} [beforeInvite] */
  async call(target, options = {}, beforeInvite = () => {}) {
    this.#requireReady()
    const call = this.#create(target, options)
    await placeInTurn(call, { ...this.#steps(call, options), allow: async (/** @type {CallInfo} */ info) => beforeInvite(info) })
    return call.info()
  }

  /**
   * `before` tells when the INVITE may leave; everything else happens meanwhile, the registration too.
   * @param {string} target
   * @param {CallOptions} [options]
   * @param {Hook} [before]
   */
  async place(target, options = {}, before = () => {}) {
    this.#requireFree()
    const call = this.#create(target, options)
    await placeAtOnce(call, { ...this.#steps(call, options), allow: async (/** @type {CallInfo} */ info) => before(info) })
    return call.info()
  }

  /**
   * @param {string} target
   * @param {CallOptions} options
   */
  #create(target, { via = "sip", id = crypto.randomUUID(), displayName, metadata, customHeaders = [] }) {
    this.#lastDialled = { target, options: { via, displayName, metadata, customHeaders } }
    return this.#add(new Call({ id, number: target, name: displayName, via, metadata }, this.#publish))
  }

  /** @param {Call} call @param {{ via?: Via, customHeaders?: string[] }} options */
  #steps(call, { via = "sip", customHeaders = [] }) {
    const discard = () => call.session && this.registration.driver?.hangup(call.session)
    return {
      discard,
      acquire: () => this.#devices.acquireFor(call),
      registered: () => this.registration.whenRegistered(REGISTRATION_MS),
      prepare: () => (via === "dialer" ? null : this.#prepare(call, customHeaders)),
      /** @param {Answer} answer @param {JsSipSession | null} [session] */
      send: (answer, session) => {
        const { target = call.number, via: chosen = via } = answer ?? {}
        Object.assign(call, { via: chosen, committed: true })
        if (chosen !== "dialer") return sendInvite(session ?? this.#prepare(call, customHeaders), target)
        this.#withdraw(call)
        return this.#pendingDial.dial(call, target)
      },
    }
  }

  /** @param {Call} call @param {string[]} customHeaders */
  #prepare(call, customHeaders) {
    return prepareInvite(call, {
      registration: this.registration,
      extraHeaders: [...customHeaders],
      iceTransportPolicy: this.#config.ice.iceTransportPolicy,
      adopt: (session) => this.#adopt(call, session),
    })
  }

  /**
   * The app chose the provider's dialer after all: the prepared session goes, the call stays.
   * @param {Call} call
   */
  #withdraw(call) {
    const { session } = call
    if (!session) return
    session.clear()
    call.session = null
    this.registration.driver?.hangup(session)
  }

  /** @param {CallOptions} [options] @param {Hook} [beforeInvite] */
  redial(options, beforeInvite) {
    if (!this.#lastDialled) throw new PhoneError("no_call", "nothing was dialled yet")
    return this.call(this.#lastDialled.target, { ...this.#lastDialled.options, ...options }, beforeInvite)
  }

  /**
   * The call is over when the other side knows; `atOnce` when there is nobody left to know.
   * @param {string} id
   * @param {Outcome} [options]
   */
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

  /** @param {string} id */
  stats(id) {
    return this.#kept.get(this.find(id).id)?.monitor?.lastSample ?? null
  }

  /** @param {ServerEvent} options */
  applyServerEvent({ callId, providerCallId, type, cause = "normal" }) {
    const call = this.calls.find(({ id, providerCallId: provider }) => id === callId || (providerCallId && provider === providerCallId))
    if (!call) return
    if (type === "answered") call.customerAnswered()
    if (type === "ended" && call.ending) call.finish({})
    else if (type === "ended") this.hangup(call.id, { endedBy: "server", cause })
  }

  #requireFree() {
    if (this.#calls.size >= this.#config.call.maxCalls) throw new PhoneError("busy_line", "there is a call already")
  }

  #requireReady() {
    this.#requireFree()
    if (this.registration.state === "disabled") throw new PhoneError("disabled", "no extension")
    if (!this.registration.registered) throw new PhoneError("not_registered", "not registered")
  }

  /** @param {Call} call */
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

  /** @param {Call} call */
  #remove(call) {
    this.#calls.delete(call.id)
    this.#kept.delete(call.id)
    this.liveness.plan()
    this.#publish("callList.removed", { call })
  }

  /** @param {Call} call @param {JsSipSession} session */
  #adopt(call, session) {
    this.#kept.set(
      call.id,
      wireSession(call, session, {
        audio: this.#audio,
        registration: this.registration,
        config: this.#config,
        hangup: (id, how) => this.hangup(id, how),
      }),
    )
  }
}
