import { asPhoneError, fromPlain, PhoneError, toPlain } from "../phone-error.js"

const ACK_MS = 3000
const HOOK_MS = 20000

/** Remote control: commands with acknowledgement one way, the host's state and events the other way. */
export class TabChannel {
  #channel
  #tab = crypto.randomUUID()
  #pending = new Map()
  #hooks = new Map()
  #host

  /** host: isHost(), execute(method, args, hook), snapshot(), onState(snapshot, event) */
  constructor({ BroadcastChannel, name, ...host }) {
    this.#host = host
    this.#channel = new BroadcastChannel(name)
    this.#channel.onmessage = ({ data }) => this[`_on_${data.kind}`]?.(data)
  }

  close() {
    this.abandon()
    this.#channel.onmessage = null
    this.#channel.close()
  }

  hello() {
    this.#post({ kind: "hello" })
  }

  broadcast(snapshot, event) {
    this.#post({ kind: "state", snapshot, event })
  }

  /** A new host begins: what was asked of the old one will not be answered. */
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

  /** Rejects with `no_ack` when nobody took the command in 3 s, with `host_changed` when another host began before. */
  run(method, args, hook) {
    const id = crypto.randomUUID()
    const command = { hook, taken: false }
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

  _on_state({ snapshot, event, newHost }) {
    if (newHost) this.abandon()
    this.#host.onState(snapshot, event)
  }

  async _on_command({ id, method, args, hooked }) {
    if (!this.#host.isHost()) return
    this.#post({ kind: "ack", id })
    try {
      const value = await this.#host.execute(method, args, hooked ? call => this.#askHook(id, call) : undefined)
      this.#post({ kind: "result", id, value })
    } catch (error) {
      this.#post({ kind: "result", id, error: toPlain(error) })
    }
  }

  _on_ack({ id }) {
    const command = this.#pending.get(id)
    if (!command) return
    command.taken = true
    clearTimeout(command.timer)
  }

  _on_result({ id, value, error }) {
    const pending = this.#pending.get(id)
    if (error) pending?.reject(fromPlain(error))
    else pending?.resolve(value)
  }

  async _on_hook({ id, call }) {
    const hook = this.#pending.get(id)?.hook
    if (!hook) return
    try {
      this.#post({ kind: "hookResult", id, value: await hook(call) })
    } catch (error) {
      this.#post({ kind: "hookResult", id, error: toPlain(asPhoneError(error)) })
    }
  }

  _on_hookResult({ id, value, error }) {
    const hook = this.#hooks.get(id)
    if (error) hook?.reject(fromPlain(error))
    else hook?.resolve(value)
  }

  /** The app's beforeInvite runs where it was given: in the tab that asked. */
  #askHook(id, call) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new PhoneError("timeout", "the tab that asked for the call does not answer")), HOOK_MS)
      const settle = act => value => {
        clearTimeout(timer)
        this.#hooks.delete(id)
        act(value)
      }
      this.#hooks.set(id, { resolve: settle(resolve), reject: settle(reject) })
      this.#post({ kind: "hook", id, call })
    })
  }

  #post(message) {
    this.#channel.postMessage({ ...message, from: this.#tab })
  }
}
