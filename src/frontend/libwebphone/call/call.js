import { PhoneError } from "../phone-error.js"
import { CallRecord } from "./record.js"

/**
 * @import { CallData } from "./record.js"
 * @import { Publish } from "../types.js"
 */

/** A call on the host: what is known of it, plus its microphone and the commands that change it. */
export class Call extends CallRecord {
  /** @type {MediaStream | null} */
  stream = null
  /** @type {string | null} The microphone that went away while another one serves, by its device id. */
  missedDevice = null
  /** @type {Promise<void>} */
  #turn = Promise.resolve()

  /** @param {CallData} data @param {Publish} publish */
  constructor(data, publish) {
    super(data, publish)
    this.onClosing(() => this.releaseStream())
  }

  /** @param {MediaStream} stream */
  keepStream(stream) {
    this.stream = stream
    this.#applyMute()
  }

  /** @param {boolean} muted */
  setMuted(muted) {
    this.#requireLive()
    const { muted: before } = this
    if (before === muted) return
    this.muted = muted
    this.session?.setMuted(muted)
    this.#applyMute()
    this.publish(muted ? "call.muted" : "call.unmuted")
  }

  /**
   * Resolves when the other side agreed; pressed in a hurry, the changes run one after the other.
   * @param {boolean} held
   */
  setHeld(held) {
    const run = async () => {
      this.#requireLive()
      if (!this.established) throw new PhoneError("wrong_state", "no answered call")
      const { held: before } = this
      if (before === held) return
      this.refusal = null
      await (held ? this.session?.hold() : this.session?.unhold())?.catch((error) => this.#keepRefusal(error))
      if (this.closing) return
      this.held = held
      this.#applyMute()
      this.settle()
      this.publish(held ? "call.hold" : "call.unhold")
    }
    this.#turn = this.#turn.catch(() => {}).then(run)
    return this.#turn
  }

  /**
   * Told by the other side's own offer.
   * @param {boolean} held
   */
  setHeldByRemote(held) {
    const { heldByRemote: before } = this
    if (this.closing || before === held) return
    this.heldByRemote = held
    this.#applyMute()
    this.publish(held ? "call.hold.remote" : "call.unhold.remote")
  }

  /** @param {string} tones @param {string} mode */
  sendDTMF(tones, mode) {
    this.#requireLive()
    if (!this.established) throw new PhoneError("wrong_state", "no answered call")
    if (!/^[0-9A-D*#,]+$/i.test(tones)) throw new PhoneError("wrong_state", "not a key")
    this.session?.sendDTMF(tones, mode)
    this.dtmfCount += tones.replaceAll(",", "").length
    // Never the digits: they may be a card number or a PIN.
    this.publish("call.dtmf", { data: { count: this.dtmfCount } })
  }

  /**
   * No re-INVITE; the new track is as mute as the old one.
   * @param {MediaStream} stream
   */
  async replaceStream(stream) {
    const [track] = stream.getAudioTracks()
    track.enabled = !this.muted && !this.held
    const sender = this.session?.connection?.getSenders().find((candidate) => candidate.track?.kind === "audio")
    await sender?.replaceTrack(track)
    this.releaseStream()
    this.keepStream(stream)
    if (this.closing) this.releaseStream()
  }

  releaseStream() {
    this.stream?.getTracks().forEach((track) => track.stop())
    this.stream = null
  }

  /** @param {PhoneError} error */
  #keepRefusal(error) {
    if (error.code === "hold_refused" || error.code === "unhold_refused") {
      this.refusal = error.code
      this.publish("call.hold.refused", { error })
    }
    throw error
  }

  #applyMute() {
    this.stream?.getAudioTracks().forEach((track) => {
      track.enabled = !this.muted && !this.held
    })
  }

  #requireLive() {
    if (this.closing) throw new PhoneError("no_call", "the call has ended")
  }
}
