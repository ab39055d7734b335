import { PhoneError } from "../phone-error.js"

/**
 * @import { Config, Incoming, PhoneConfig } from "../types.js"
 * @import { Call } from "../call/call.js"
 */

/**
 * The provider calls our extension after a dial asked through its API. Answering by itself is allowed only for the INVITE that
 * carries the header, while our own dial waits and nothing else is up: campaigns use the same header.
 */
export class PendingDial {
  /** @type {{ call: Call, timer: number } | null} */
  #pending = null
  #settings
  #dialer

  /** @param {Config["call"]["autoAnswer"]} settings @param {PhoneConfig["dialer"]} dialer */
  constructor(settings, dialer) {
    this.#settings = settings
    this.#dialer = dialer
  }

  /** @param {Call} call @param {string} number */
  async dial(call, number) {
    if (!this.#dialer) throw new PhoneError("no_dialer", "config.dialer is missing")
    const timer = setTimeout(() => this.#expire(call), this.#settings.windowSeconds * 1000)
    this.#pending = { call, timer }
    call.onClosing(() => this.#forget(call))
    const { id } = await this.#dialer.dial(number, call.info())
    call.providerCallId = id
    if (call.closing) this.hangup(call)
  }

  /**
   * The call this INVITE belongs to, once; undefined for any other INVITE.
   * @param {Incoming} incoming
   */
  claim(incoming) {
    const call = this.#pending?.call
    if (!call || String(incoming.header(this.#settings.header)).trim().toLowerCase() !== "true") return undefined
    this.#forget(call)
    return call
  }

  /** @param {{ providerCallId: string | null }} options */
  hangup({ providerCallId }) {
    if (providerCallId) this.#dialer?.hangup(providerCallId).catch(() => {})
  }

  /** @param {Call} call */
  #expire(call) {
    call.finish({ endedBy: "network", cause: "no_answer" })
    this.hangup(call)
  }

  /** @param {Call} call */
  #forget(call) {
    if (this.#pending?.call !== call) return
    clearTimeout(this.#pending.timer)
    this.#pending = null
  }
}
