const FIRST_MS = 2000
const LONGEST_MS = 60000

export class Backoff {
  #tries = 0
  /** @type {number | undefined} */
  #timer

  /** @param {() => void} action */
  later(action) {
    this.cancel()
    this.#timer = setTimeout(action, Math.min(LONGEST_MS, FIRST_MS * 2 ** this.#tries++))
  }

  cancel() {
    clearTimeout(this.#timer)
  }

  reset() {
    this.cancel()
    this.#tries = 0
  }
}
