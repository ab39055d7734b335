/**
 * @import { Coordinator } from "../tabs/coordinator.js"
 * @import { PhoneStore } from "../tabs/phone-store.js"
 * @import { CallHandle } from "./call-handle.js"
 * @import { Answer, CallOptions, DiagnoseReport, Hook, PlaceRequest } from "../types.js"
 */

/** The app's view of the user agent, the same in every tab. */
export class UserAgent {
  #coordinator
  #store
  #handle

  /** @param {{ coordinator: Coordinator, store: PhoneStore, handle: (id: string) => CallHandle }} options */
  constructor({ coordinator, store, handle }) {
    this.#coordinator = coordinator
    this.#store = store
    this.#handle = handle
  }

  /** Joins the election. Resolves when registered (host) or when the host's state arrived (remote). */
  start() {
    return this.#coordinator.start()
  }
  /** Leaves in this tab only: hangs up and unregisters when it is the host, then another tab takes over. */
  async stop() {
    this.#coordinator.stop()
  }
  register() {
    return this.#coordinator.run("register")
  }
  unregister() {
    return this.#coordinator.run("unregister")
  }
  hangupAll() {
    return this.#coordinator.run("hangupAll")
  }
  /** Makes this tab the host; refused with `in_call` while the host has a call. */
  takeOver() {
    return this.#coordinator.takeOver()
  }
  /** @param {{ timeoutMs?: number }} [options] @returns {Promise<DiagnoseReport>} */
  diagnose(options) {
    return this.#coordinator.run("diagnose", options)
  }
  startDebug() {
    return this.#coordinator.run("setDebug", { on: true })
  }
  stopDebug() {
    return this.#coordinator.run("setDebug", { on: false })
  }

  isStarted() {
    return this.#coordinator.started
  }
  isConnected() {
    return ["connected", "registered"].includes(this.#store.userAgentState)
  }
  isRegistered() {
    return this.#store.userAgentState === "registered"
  }
  /** Registered and free to call. */
  isReady() {
    return this.isRegistered() && this.#store.calls.length === 0
  }

  /**
   * Microphone, then `beforeInvite`, then INVITE. Resolves when the INVITE left; rejects when it never did (a call that already existed then also emits `call.failed` and `call.ended`). Works in every tab.
   * @param {string} target @param {CallOptions} [options]
   */
  async call(target, { beforeInvite, ...options } = {}) {
    const id = options.id ?? crypto.randomUUID()
    await this.#coordinator.run("call", { target, options: { ...options, id } }, beforeInvite)
    return this.#handle(id)
  }

  /**
   * The same with everything at once: starts the phone when it is not, and opens the microphone, registers and gathers
   * candidates while the app asks its server. The INVITE leaves when all of it is there and never before `before` resolved;
   * its answer says what is dialled and how. Rejects with the first thing that prevents the call; then `before` may still
   * succeed, and what it made at the server is the app's to close. The call exists, as `dialing`, from the start.
   * @param {PlaceRequest} options
   */
  async place({ number, before, ...options }) {
    const id = options.id ?? crypto.randomUUID()
    // Whoever made the promise hears of its failure; here it only must not go unheard before it is waited for.
    before?.catch(() => {})
    await this.#coordinator.enter()
    await this.#coordinator.run("place", { target: number, options: { ...options, id } }, before && (() => before))
    return this.#handle(id)
  }

  /** @param {CallOptions} [options] */
  async redial({ beforeInvite, ...options } = {}) {
    const id = options.id ?? crypto.randomUUID()
    await this.#coordinator.run("redial", { options: { ...options, id } }, beforeInvite)
    return this.#handle(id)
  }
}
