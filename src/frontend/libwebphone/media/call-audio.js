import { RemoteAudio } from "./remote-audio.js"
import { Tones } from "./tones.js"

/**
 * @import { Environment } from "../environment.js"
 * @import { Config, Publish, VolumeChannel } from "../types.js"
 */

/** What the user hears in this tab, and whether the browser lets it be heard. */
export class CallAudio {
  blocked = false
  #onChange

  /**
   * @param {Environment} environment
   * @param {Config["audio"]} settings
   * @param {Publish} onChange
   */
  constructor(environment, settings, onChange) {
    this.#onChange = onChange
    const onBlocked = () => this.#setBlocked(true)
    this.speaker = new RemoteAudio(environment, { volume: settings.volumes.remote, outputId: settings.outputId, onBlocked })
    this.tones = new Tones(environment, { volumes: settings.volumes, ringback: settings.ringback, onBlocked })
  }

  /** @param {RTCPeerConnection} connection */
  listenTo(connection) {
    this.speaker.listenTo(connection)
  }

  startRingback() {
    this.tones.startRingback()
  }

  stopRingback() {
    this.tones.stopRingback()
  }

  endCall() {
    this.tones.stopRingback()
    this.speaker.stop()
  }

  async unlock() {
    const [tones, speaker] = await Promise.all([this.tones.unlock(), this.speaker.resume()])
    if (tones && speaker) this.#setBlocked(false)
  }

  /** @param {VolumeChannel} channel @param {number} volume */
  setVolume(channel, volume) {
    if (channel === "remote") this.speaker.setVolume(volume)
    else this.tones.setVolume(channel, volume)
  }

  close() {
    this.endCall()
    this.tones.close()
  }

  /** @param {boolean} blocked */
  #setBlocked(blocked) {
    if (this.blocked === blocked) return
    this.blocked = blocked
    this.#onChange(blocked ? "audioContext.blocked" : "audioContext.unlocked")
  }
}
