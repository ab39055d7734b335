import { PhoneError } from "./phone-error.js"

const ANY = "*"

/** @typedef {(event: any) => void} Listener */

/**
 * Events by name; `Events` says what each carries. One tells the app, one stands in each driver and session.
 * @template {object} Events
 */
export class EventBus {
  /** @type {Map<PropertyKey, Set<Listener>>} */
  #listeners = new Map()

  /**
   * @template {keyof Events} K
   * @param {K | "*"} type
   * @param {(event: Events[K]) => void} listener
   * @returns {() => void} the undo
   */
  on(type, listener) {
    const listeners = this.#listeners.get(type) ?? new Set()
    this.#listeners.set(type, listeners.add(listener))
    return () => this.off(type, listener)
  }

  /**
   * @template {keyof Events} K
   * @param {K | "*"} type
   * @param {(event: Events[K]) => void} listener
   * @returns {() => void} the undo
   */
  once(type, listener) {
    const undo = this.on(type, (event) => {
      undo()
      listener(event)
    })
    return undo
  }

  /**
   * @template {keyof Events} K
   * @param {K | "*"} type
   * @param {(event: Events[K]) => void} listener
   */
  off(type, listener) {
    this.#listeners.get(type)?.delete(listener)
  }

  /** @param {(event: Events[keyof Events]) => void} listener */
  onAny(listener) {
    return this.on(ANY, listener)
  }

  /**
   * @template {keyof Events} K
   * @param {K} type
   * @param {{ timeoutMs?: number, where?: (event: Events[K]) => boolean }} [options]
   * @returns {Promise<Events[K]>}
   */
  waitFor(type, { timeoutMs, where = () => true } = {}) {
    return new Promise((resolve, reject) => {
      /** @type {number | undefined} */
      let timer
      const undo = this.on(type, (event) => {
        if (!where(event)) return
        clearTimeout(timer)
        undo()
        resolve(event)
      })
      if (timeoutMs === undefined) return
      timer = setTimeout(() => {
        undo()
        reject(new PhoneError("timeout", `no ${String(type)} in ${timeoutMs} ms`))
      }, timeoutMs)
    })
  }

  /**
   * @template {keyof Events} K
   * @param {K} type
   * @param {Events[K]} [event]
   */
  emit(type, event) {
    for (const listener of [...(this.#listeners.get(type) ?? []), ...(this.#listeners.get(ANY) ?? [])]) {
      try {
        listener(event)
      } catch (error) {
        // One broken listener must not leave a call half ended for the others.
        globalThis.reportError(error)
      }
    }
  }

  clear() {
    this.#listeners.clear()
  }
}
