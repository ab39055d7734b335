/** @import { Answer, CallOptions } from "../types.js" */

const POLL_MS = 1000

/**
 * One tab holds the lock. A queued request alone is not enough: a page in the back/forward cache keeps its place and its lock,
 * so the lock is also asked for with `ifAvailable` every second.
 */
export class Leader {
  #locks
  #name
  #onWon
  #onLost
  #joined = false
  /** @type {(() => void) | null} */
  #release = null
  /** @type {AbortController | null} */
  #queue = null
  /** @type {number | undefined} */
  #poll

  /** @param {{ locks: LockManager, name: string, onWon: () => void, onLost: () => void }} options */
  constructor({ locks, name, onWon, onLost }) {
    this.#locks = locks
    this.#name = name
    this.#onWon = onWon
    this.#onLost = onLost
  }

  get leads() {
    return this.#release !== null
  }

  /** Resolves true when this tab leads now; otherwise it waits, and `onWon` tells. */
  async join() {
    this.#joined = true
    if (await this.tryNow()) return true
    if (!this.#joined) return false
    this.#queue = new AbortController()
    this.#request({ signal: this.#queue.signal }, (won) => won && this.#onWon())
    this.#poll = setInterval(async () => {
      if (!this.leads && (await this.tryNow())) this.#onWon()
    }, POLL_MS)
    return false
  }

  tryNow() {
    return new Promise((/** @type {(won: boolean) => void} */ resolve) => this.#request({ ifAvailable: true }, resolve))
  }

  /** For a holder that does not answer any more; the caller has seen that it has no call. */
  steal() {
    return new Promise((/** @type {(won: boolean) => void} */ resolve) => this.#request({ steal: true }, resolve))
  }

  leave() {
    this.#joined = false
    this.#stopWaiting()
    this.#release?.()
    this.#release = null
  }

  #stopWaiting() {
    clearInterval(this.#poll)
    this.#queue?.abort()
    this.#queue = null
  }

  /** @param {LockOptions} options @param {(won: boolean) => void} answer */
  #request(options, answer) {
    /** @type {(() => void) | null} */
    let mine = null
    /** @param {Lock | null} lock */
    const hold = (lock) => {
      if (!lock || this.leads || !this.#joined) return answer(false)
      this.#stopWaiting()
      return new Promise((/** @type {(value?: undefined) => void} */ release) => {
        mine = this.#release = release
        answer(true)
      })
    }
    this.#locks.request(this.#name, options, hold).catch(() => {
      // Rejected after it was granted means stolen; before, it is our own abort.
      if (mine === null || this.#release !== mine) return
      this.#release = null
      this.#onLost()
    })
  }
}
