import { PhoneError, toPlain } from "../phone-error.js"

/**
 * @import { Publish } from "../types.js"
 * @import { Environment } from "../environment.js"
 * @import { Call } from "../call/call.js"
 * @import { Microphone } from "./microphone.js"
 * @import { RemoteAudio } from "./remote-audio.js"
 */

/** @param {MediaStreamTrack} track */
const deviceOf = (track) => track.getSettings?.().deviceId ?? ""

/**
 * The host's microphone and speaker: one stream per call, changed in the middle of a call without a re-INVITE. A microphone that
 * goes away is replaced by whatever there is, and taken again when it comes back.
 */
export class Devices {
  #environment
  #microphone
  #speaker
  #publish
  #calls
  #onDeviceChange = () => this.#look()

  /** @param {{ environment: Environment, microphone: Microphone, speaker: RemoteAudio, publish: Publish, calls: () => Call[] }} options */
  constructor({ environment, microphone, speaker, publish, calls }) {
    this.#environment = environment
    this.#microphone = microphone
    this.#speaker = speaker
    this.#publish = publish
    this.#calls = calls
  }

  start() {
    this.#environment.mediaDevices?.addEventListener?.("devicechange", this.#onDeviceChange)
  }

  stop() {
    this.#environment.mediaDevices?.removeEventListener?.("devicechange", this.#onDeviceChange)
  }

  /** @param {Call} call @param {string} [deviceId] */
  async acquireFor(call, deviceId) {
    try {
      const stream = await this.#microphone.acquire(deviceId)
      this.#watch(stream, call)
      return stream
    } catch (error) {
      this.#publish("mediaDevices.getUserMedia.error", { cause: toPlain(error).code, error })
      throw error
    }
  }

  /** @param {"input" | "output"} kind @param {string} id */
  async change(kind, id) {
    if (kind === "output") return this.#changeOutput(id)
    this.#microphone.inputId = id
    for (const call of this.#calls()) {
      call.missedDevice = null
      if (call.stream) await this.#take(call)
    }
  }

  /** @param {string} id */
  async #changeOutput(id) {
    try {
      await this.#speaker.setOutput(id)
    } catch (error) {
      throw new PhoneError("not_supported", toPlain(error).message)
    }
  }

  /**
   * `ended` comes only when the device went away, never from our own stop(); `mute` when the system shuts it.
   * @param {MediaStream} stream
   * @param {Call} call
   */
  #watch(stream, call) {
    const [track] = stream.getAudioTracks()
    const mine = () => !call.over && !call.ending && call.stream === stream
    track.addEventListener("ended", () => {
      if (!mine()) return
      call.missedDevice = deviceOf(track)
      this.#lose(call, "ended")
      this.#take(call).catch((error) => this.#publish("error", { call, error }))
    })
    track.addEventListener("mute", () => mine() && this.#lose(call, "muted"))
    track.addEventListener("unmute", () => mine() && this.#recover(call, track))
  }

  /** @param {Call} call @param {string} reason */
  #lose(call, reason) {
    call.microphone = "lost"
    this.#publish("mediaDevices.lost", { call, data: { reason } })
  }

  /** @param {Call} call @param {{ label?: string }} options */
  #recover(call, { label = "" }) {
    if (call.microphone === "ok") return
    call.microphone = "ok"
    this.#publish("mediaDevices.recovered", { call, data: { label } })
  }

  /** @param {Call} call @param {string} [deviceId] */
  async #take(call, deviceId) {
    const stream = await this.acquireFor(call, deviceId)
    await call.replaceStream(stream)
    const [track] = stream.getAudioTracks()
    if (!track.muted) this.#recover(call, track)
  }

  /** Something was plugged or pulled: a call without microphone tries again, one on a substitute takes its own back. */
  async #look() {
    this.#publish("mediaDevices.changed")
    const there = await this.#inputs()
    for (const call of this.#calls()) {
      if (!call.stream || call.closing) continue
      const missed = call.missedDevice
      const isBack = missed !== null && there.includes(missed)
      if (isBack) call.missedDevice = null
      if (isBack || call.microphone === "lost") await this.#take(call, isBack ? (missed ?? undefined) : undefined).catch(() => {})
    }
  }

  async #inputs() {
    const all = (await this.#environment.mediaDevices?.enumerateDevices?.().catch(() => [])) ?? []
    return all.filter(({ kind }) => kind === "audioinput").map(({ deviceId }) => deviceId)
  }
}
