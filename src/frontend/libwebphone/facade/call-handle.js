import { PhoneError } from "../phone-error.js"

/**
 * @import { Run } from "../types.js"
 * @import { PhoneStore } from "../tabs/phone-store.js"
 */

/** Valid in every tab and role: reads the mirrored state, runs commands on the host. */
export class CallHandle {
  #id
  #store
  #run
  #playKeys

  /**
   * @param {string} id
   * @param {{ store: PhoneStore, run: Run, playKeys: (keys: string) => void }} options
   */
  constructor(id, { store, run, playKeys }) {
    this.#id = id
    this.#store = store
    this.#run = run
    this.#playKeys = playKeys
  }

  getId() {
    return this.#id
  }
  getInfo() {
    return structuredClone(this.#info())
  }
  getProviderCallId() {
    return this.#info().providerCallId
  }
  getDirection() {
    return this.#info().direction
  }
  getState() {
    return this.#info().state
  }
  isEstablished() {
    return this.#info().established
  }
  isOnHold() {
    return this.#info().held
  }
  isMuted() {
    return this.#info().muted
  }
  isEnded() {
    return ["ended", "failed"].includes(this.#info().state)
  }
  remoteIdentity() {
    return { ...this.#info().remote }
  }
  summary() {
    return structuredClone(this.#store.summaryOf(this.#id))
  }

  /** BYE, CANCEL or, before the INVITE left, a clean local end. Resolves when it was asked for; `call.ended` comes when the other side knows. */
  hangup() {
    return this.#command("hangup")
  }
  /** A refusal keeps the call and rejects with `hold_refused` / `unhold_refused`. */
  hold() {
    return this.#command("hold")
  }
  unhold() {
    return this.#command("unhold")
  }
  mute() {
    return this.#command("mute")
  }
  unmute() {
    return this.#command("unmute")
  }
  getStats() {
    return this.#command("stats")
  }

  /** @param {string} tones */
  sendDTMF(tones) {
    this.#playKeys(tones)
    return this.#command("sendDTMF", { tones })
  }

  /** @param {string} method @param {Record<string, any>} [args] */
  #command(method, args) {
    return this.#run(method, { id: this.#id, ...args })
  }

  #info() {
    const info = this.#store.find(this.#id)
    if (!info) throw new PhoneError("no_call", "this call is not known any more")
    return info
  }
}
