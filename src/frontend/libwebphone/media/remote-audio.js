/** @import { Environment } from "../environment.js" */

/** Plays the other side in an element that is never in the document: a body swap must not pause it. */
export class RemoteAudio {
  #environment
  /** @type {HTMLAudioElement | null} */
  #element = null
  #onBlocked
  #volume
  outputId

  /**
   * @param {Environment} environment
   * @param {{ volume: number, outputId: string, onBlocked: () => void }} options
   */
  constructor(environment, { volume, outputId, onBlocked }) {
    this.#environment = environment
    this.#volume = volume
    this.outputId = outputId
    this.#onBlocked = onBlocked
  }

  /**
   * Attached at `peerconnection`, before any SDP: later the early media would be lost.
   * @param {RTCPeerConnection} connection
   */
  listenTo(connection) {
    connection.addEventListener("track", ({ track, streams }) => {
      if (track.kind === "audio") this.play(streams[0] ?? new this.#environment.MediaStream([track]))
    })
  }

  /** @param {MediaStream} stream */
  async play(stream) {
    const element = this.#audio()
    element.srcObject = stream
    await this.resume()
  }

  async resume() {
    if (!this.#element?.srcObject) return true
    try {
      await this.#element.play()
      return true
    } catch (thrown) {
      const error = /** @type {Error | undefined} */ (thrown)
      if (error?.name === "NotAllowedError") this.#onBlocked()
      return error?.name !== "NotAllowedError"
    }
  }

  /** @param {string} id */
  async setOutput(id) {
    this.outputId = id
    await this.#element?.setSinkId?.(id)
  }

  /** @param {number} volume */
  setVolume(volume) {
    this.#volume = volume
    if (this.#element) this.#element.volume = volume
  }

  stop() {
    if (!this.#element) return
    this.#element.pause()
    this.#element.srcObject = null
  }

  #audio() {
    if (!this.#element) {
      this.#element = new this.#environment.Audio()
      this.#element.volume = this.#volume
      if (this.outputId) this.#element.setSinkId?.(this.outputId)?.catch(() => {})
    }
    return this.#element
  }
}
