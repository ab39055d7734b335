/**
 * A second, throw-away user agent: reports its steps, unregisters and closes. Never rejects. When the challenge names another
 * realm, `credentialsFor(realm)` is asked for it, once.
 */
export function tryRegistration(makeDriver, credentials, { onStep = () => {}, timeoutMs = 15000, credentialsFor } = {}) {
  const begun = Date.now()
  return new Promise(resolve => {
    const report = (step, details) => {
      const state = { step, ...details, elapsedMs: Date.now() - begun }
      onStep(state)
      return state
    }
    let driver
    let timer
    let settled = false
    const settle = (step, details) => {
      if (settled) return
      settled = true
      clearTimeout(timer)
      driver?.stop()
      resolve(report(step, details))
    }
    const refuse = ({ cause, sipCode }) => settle("failed", { cause, ...(sipCode && { sipCode }) })
    async function askFor(realm, failure) {
      driver.stop()
      const others = await credentialsFor(realm).catch(() => null)
      if (!others || others.realm !== realm) refuse(failure)
      else if (!settled) open(others, () => {}, refuse)
    }
    function open(given, onConnected, onRefused) {
      try {
        driver = makeDriver(given)
      } catch {
        settle("failed", { cause: "unknown" })
        return
      }
      const mine = driver
      const on = (type, act) => mine.on(type, data => !settled && mine === driver && act(data))
      on("connected", onConnected)
      on("disconnected", () => settle("failed", { cause: "network" }))
      on("registered", () => settle("registered"))
      on("registrationFailed", onRefused)
      mine.start()
    }
    report("connecting")
    timer = setTimeout(() => settle("failed", { cause: "network" }), timeoutMs)
    open(credentials, () => report("connected"), failure => {
      if (!failure.realm || !credentialsFor) refuse(failure)
      else askFor(failure.realm, failure)
    })
  })
}
