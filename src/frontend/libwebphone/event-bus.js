import { PhoneError } from "./phone-error.js"

const ANY = "*"

export class EventBus {
  #listeners = new Map()

  on(type, listener) {
    if (!this.#listeners.has(type)) this.#listeners.set(type, new Set())
    this.#listeners.get(type).add(listener)
    return () => this.off(type, listener)
  }

  once(type, listener) {
    const undo = this.on(type, event => {
      undo()
      listener(event)
    })
    return undo
  }

  off(type, listener) {
    this.#listeners.get(type)?.delete(listener)
  }

  onAny(listener) {
    return this.on(ANY, listener)
  }

  waitFor(type, { timeoutMs, where = () => true } = {}) {
    return new Promise((resolve, reject) => {
      let timer
      const undo = this.on(type, event => {
        if (!where(event)) return
        clearTimeout(timer)
        undo()
        resolve(event)
      })
      if (timeoutMs === undefined) return
      timer = setTimeout(() => {
        undo()
        reject(new PhoneError("timeout", `no ${type} in ${timeoutMs} ms`))
      }, timeoutMs)
    })
  }

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
