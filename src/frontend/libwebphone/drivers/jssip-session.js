import JsSIP from "jssip"
import { causeOfSip } from "../causes.js"
import { EventBus } from "../event-bus.js"
import { PhoneError } from "../phone-error.js"
import { earlyGathering } from "./ice-gathering.js"
import { Teardown } from "./teardown.js"

/** @import { Cause, SessionEvents } from "../types.js" */

const { causes } = JsSIP.C
/** @type {Set<string>} */
const SURVIVABLE = new Set([causes.RTP_TIMEOUT, causes.CONNECTION_ERROR, causes.REQUEST_TIMEOUT, causes.WEBRTC_ERROR])
/** @type {Set<string>} */
const NETWORK = new Set([...SURVIVABLE, causes.DIALOG_ERROR, causes.NO_ACK])

/** @typedef {any} Raw JsSIP's own objects: its types leave out the private parts that are needed here. */

/** @typedef {{ originator: "local" | "remote" | "system", message: Raw, cause: string }} Over */

/** @typedef {{ refusal: string, reject: (error: Error) => void, wasHeld: boolean }} Offer */

/**
 * One JsSIP session behind the driver's vocabulary: peerconnection, sending, ringing, early, established, recoverable, remoteHold, lost (the
 * path went away before the answer: the call is being ended), ended (the other side knows).
 * @extends {EventBus<SessionEvents>}
 */
export class JsSipSession extends EventBus {
  /** @type {string | null} */
  sipCallId = null
  /** @type {RTCPeerConnection | null} */
  connection = null
  /** @type {Raw} */
  #session = null
  #established = false
  #left = false
  /** @type {Teardown | null} */
  #teardown = null
  /** @type {Offer | null} */
  #offer = null
  #reported = false
  /** @type {() => void} */
  #allow = () => {}
  #isConnected
  #onGathered

  /** @param {{ isConnected: () => boolean, gatherTimeout: number, hostsOnly: boolean }} options */
  constructor({ isConnected, gatherTimeout, hostsOnly }) {
    super()
    this.#isConnected = isConnected
    this.#onGathered = earlyGathering({ limit: gatherTimeout, hostsOnly })
  }

  /** JsSIP fires `peerconnection` inside call() and answer(): handlers must be there before the session is known. */
  handlers() {
    return {
      /** @param {{ peerconnection: RTCPeerConnection }} options */
      peerconnection: ({ peerconnection }) => {
        this.connection = peerconnection
        this.emit("peerconnection", peerconnection)
      },
      icecandidate: this.#onGathered,
      /** @param {{ request: Raw }} options */
      sending: ({ request }) => {
        this.sipCallId = request.call_id
        this.#left = true
        this.emit("sending")
      },
      /** @param {{ originator: string, response: Raw }} options */
      progress: ({ originator, response }) => {
        if (originator === "remote" && !this.#teardown) this.emit(response.body ? "early" : "ringing")
      },
      confirmed: () => {
        if (this.#teardown) return
        this.#established = true
        this.emit("established")
      },
      /** @param {{ originator: string }} options */
      hold: ({ originator }) => originator === "remote" && this.emit("remoteHold", true),
      /** @param {{ originator: string }} options */
      unhold: ({ originator }) => originator === "remote" && this.emit("remoteHold", false),
      /** @param {Over} data */
      ended: (data) => this.#onOver(data),
      /** @param {Over} data */
      failed: (data) => this.#onOver(data),
    }
  }

  /** @param {Raw} session */
  bind(session) {
    this.#session = session
    const terminate = session.terminate.bind(session)
    const receive = session._receiveInviteResponse.bind(session)
    // JsSIP ends an answered call for every one of these; ours outlives them and is repaired by a re-INVITE. A call that
    // nobody answered yet it reports as cancelled, though no CANCEL can leave.
    session.terminate = (/** @type {{ cause?: string }} */ options = {}) => {
      if (!options.cause || !SURVIVABLE.has(options.cause)) this.#end(() => terminate(options))
      else if (this.#established && !this.#teardown) this.#survive(options.cause)
      else this.#lose(() => terminate(options))
    }
    session._receiveInviteResponse = (/** @type {Raw} */ response) => (this.#teardown ? this.#teardown.answered(response) : receive(response))
    return this
  }

  /** The offer is made and its candidates gathered, but the INVITE waits for `send()`. */
  holdBack() {
    const session = this.#session
    const describe = session._createLocalDescription
    const allowed = new Promise((/** @type {(value?: undefined) => void} */ resolve) => {
      this.#allow = resolve
    })
    session._createLocalDescription = async (/** @type {unknown[]} */ ...args) => {
      session._createLocalDescription = describe
      const [sdp] = await Promise.all([session._createLocalDescription(...args), allowed])
      return sdp
    }
    return this
  }

  /**
   * Lets a held-back INVITE leave, to another target when one is given.
   * @param {string} [target]
   */
  send(target) {
    const session = this.#session
    const uri = target && session._ua.normalizeTarget(target)
    if (target && !uri) throw new TypeError(`Invalid target: ${target}`)
    if (uri) {
      session._request.ruri = uri
      session._request.to = new JsSIP.NameAddrHeader(uri)
      session._request.setHeader("to", session._request.to.toString())
    }
    this.#allow()
  }

  hold() {
    return this.#reoffer("hold_refused", (done) => this.#session.hold({}, done))
  }

  unhold() {
    return this.#reoffer("unhold_refused", (done) => this.#session.unhold({}, done))
  }

  restartIce() {
    // JsSIP takes an early ready() of the first offer for a finished gathering and would send this one without candidates.
    this.#session._iceReady = false
    return this.#reoffer("renegotiation_refused", (done) => this.#session.renegotiate({ rtcOfferConstraints: { iceRestart: true } }, done))
  }

  /** @param {boolean} muted */
  setMuted(muted) {
    if (muted) this.#session.mute({ audio: true })
    else this.#session.unmute({ audio: true })
  }

  /** @param {string} tones @param {string} mode */
  sendDTMF(tones, mode) {
    const sender = this.connection?.getSenders().find(({ track }) => track?.kind === "audio")
    const inBand = mode !== "info" && sender?.dtmf?.canInsertDTMF
    this.#session.sendDTMF(tones, { transportType: inBand ? "RFC2833" : "INFO", duration: 160, interToneGap: 70 })
  }

  get over() {
    return this.#reported && !this.ending
  }

  /** True while the other side may still believe that the call is up. */
  get ending() {
    return this.#teardown !== null && !this.#teardown.over
  }

  terminate() {
    if (this.#session && !this.#session.isEnded()) this.#session.terminate()
  }

  /** There is a socket again. */
  resume() {
    this.#teardown?.resume()
  }

  abandon() {
    this.#teardown?.abandon()
  }

  /** @param {() => void} terminate */
  #end(terminate) {
    if (this.#teardown) return
    if (!this.#left && !this.#established) {
      terminate()
      return
    }
    const session = this.#session
    this.#teardown = new Teardown(session, {
      isConnected: this.#isConnected,
      onReported: () => this.#report(),
      onOver: () => (session._dialog ? session._ended("local", null, causes.BYE) : session._failed("local", null, causes.CANCELED)),
    })
    if (this.#established) this.connection?.close()
    this.#teardown.begin()
  }

  /** @param {() => void} terminate */
  #lose(terminate) {
    const { transaction } = this.#session._request ?? {}
    const known = this.#teardown
    if (!known) this.emit("lost")
    this.#end(terminate)
    // JsSIP forgets the transaction right after this.
    queueMicrotask(() => this.#teardown?.moved(this.#established ? null : transaction))
  }

  /** @param {string} refusal @param {(done: () => void) => boolean} start @returns {Promise<void>} */
  #reoffer(refusal, start) {
    if (!this.#isConnected()) return Promise.reject(new PhoneError("network", "not connected"))
    if (this.#offer) return Promise.reject(new PhoneError("not_ready", "another offer is pending"))
    return new Promise((/** @type {(value?: undefined) => void} */ resolve, reject) => {
      const offer = { refusal, reject, wasHeld: this.#session.isOnHold().local }
      this.#offer = offer
      const started = start(() => {
        if (this.#offer !== offer) return
        this.#offer = null
        resolve()
      })
      if (started) return
      this.#offer = null
      reject(new PhoneError("not_ready", "the call cannot be changed now"))
    })
  }

  /** @param {string} cause */
  async #survive(cause) {
    const offer = this.#offer
    if (offer) await this.#withdraw(offer)
    if (cause !== causes.WEBRTC_ERROR) this.emit("recoverable", { cause })
  }

  /**
   * A refused offer leaves JsSIP's hold flag and the local description behind, because JsSIP would have ended the call.
   * @param {Offer} offer
   */
  async #withdraw(offer) {
    this.#session._localHold = offer.wasHeld
    this.#session._setLocalMediaStatus()
    if (this.connection?.signalingState === "have-local-offer") {
      await this.connection.setLocalDescription({ type: "rollback" }).catch(() => {})
    }
    if (this.#offer === offer) this.#offer = null
    offer.reject(new PhoneError(this.#isConnected() ? offer.refusal : "network"))
  }

  /** @param {SessionEvents["ended"]} [over] */
  #report(over = { by: "local", sipCode: null, cause: this.#established ? "normal" : "cancelled" }) {
    if (this.#reported) return
    this.#reported = true
    this.emit("ended", over)
  }

  /** @param {Over} options */
  #onOver({ originator, message, cause }) {
    const sipCode = message?.status_code ?? null
    const by = NETWORK.has(cause) || originator === "system" ? "network" : originator
    this.#offer?.reject(new PhoneError("wrong_state", "the call ended"))
    this.#offer = null
    this.#report({ by, sipCode, cause: causeOfSip(sipCode, cause) })
    this.#teardown?.abandon()
  }
}
