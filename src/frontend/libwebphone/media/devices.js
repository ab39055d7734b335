import { PhoneError } from "../phone-error.js"

/** The host's microphone and speaker: one stream per call, changed in the middle of a call without a re-INVITE. */
export class Devices {
  #environment
  #microphone
  #speaker
  #publish
  #calls
  #onDeviceChange = () => this.#publish("mediaDevices.changed")

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

  async acquireFor(call) {
    try {
      const stream = await this.#microphone.acquire()
      this.#watch(stream, call)
      return stream
    } catch (error) {
      this.#publish("mediaDevices.getUserMedia.error", { cause: error.code, error })
      throw error
    }
  }

  async change(kind, id) {
    if (kind === "output") return this.#changeOutput(id)
    this.#microphone.inputId = id
    for (const call of this.#calls()) {
      if (call.stream) await call.replaceStream(await this.acquireFor(call))
    }
  }

  async #changeOutput(id) {
    try {
      await this.#speaker.setOutput(id)
    } catch (error) {
      throw new PhoneError("not_supported", error.message)
    }
  }

  /** `ended` comes only when the device went away, never from our own stop(). */
  #watch(stream, call) {
    const [track] = stream.getAudioTracks()
    track.addEventListener("ended", async () => {
      if (call.over || call.ending || call.stream !== stream) return
      this.#publish("mediaDevices.lost", { call })
      await this.change("input", "").catch(error => this.#publish("error", { call, error }))
    })
  }
}
