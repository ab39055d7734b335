const REGISTER_GRACE_MS = 5000

/** Notices what no socket event tells: a peer that went silent, a laptop that woke up, a network that came back. */
export class Liveness {
  #page
  #document
  #settings
  #registration
  #hasLiveCall
  #timer = null
  #wake = null
  #running = false
  #answeredOnce = false
  #onWake = () => this.#check()
  #onVisible = () => this.#document.visibilityState === "visible" && this.#check()

  constructor({ environment, settings, registration, hasLiveCall }) {
    this.#page = environment.page
    this.#document = environment.document
    this.#settings = settings
    this.#registration = registration
    this.#hasLiveCall = hasLiveCall
  }

  start() {
    this.stop()
    this.#running = true
    this.#page.addEventListener?.("online", this.#onWake)
    this.#document?.addEventListener("visibilitychange", this.#onVisible)
    this.plan()
  }

  stop() {
    this.#running = false
    clearTimeout(this.#timer)
    clearTimeout(this.#wake)
    this.#page.removeEventListener?.("online", this.#onWake)
    this.#document?.removeEventListener("visibilitychange", this.#onVisible)
  }

  /** Called again when a call begins or ends, because the interval differs. */
  plan() {
    clearTimeout(this.#timer)
    if (!this.#running) return
    const seconds = this.#hasLiveCall() ? this.#settings.pingIntervalInCall : this.#settings.pingInterval
    this.#timer = setTimeout(async () => {
      await this.#ping()
      this.plan()
    }, seconds * 1000)
  }

  async #ping() {
    const { driver } = this.#registration
    if (!driver?.isConnected()) return
    const patience = new Promise(resolve => setTimeout(resolve, this.#settings.pingTimeout * 1000, false))
    const answered = await Promise.race([driver.ping(), patience])
    // A server that never answers OPTIONS is not dead because of it.
    if (answered) this.#answeredOnce = true
    else if (this.#answeredOnce && driver === this.#registration.driver && driver.isConnected()) driver.dropSocket()
  }

  #check() {
    const { driver } = this.#registration
    if (driver?.isConnected()) this.#ping()
    else driver?.reconnectNow()
    clearTimeout(this.#wake)
    this.#wake = setTimeout(() => {
      if (!this.#registration.registered && !this.#hasLiveCall()) this.#registration.rebuild()
    }, REGISTER_GRACE_MS)
  }
}
