import { PhoneError } from "../phone-error.js"
import { Backoff } from "./backoff.js"

/**
 * @import { CallState, Cause, Credentials, DriverEvents, Failure, Incoming, MakeDriver, PhoneConfig, PhoneEventType, Publish, UserAgentState } from "../types.js"
 * @import { JsSipDriver } from "../drivers/jssip-driver.js"
 */

/** @typedef {{ resolve: () => void, reject: (error: unknown) => void }} Waiter */

/**
 * @typedef {object} Hooks
 * @property {Publish} publish
 * @property {() => void} onRegistered
 * @property {() => void} onDisconnected
 * @property {() => void} onSilent
 * @property {(incoming: Incoming) => void} onIncoming
 * @property {() => boolean} hasLiveCall
 */

/**
 * The 3rd, 9th, 27th… time in a row: the address may be another one by now, and asking for it costs the app's server.
 * @param {number} failures
 */
const isTimeToAsk = (failures) => [3, 9, 27, 81, 243].includes(failures)

/** @param {Credentials | null} credentials */
const proofOf = (credentials) => credentials && `${credentials.uri} ${credentials.realm} ${credentials.ha1}`

/** @param {any} error @returns {error is Error & { code: string }} */
const hasCode = (error) => Boolean(error?.code)

/** @returns {PromiseWithResolvers<void>} */
function withResolvers() {
  const made = /** @type {PromiseWithResolvers<void>} */ ({})
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }))
  return made
}

/**
 * Keeps one driver registered: credentials, one refetch after a refusal, once more for the realm that a challenge names, retries.
 * The secrets live only in the driver it makes.
 */
export class Registration {
  /** @type {UserAgentState} */
  state = "stopped"
  /** @type {string | undefined} */
  cause
  /** @type {JsSipDriver | null} */
  driver = null
  #credentials
  #makeDriver
  #hooks
  #generation = 0
  /** @type {{ proof: string | null, error: PhoneError } | null} */
  #refused = null
  #failures = 0
  /** @type {string | null} */
  #proof = null
  /** @type {string | undefined} */
  #realm
  /** @type {Set<string>} */
  #askedRealms = new Set()
  #retry = new Backoff()
  /** @type {PromiseWithResolvers<void> | null} */
  #ready = null
  /** @type {Set<Waiter>} */
  #waiting = new Set()

  /**
   * @param {{ credentials: PhoneConfig["credentials"], makeDriver: MakeDriver } & Hooks} options
   */
  constructor({ credentials, makeDriver, ...hooks }) {
    this.#credentials = credentials
    this.#makeDriver = makeDriver
    this.#hooks = hooks
  }

  get registered() {
    return this.state === "registered"
  }

  get connected() {
    return Boolean(this.driver?.isConnected())
  }

  /** Resolves when registered, or when there is no extension; rejects when the credentials are refused. */
  start() {
    if (this.#ready && this.state !== "disabled") return this.#ready.promise
    this.#ready = withResolvers()
    const { promise } = this.#ready
    promise.catch(() => {})
    this.#open()
    return promise
  }

  /**
   * Resolves when calls may be placed, starting what was stopped or had failed; rejects with what prevents it.
   * @param {number} timeoutMs
   */
  whenRegistered(timeoutMs) {
    if (this.registered) return Promise.resolve()
    this.start().catch(() => {})
    return new Promise((resolve, reject) => {
      const waiter = { resolve: () => resolve(undefined), reject }
      this.#waiting.add(waiter)
      setTimeout(() => this.#waiting.delete(waiter) && reject(new PhoneError("network", "not registered in time")), timeoutMs)
    })
  }

  stop() {
    if (this.state === "stopped") return
    this.#close()
    this.#ready?.reject(new PhoneError("not_started", "stopped"))
    this.#ready = null
    this.#startOver()
    this.#become("stopped", "userAgent.stopped")
  }

  rebuild() {
    if (!this.#ready || this.state === "disabled" || this.#hooks.hasLiveCall()) return
    // What a driver began to end, only that driver can.
    if (this.driver?.isEnding()) {
      this.#retry.later(() => this.rebuild())
      return
    }
    this.#close()
    this.#open()
  }

  async #open() {
    const generation = ++this.#generation
    const current = () => generation === this.#generation
    this.#become("connecting", "userAgent.connecting")
    let credentials
    try {
      credentials = await this.#credentials(this.#realm === undefined ? {} : { realm: this.#realm })
    } catch (error) {
      if (current()) this.#onNoCredentials(error)
      return
    }
    if (!current()) return
    if (credentials === null) {
      this.#become("disabled", "userAgent.disabled")
      this.#ready?.resolve()
      return
    }
    // The very same that was refused: asking again would only be one more wrong password for the provider to count.
    if (this.#refused?.proof === proofOf(credentials)) {
      this.#fail(this.#refused.error)
      return
    }
    this.#proof = proofOf(credentials)
    try {
      this.driver = this.#makeDriver(credentials)
    } catch {
      // The library's message repeats the value that it did not like, which may be the secret.
      this.#fail(new PhoneError("unknown", "the credentials are malformed"))
      return
    }
    this.#listen(this.driver, current)
    this.driver.start()
  }

  #close() {
    this.#generation++
    this.#retry.cancel()
    this.driver?.stop()
    this.driver = null
  }

  /** @param {JsSipDriver} driver @param {() => boolean} current */
  #listen(driver, current) {
    /**
     * @template {keyof DriverEvents} K
     * @param {K} type
     * @param {(data: DriverEvents[K]) => void} handler
     */
    const on = (type, handler) => driver.on(type, (data) => current() && handler(data))
    on("connected", () => {
      this.#failures = 0
      this.#become("connected", "userAgent.connected")
    })
    on("disconnected", () => {
      this.#hooks.publish("userAgent.disconnected")
      this.#become("reconnecting", "userAgent.reconnecting")
      this.#hooks.onDisconnected()
      if (isTimeToAsk(++this.#failures)) this.rebuild()
    })
    on("registered", () => {
      this.#refused = null
      this.#askedRealms.clear()
      this.#retry.reset()
      this.#become("registered", "userAgent.registration.registered")
      this.#ready?.resolve()
      this.#hooks.onRegistered()
    })
    on("unregistered", () => {
      if (this.registered) this.state = "connected"
      this.#hooks.publish("userAgent.registration.unregistered")
    })
    on("registrationFailed", (failure) => this.#onRefused(failure))
    on("silent", () => this.#hooks.onSilent())
    on("incoming", (incoming) => this.#hooks.onIncoming(incoming))
  }

  /** @param {Failure} options */
  #onRefused({ cause, sipCode, realm }) {
    const error = new PhoneError(cause, "registration refused", { sipCode })
    const mayRefetch = cause === "auth" && !this.#hooks.hasLiveCall()
    if (mayRefetch && (realm ? this.#askedRealms.has(realm) : this.#refused)) return this.#fail(error)
    if (mayRefetch && realm) return this.#askFor(realm)
    this.#hooks.publish("userAgent.registration.failed", { cause, error })
    if (mayRefetch) {
      this.#refused = { proof: this.#proof, error }
      this.rebuild()
    } else if (cause !== "network" || this.connected) {
      this.#retry.later(() => this.driver?.register())
    }
  }

  /** @param {string} realm */
  #askFor(realm) {
    this.#realm = realm
    this.#askedRealms.add(realm)
    this.rebuild()
  }

  /** @param {unknown} error */
  #onNoCredentials(error) {
    if (hasCode(error)) return this.#fail(error)
    this.#hooks.publish("userAgent.registration.failed", { cause: "network", error })
    this.#retry.later(() => this.#open())
  }

  /** @param {Error & { code: string }} error */
  #fail(error) {
    this.#close()
    this.cause = error.code
    this.state = "failed"
    this.#hooks.publish("userAgent.registration.failed", { cause: error.code, error })
    this.#ready?.reject(error)
    this.#ready = null
    this.#startOver()
    this.#tell(({ reject }) => reject(error))
  }

  #startOver() {
    this.#refused = null
    this.#askedRealms.clear()
  }

  /** @param {UserAgentState} state @param {PhoneEventType} type */
  #become(state, type) {
    this.state = state
    this.cause = undefined
    this.#hooks.publish(type)
    if (state === "registered") this.#tell(({ resolve }) => resolve())
    if (state === "disabled" || state === "stopped") this.#tell(({ reject }) => reject(new PhoneError(state === "disabled" ? state : "not_started")))
  }

  /** @param {(waiter: Waiter) => void} act */
  #tell(act) {
    const waiting = [...this.#waiting]
    this.#waiting.clear()
    waiting.forEach(act)
  }
}
