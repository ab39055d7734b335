/** The app's view of the user agent, the same in every tab. */
export class UserAgent {
  #coordinator
  #store
  #handle

  constructor({ coordinator, store, handle }) {
    this.#coordinator = coordinator
    this.#store = store
    this.#handle = handle
  }

  start() { return this.#coordinator.start() }
  async stop() { this.#coordinator.stop() }
  register() { return this.#coordinator.run("register") }
  unregister() { return this.#coordinator.run("unregister") }
  hangupAll() { return this.#coordinator.run("hangupAll") }
  takeOver() { return this.#coordinator.takeOver() }
  diagnose(options) { return this.#coordinator.run("diagnose", options) }
  startDebug() { return this.#coordinator.run("setDebug", { on: true }) }
  stopDebug() { return this.#coordinator.run("setDebug", { on: false }) }

  isStarted() { return this.#coordinator.started }
  isConnected() { return ["connected", "registered"].includes(this.#store.userAgentState) }
  isRegistered() { return this.#store.userAgentState === "registered" }
  isReady() { return this.isRegistered() && this.#store.calls.length === 0 }

  async call(target, { beforeInvite, ...options } = {}) {
    const id = options.id ?? crypto.randomUUID()
    await this.#coordinator.run("call", { target, options: { ...options, id } }, beforeInvite)
    return this.#handle(id)
  }

  async place({ number, before, ...options }) {
    const id = options.id ?? crypto.randomUUID()
    // Whoever made the promise hears of its failure; here it only must not go unheard before it is waited for.
    before?.catch(() => {})
    await this.#coordinator.enter()
    await this.#coordinator.run("place", { target: number, options: { ...options, id } }, before && (() => before))
    return this.#handle(id)
  }

  async redial({ beforeInvite, ...options } = {}) {
    const id = options.id ?? crypto.randomUUID()
    await this.#coordinator.run("redial", { options: { ...options, id } }, beforeInvite)
    return this.#handle(id)
  }
}
