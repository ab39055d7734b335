/** A second, throw-away user agent: reports its steps, unregisters and closes. Never rejects. */
export function tryRegistration(makeDriver, credentials, { onStep = () => {}, timeoutMs = 15000 } = {}) {
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
    report("connecting")
    try {
      driver = makeDriver(credentials)
    } catch {
      settle("failed", { cause: "unknown" })
      return
    }
    timer = setTimeout(() => settle("failed", { cause: "network" }), timeoutMs)
    driver.on("connected", () => !settled && report("connected"))
    driver.on("disconnected", () => settle("failed", { cause: "network" }))
    driver.on("registered", () => settle("registered"))
    driver.on("registrationFailed", ({ cause, sipCode }) => settle("failed", { cause, ...(sipCode && { sipCode }) }))
    driver.start()
  })
}
