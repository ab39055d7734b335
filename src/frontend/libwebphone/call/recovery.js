import { toPlain } from "../phone-error.js"

/**
 * @import { Call } from "./call.js"
 */

const RETRY_MS = 3000
const DISCONNECTED_GRACE_MS = 3000

/**
 * Keeps an answered call alive through a lost socket or lost media. While signalling is down it never offers anything; once it
 * is back, one re-INVITE with an ICE restart. After the budget the network has ended the call.
 */
export class Recovery {
  #call
  #options
  /** @type {number | null} */
  #deadline = null
  /** @type {number | undefined} */
  #retry
  /** @type {number | undefined} */
  #grace
  #repairing = false

  /**
   * @param {Call} call
   * @param {{ isOnline: () => boolean, reconnect: () => void, budgetMs: number, onGaveUp: () => void }} options
   */
  constructor(call, options) {
    this.#call = call
    this.#options = options
    call.onClosing(() => this.#stop())
  }

  /** @param {RTCPeerConnection} connection */
  watch(connection) {
    connection.addEventListener("iceconnectionstatechange", () => {
      clearTimeout(this.#grace)
      if (connection.iceConnectionState === "disconnected") this.#grace = setTimeout(() => this.lost(), DISCONNECTED_GRACE_MS)
    })
  }

  /** Signalling or media is gone. */
  lost() {
    if (!this.#call.established || this.#call.closing) return
    if (this.#deadline === null) {
      this.#deadline = setTimeout(() => this.#options.onGaveUp(), this.#options.budgetMs)
      this.#retry = setInterval(() => this.#try(), RETRY_MS)
      this.#call.move("reconnecting")
    }
    this.online()
  }

  /** Signalling is back. */
  online() {
    if (this.#deadline !== null && !this.#repairing && this.#options.isOnline()) this.#repair()
  }

  #try() {
    if (this.#options.isOnline()) this.online()
    else this.#options.reconnect()
  }

  async #repair() {
    this.#repairing = true
    try {
      await this.#call.session?.restartIce()
      this.#call.reconnects += 1
      this.#recovered()
    } catch (error) {
      // A peer that refuses to renegotiate while sound still flows has nothing to be repaired.
      if (toPlain(error).code === "renegotiation_refused" && this.#mediaFlows()) this.#recovered()
    } finally {
      this.#repairing = false
    }
  }

  #mediaFlows() {
    return ["connected", "completed"].includes(this.#call.session?.connection?.iceConnectionState ?? "")
  }

  #recovered() {
    this.#stop()
    if (this.#call.closing) return
    this.#call.settle()
    this.#call.publish("call.reconnected")
  }

  #stop() {
    clearTimeout(this.#deadline ?? undefined)
    clearInterval(this.#retry)
    clearTimeout(this.#grace)
    this.#deadline = null
  }
}
