/**
 * @import { Config } from "../types.js"
 * @import { Environment } from "../environment.js"
 * @import { Registration } from "./registration.js"
 * @import { JsSipDriver } from "../drivers/jssip-driver.js"
 */

const REGISTER_GRACE_MS = 5000

/** Notices what no socket event tells: a peer that went silent, a laptop that woke up, a network that came back. */
export class Liveness {
  #page
  #document
  #settings
  #registration
  #hasLiveCall
  #isInUse
  /** @type {number | undefined} */
  #timer
  /** @type {number | undefined} */
  #wake
  #running = false
  #answersOptions = false
  /** @type {JsSipDriver | null} */
  #probing = null
  #onWake = () => this.#check()
  #onVisible = () => this.#document?.visibilityState === "visible" && this.#check()

  /** @param {{ environment: Environment, settings: Config["transport"], registration: Registration, hasLiveCall: () => boolean, isInUse: () => boolean }} options */
  constructor({ environment, settings, registration, hasLiveCall, isInUse }) {
    this.#page = environment.page
    this.#document = environment.document
    this.#settings = settings
    this.#registration = registration
    this.#hasLiveCall = hasLiveCall
    this.#isInUse = isInUse
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
      await this.probe()
      this.plan()
    }, seconds * 1000)
  }

  /** Whoever says nothing at all within the patience is not there: the socket is given up, and JsSIP opens another. */
  async probe() {
    const { driver } = this.#registration
    if (!driver?.isConnected() || driver === this.#probing) return
    this.#probing = driver
    const alive = await this.#isHeard(driver)
    this.#probing = null
    if (!alive && driver === this.#registration.driver && driver.isConnected()) driver.dropSocket()
  }

  /** @param {JsSipDriver} driver */
  #isHeard(driver) {
    return new Promise((/** @type {(heard: boolean) => void} */ resolve) => {
      const patience = setTimeout(resolve, this.#settings.pingTimeout * 1000, false)
      driver.once("heard", () => {
        clearTimeout(patience)
        resolve(true)
      })
      driver.ping().then((answered) => {
        this.#answersOptions ||= answered
      })
      // A server may ignore OPTIONS, but not a REGISTER.
      if (!this.#answersOptions && this.#registration.registered) driver.register()
    })
  }

  #check() {
    const { driver } = this.#registration
    if (driver?.isConnected()) this.probe()
    else driver?.reconnectNow()
    clearTimeout(this.#wake)
    this.#wake = setTimeout(() => {
      if (!this.#registration.registered && !this.#isInUse()) this.#registration.rebuild()
    }, REGISTER_GRACE_MS)
  }
}
