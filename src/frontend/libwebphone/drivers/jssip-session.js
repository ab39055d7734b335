import JsSIP from "jssip"
import { causeOfSip } from "../causes.js"
import { EventBus } from "../event-bus.js"
import { PhoneError } from "../phone-error.js"
import { earlyGathering } from "./ice-gathering.js"
import { Teardown } from "./teardown.js"

const { causes } = JsSIP.C
const SURVIVABLE = new Set([causes.RTP_TIMEOUT, causes.CONNECTION_ERROR, causes.REQUEST_TIMEOUT, causes.WEBRTC_ERROR])
const NETWORK = new Set([...SURVIVABLE, causes.DIALOG_ERROR, causes.NO_ACK])

/**
 * One JsSIP session behind the driver's vocabulary: peerconnection, sending, ringing, early, established, recoverable, remoteHold, lost (the
 * path went away before the answer: the call is being ended), ended (the other side knows).
 */
export class JsSipSession extends EventBus {
  sipCallId = null
  connection = null
  #session = null
  #established = false
  #left = false
  #teardown = null
  #offer = null
  #reported = false
  #allow = () => {}
  #isConnected
  #onGathered

  constructor({ isConnected, gatherTimeout, hostsOnly }) {
    super()
    this.#isConnected = isConnected
    this.#onGathered = earlyGathering({ limit: gatherTimeout, hostsOnly })
  }

  /** JsSIP fires `peerconnection` inside call() and answer(): handlers must be there before the session is known. */
  handlers() {
    return {
      peerconnection: ({ peerconnection }) => {
        this.connection = peerconnection
        this.emit("peerconnection", peerconnection)
      },
      icecandidate: this.#onGathered,
      sending: ({ request }) => {
        this.sipCallId = request.call_id
        this.#left = true
        this.emit("sending")
      },
      progress: ({ originator, response }) => {
        if (originator === "remote" && !this.#teardown) this.emit(response.body ? "early" : "ringing")
      },
      confirmed: () => {
        if (this.#teardown) return
        this.#established = true
        this.emit("established")
      },
      hold: ({ originator }) => originator === "remote" && this.emit("remoteHold", true),
      unhold: ({ originator }) => originator === "remote" && this.emit("remoteHold", false),
      ended: data => this.#onOver(data),
      failed: data => this.#onOver(data),
    }
  }

  bind(session) {
    this.#session = session
    const terminate = session.terminate.bind(session)
    const receive = session._receiveInviteResponse.bind(session)
    // JsSIP ends an answered call for every one of these; ours outlives them and is repaired by a re-INVITE. A call that
    // nobody answered yet it reports as cancelled, though no CANCEL can leave.
    session.terminate = (options = {}) => {
      if (!SURVIVABLE.has(options.cause)) this.#end(() => terminate(options))
      else if (this.#established && !this.#teardown) this.#survive(options.cause)
      else this.#lose(() => terminate(options))
    }
    session._receiveInviteResponse = response => (this.#teardown ? this.#teardown.answered(response) : receive(response))
    return this
  }

  /** The offer is made and its candidates gathered, but the INVITE waits for `send()`. */
  holdBack() {
    const session = this.#session
    const describe = session._createLocalDescription
    const allowed = new Promise(resolve => { this.#allow = resolve })
    session._createLocalDescription = async (...args) => {
      session._createLocalDescription = describe
      const [sdp] = await Promise.all([session._createLocalDescription(...args), allowed])
      return sdp
    }
    return this
  }

  /** Lets a held-back INVITE leave, to another target when one is given. */
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
    return this.#reoffer("hold_refused", done => this.#session.hold({}, done))
  }

  unhold() {
    return this.#reoffer("unhold_refused", done => this.#session.unhold({}, done))
  }

  restartIce() {
    // JsSIP takes an early ready() of the first offer for a finished gathering and would send this one without candidates.
    this.#session._iceReady = false
    return this.#reoffer("renegotiation_refused", done => this.#session.renegotiate({ rtcOfferConstraints: { iceRestart: true } }, done))
  }

  setMuted(muted) {
    if (muted) this.#session.mute({ audio: true })
    else this.#session.unmute({ audio: true })
  }

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
    return Boolean(this.#teardown) && !this.#teardown.over
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

  #lose(terminate) {
    const { transaction } = this.#session._request ?? {}
    const known = this.#teardown
    if (!known) this.emit("lost")
    this.#end(terminate)
    // JsSIP forgets the transaction right after this.
    queueMicrotask(() => this.#teardown?.moved(this.#established ? null : transaction))
  }

  #reoffer(refusal, start) {
    if (!this.#isConnected()) return Promise.reject(new PhoneError("network", "not connected"))
    if (this.#offer) return Promise.reject(new PhoneError("not_ready", "another offer is pending"))
    return new Promise((resolve, reject) => {
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

  async #survive(cause) {
    const offer = this.#offer
    if (offer) await this.#withdraw(offer)
    if (cause !== causes.WEBRTC_ERROR) this.emit("recoverable", { cause })
  }

  /** A refused offer leaves JsSIP's hold flag and the local description behind, because JsSIP would have ended the call. */
  async #withdraw(offer) {
    this.#session._localHold = offer.wasHeld
    this.#session._setLocalMediaStatus()
    if (this.connection.signalingState === "have-local-offer") {
      await this.connection.setLocalDescription({ type: "rollback" }).catch(() => {})
    }
    if (this.#offer === offer) this.#offer = null
    offer.reject(new PhoneError(this.#isConnected() ? offer.refusal : "network"))
  }

  #report(over = { by: "local", sipCode: null, cause: this.#established ? "normal" : "cancelled" }) {
    if (this.#reported) return
    this.#reported = true
    this.emit("ended", over)
  }

  #onOver({ originator, message, cause }) {
    const sipCode = message?.status_code ?? null
    const by = NETWORK.has(cause) || originator === "system" ? "network" : originator
    this.#offer?.reject(new PhoneError("wrong_state", "the call ended"))
    this.#offer = null
    this.#report({ by, sipCode, cause: causeOfSip(sipCode, cause) })
    this.#teardown?.abandon()
  }
}
