import { causeOfMedia } from "../causes.js"
import { PhoneError, toPlain } from "../phone-error.js"

/** @import { Environment } from "../environment.js" */

/** @param {any} error @returns {string} */
const nameOf = (error) => error?.name

/** Audio only, one stream per call; errors carry the browser's own name as `data.name`. */
export class Microphone {
  #environment
  #constraints
  inputId

  /**
   * @param {Environment} environment
   * @param {{ constraints: MediaTrackConstraints, inputId: string }} options
   */
  constructor(environment, { constraints, inputId }) {
    this.#environment = environment
    this.#constraints = constraints
    this.inputId = inputId
  }

  /** The chosen device, or for once another; the default when it is not there. What was chosen stays chosen. */
  async acquire(deviceId = this.inputId) {
    const { mediaDevices } = this.#environment
    if (!mediaDevices) throw new PhoneError("mic_denied", "no mediaDevices: the page is not on HTTPS or forbids the microphone")
    try {
      return await this.#ask(mediaDevices, deviceId)
    } catch (error) {
      throw new PhoneError(causeOfMedia(error), toPlain(error).message, { data: { name: nameOf(error) } })
    }
  }

  /** @param {MediaDevices} mediaDevices @param {string} deviceId */
  async #ask(mediaDevices, deviceId) {
    if (!deviceId) return mediaDevices.getUserMedia({ audio: this.#constraints, video: false })
    try {
      return await mediaDevices.getUserMedia({ audio: { ...this.#constraints, deviceId: { exact: deviceId } }, video: false })
    } catch (error) {
      if (!["OverconstrainedError", "NotFoundError"].includes(nameOf(error))) throw error
      return mediaDevices.getUserMedia({ audio: this.#constraints, video: false })
    }
  }
}
