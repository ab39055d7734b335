const RETRY_MS = 3000
const DISCONNECTED_GRACE_MS = 3000

/**
 * Keeps an answered call alive through a lost socket or lost media. While signalling is down it never offers anything; once it
 * is back, one re-INVITE with an ICE restart. After the budget the network has ended the call.
 */
export class Recovery {
  #call
  #options
  #deadline = null
  #retry = null
  #grace = null
  #repairing = false

  /** options: isOnline(), reconnect(), budgetMs, onGaveUp() */
  constructor(call, options) {
    this.#call = call
    this.#options = options
    call.onClosing(() => this.#stop())
  }

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
      await this.#call.session.restartIce()
      this.#call.reconnects += 1
      this.#recovered()
    } catch (error) {
      // A peer that refuses to renegotiate while sound still flows has nothing to be repaired.
      if (error.code === "renegotiation_refused" && this.#mediaFlows()) this.#recovered()
    } finally {
      this.#repairing = false
    }
  }

  #mediaFlows() {
    return ["connected", "completed"].includes(this.#call.session.connection?.iceConnectionState)
  }

  #recovered() {
    this.#stop()
    if (this.#call.closing) return
    this.#call.settle()
    this.#call.publish("call.reconnected")
  }

  #stop() {
    clearTimeout(this.#deadline)
    clearInterval(this.#retry)
    clearTimeout(this.#grace)
    this.#deadline = null
  }
}
