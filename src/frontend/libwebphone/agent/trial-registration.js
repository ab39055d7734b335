/**
 * @import { JsSipDriver } from "../drivers/jssip-driver.js"
 * @import { Cause, Credentials, DriverEvents, EventDetails, Failure, LineTestOptions, MakeDriver, PhoneConfig, PhoneEventType } from "../types.js"
 */

/** @typedef {{ step: "connecting" | "connected" | "registered" | "failed", cause?: Cause, sipCode?: number, elapsedMs: number }} TrialStep */

/**
 * A second, throw-away user agent: reports its steps, unregisters and closes. Never rejects. When the challenge names another
 * realm, `credentialsFor(realm)` is asked for it, once.
 * @param {MakeDriver} makeDriver
 * @param {Credentials} credentials
 * @param {{ onStep?: (state: TrialStep) => void, timeoutMs?: number } & Pick<LineTestOptions, "credentialsFor">} [options]
 */
export function tryRegistration(makeDriver, credentials, { onStep = () => {}, timeoutMs = 15000, credentialsFor } = {}) {
  const begun = Date.now()
  return new Promise((/** @type {(state: TrialStep) => void} */ resolve) => {
    /** @param {TrialStep["step"]} step @param {Partial<TrialStep>} [details] */
    const report = (step, details) => {
      const state = { step, ...details, elapsedMs: Date.now() - begun }
      onStep(state)
      return state
    }
    /** @type {JsSipDriver | undefined} */
    let driver
    /** @type {number | undefined} */
    let timer
    let settled = false
    /** @param {TrialStep["step"]} step @param {Partial<TrialStep>} [details] */
    const settle = (step, details) => {
      if (settled) return
      settled = true
      clearTimeout(timer)
      driver?.stop()
      resolve(report(step, details))
    }
    /** @param {Failure} options */
    const refuse = ({ cause, sipCode }) => settle("failed", { cause, ...(sipCode && { sipCode }) })
    /** @param {string} realm @param {Failure} failure */
    async function askFor(realm, failure) {
      driver?.stop()
      const others = await credentialsFor?.(realm).catch(() => null)
      if (!others || others.realm !== realm) refuse(failure)
      else if (!settled) open(others, () => {}, refuse)
    }
    /**
     * @param {Credentials} given
     * @param {() => void} onConnected
     * @param {(failure: Failure) => void} onRefused
     */
    function open(given, onConnected, onRefused) {
      try {
        driver = makeDriver(given)
      } catch {
        settle("failed", { cause: "unknown" })
        return
      }
      const mine = driver
      /**
       * @template {keyof DriverEvents} K
       * @param {K} type
       * @param {(data: DriverEvents[K]) => void} act
       */
      const on = (type, act) => mine.on(type, (data) => !settled && mine === driver && act(data))
      on("connected", onConnected)
      on("disconnected", () => settle("failed", { cause: "network" }))
      on("registered", () => settle("registered"))
      on("registrationFailed", onRefused)
      mine.start()
    }
    report("connecting")
    timer = setTimeout(() => settle("failed", { cause: "network" }), timeoutMs)
    open(
      credentials,
      () => report("connected"),
      (failure) => {
        if (!failure.realm || !credentialsFor) refuse(failure)
        else askFor(failure.realm, failure)
      },
    )
  })
}
