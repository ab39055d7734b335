import { causeOfMedia } from "../causes.js"
import { PhoneError } from "../phone-error.js"

/** Audio only, one stream per call; errors carry the browser's own name as `data.name`. */
export class Microphone {
  #environment
  #constraints
  inputId

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
      throw new PhoneError(causeOfMedia(error), error.message, { data: { name: error.name } })
    }
  }

  async #ask(mediaDevices, deviceId) {
    if (!deviceId) return mediaDevices.getUserMedia({ audio: this.#constraints, video: false })
    try {
      return await mediaDevices.getUserMedia({ audio: { ...this.#constraints, deviceId: { exact: deviceId } }, video: false })
    } catch (error) {
      if (error.name !== "OverconstrainedError" && error.name !== "NotFoundError") throw error
      return mediaDevices.getUserMedia({ audio: this.#constraints, video: false })
    }
  }
}
