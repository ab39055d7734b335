import { asPhoneError, fromPlain, PhoneError, toPlain } from "../phone-error.js"

/**
 * @import { Answer, CallInfo, Hook, PhoneEvent, PlainError, Run, Snapshot } from "../types.js"
 * @import { Call } from "../call/call.js"
 */

const ACK_MS = 3000
const HOOK_MS = 20000

/**
 * @typedef {object} ChannelHost
 * @property {() => boolean} isHost
 * @property {Run} execute
 * @property {() => Snapshot} snapshot
 * @property {(snapshot: Snapshot, event?: PhoneEvent) => void} onState
 */

/** @typedef {{ hook?: Hook, taken: boolean, resolve: (value: any) => void, reject: (error: unknown) => void, timer: number | undefined }} Pending */

/** Remote control: commands with acknowledgement one way, the host's state and events the other way. */
export class TabChannel {
  #channel
  #tab = crypto.randomUUID()
  /** @type {Map<string, Pending>} */
  #pending = new Map()
  /** @type {Map<string, { resolve: (value: any) => void, reject: (error: unknown) => void }>} */
  #hooks = new Map()
  /** @type {ChannelHost} */
  #host

  /**
   * @param {{ BroadcastChannel: typeof window.BroadcastChannel, name: string } & ChannelHost} options
   */
  constructor({ BroadcastChannel, name, ...host }) {
    this.#host = host
    this.#channel = new BroadcastChannel(name)
    this.#channel.onmessage = ({ data }) => /** @type {any} */ (this)[`_on_${data.kind}`]?.(data)
  }

  close() {
    this.abandon()
    this.#channel.onmessage = null
    this.#channel.close()
  }

  hello() {
    this.#post({ kind: "hello" })
  }

  /** @param {Snapshot} snapshot @param {PhoneEvent} [event] */
  broadcast(snapshot, event) {
    this.#post({ kind: "state", snapshot, event })
  }

  /**
   * A new host begins: what was asked of the old one will not be answered.
   * @param {Snapshot} snapshot
   */
  announceHost(snapshot) {
    this.abandon()
    this.#post({ kind: "state", snapshot, newHost: true })
  }

  /** A command that nobody took may be repeated; of one that was taken nobody knows what became. */
  abandon() {
    for (const { reject, taken } of this.#pending.values()) {
      reject(taken ? new PhoneError("host_unreachable", "the host tab went away") : new PhoneError("host_changed"))
    }
  }

  /**
   * Rejects with `no_ack` when nobody took the command in 3 s, with `host_changed` when another host began before.
   * @param {string} method
   * @param {Record<string, any>} [args]
   * @param {Hook} [hook]
   * @returns {Promise<any>}
   */
  run(method, args, hook) {
    const id = crypto.randomUUID()
    /** @type {Pending} */
    const command = { hook, taken: false, resolve() {}, reject() {}, timer: undefined }
    this.#pending.set(id, command)
    const answer = new Promise((resolve, reject) => Object.assign(command, { resolve, reject }))
    command.timer = setTimeout(() => command.reject(new PhoneError("no_ack", "no host answered")), ACK_MS)
    this.#post({ kind: "command", id, method, args, hooked: Boolean(hook) })
    return answer.finally(() => {
      clearTimeout(command.timer)
      this.#pending.delete(id)
    })
  }

  _on_hello() {
    if (this.#host.isHost()) this.broadcast(this.#host.snapshot())
  }

  /** @param {{ snapshot: Snapshot, event?: PhoneEvent, newHost?: boolean }} options */
  _on_state({ snapshot, event, newHost }) {
    if (newHost) this.abandon()
    this.#host.onState(snapshot, event)
  }

  /** @param {{ id: string, method: string, args: Record<string, any>, hooked: boolean }} options */
  async _on_command({ id, method, args, hooked }) {
    if (!this.#host.isHost()) return
    this.#post({ kind: "ack", id })
    try {
      const value = await this.#host.execute(method, args, hooked ? (call) => this.#askHook(id, call) : undefined)
      this.#post({ kind: "result", id, value })
    } catch (error) {
      this.#post({ kind: "result", id, error: toPlain(error) })
    }
  }

  /** @param {{ id: string }} options */
  _on_ack({ id }) {
    const command = this.#pending.get(id)
    if (!command) return
    command.taken = true
    clearTimeout(command.timer)
  }

  /** @param {{ id: string, value: unknown, error?: PlainError }} options */
  _on_result({ id, value, error }) {
    const pending = this.#pending.get(id)
    if (error) pending?.reject(fromPlain(error))
    else pending?.resolve(value)
  }

  /** @param {{ id: string, call: CallInfo }} options */
  async _on_hook({ id, call }) {
    const hook = this.#pending.get(id)?.hook
    if (!hook) return
    try {
      this.#post({ kind: "hookResult", id, value: await hook(call) })
    } catch (error) {
      this.#post({ kind: "hookResult", id, error: toPlain(asPhoneError(error)) })
    }
  }

  /** @param {{ id: string, value: unknown, error?: PlainError }} options */
  _on_hookResult({ id, value, error }) {
    const hook = this.#hooks.get(id)
    if (error) hook?.reject(fromPlain(error))
    else hook?.resolve(value)
  }

  /**
   * The app's beforeInvite runs where it was given: in the tab that asked.
   * @param {string} id
   * @param {CallInfo} call
   * @returns {Promise<Answer>}
   */
  #askHook(id, call) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new PhoneError("timeout", "the tab that asked for the call does not answer")), HOOK_MS)
      /** @param {(value: any) => void} act @returns {(value: any) => void} */
      const settle = (act) => (value) => {
        clearTimeout(timer)
        this.#hooks.delete(id)
        act(value)
      }
      this.#hooks.set(id, { resolve: settle(resolve), reject: settle(reject) })
      this.#post({ kind: "hook", id, call })
    })
  }

  /** @param {object} message */
  #post(message) {
    this.#channel.postMessage({ ...message, from: this.#tab })
  }
}
