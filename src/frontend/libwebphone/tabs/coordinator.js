import { PhoneError } from "../phone-error.js"
import { phoneEvent } from "../phone-event.js"
import { Membership } from "./membership.js"
import { PageLifecycle } from "./page-lifecycle.js"

/**
 * @import { TabChannel } from "./tab-channel.js"
 * @import { Config, EventDetails, Hook, Host, Outcome, PhoneEvent, PhoneEventType, PhoneEvents, Role, Snapshot } from "../types.js"
 * @import { Environment } from "../environment.js"
 * @import { EventBus } from "../event-bus.js"
 * @import { PhoneStore } from "./phone-store.js"
 */

const MIRROR_MS = 3000

/** @param {any} error @returns {string | undefined} */
const codeOf = (error) => error?.code

/** Decides which tab is the host, brings commands to it and its events to everybody. */
export class Coordinator {
  #store
  #bus
  #host
  #onPageHide
  #member
  #page
  /** @type {Promise<void> | null} */
  #joining = null
  /** @type {() => void} */
  #onMirrored = () => {}

  /**
   * @param {{ config: Config, environment: Environment, store: PhoneStore, bus: EventBus<PhoneEvents>, host: Host }} options
   */
  constructor({ config, environment, store, bus, host }) {
    this.#store = store
    this.#bus = bus
    this.#host = host
    this.#onPageHide = config.onPageHide ?? (() => {})
    this.#page = new PageLifecycle(environment.page, { leave: (how) => this.#leavePage(how), comeBack: () => this.start().catch(() => {}) })
    this.#member = new Membership({
      tabs: config.tabs,
      environment,
      onWon: () => this.#leadQuietly(),
      onLost: () => this.#stepAside(),
      isHost: () => this.#hosting,
      snapshot: () => host.snapshot(),
      execute: (method, args, hook) => host.execute(method, args, hook),
      onState: (snapshot, event) => this.#onState(snapshot, event),
    })
  }

  get started() {
    return this.#store.role !== "none"
  }

  get #hosting() {
    return this.#store.role === "host"
  }

  /** Whoever is not alone has one. */
  get #channel() {
    return /** @type {TabChannel} */ (this.#member.channel)
  }

  async start() {
    if (this.#hosting) return this.#host.start()
    if (this.started) return undefined
    this.#page.start()
    this.#joining ??= this.#join().finally(() => {
      this.#joining = null
    })
    return this.#joining
  }

  /** Resolves when this tab has its role; the registration goes on by itself. */
  async enter() {
    if (this.started) return
    const role = this.#bus.waitFor("userAgent.role.changed")
    await Promise.race([role, this.start()])
  }

  stop() {
    this.#page.stop()
    this.#leave()
  }

  /**
   * Local on the host; elsewhere over the channel. When no host answers this tab becomes it.
   * @param {string} method
   * @param {Record<string, any>} [args]
   * @param {Hook} [hook]
   * @returns {Promise<any>}
   */
  async run(method, args = {}, hook) {
    this.#requireStarted()
    if (this.#hosting) return this.#host.execute(method, args, hook)
    try {
      return await this.#channel.run(method, args, hook)
    } catch (error) {
      if (codeOf(error) === "no_ack") await this.#replaceSilentHost()
      else if (codeOf(error) !== "host_changed") throw error
    }
    if (!this.#hosting) return this.#channel.run(method, args, hook)
    await this.#host.start()
    return this.#host.execute(method, args, hook)
  }

  async takeOver() {
    this.#requireStarted()
    if (this.#hosting) return
    try {
      await this.#channel.run("handOver")
    } catch (error) {
      // The lock may arrive before the host's answer; asking again would make this tab step aside.
      if (codeOf(error) !== "host_changed") throw error
    }
    if (!this.#hosting) await this.#bus.waitFor("userAgent.role.changed", { timeoutMs: MIRROR_MS })
    await this.#host.start()
  }

  handOver() {
    if (this.#host.hasLiveCall()) throw new PhoneError("in_call", "a host never hands over during a call")
    this.#stepAside()
  }

  /** @param {PhoneEventType} type @param {EventDetails} [details] */
  publish(type, details) {
    if (this.#store.role !== "remote") this.#store.apply(this.#host.snapshot())
    const event = phoneEvent(type, this.#store.userAgentState, details)
    this.#deliver(event)
    if (this.#hosting) this.#member.channel?.broadcast(this.#host.snapshot(), event)
    if (type === "callList.added" || type === "callList.removed") this.#page.askBeforeLeaving(this.#host.hasLiveCall())
  }

  #requireStarted() {
    if (!this.started) throw new PhoneError("not_started", "call start() first")
  }

  async #join() {
    const leads = await this.#member.join()
    if (leads === undefined) throw new PhoneError("not_started", "stopped")
    if (leads) return this.#lead()
    // The lock may have come while the answer "not yet" was on its way.
    if (this.#hosting) return this.#host.start()
    this.#become("remote")
    return this.#mirror()
  }

  #mirror() {
    return new Promise((/** @type {(value?: undefined) => void} */ resolve) => {
      this.#onMirrored = resolve
      setTimeout(resolve, MIRROR_MS)
      this.#channel.hello()
    })
  }

  async #lead() {
    const orphans = this.#store.role === "remote" ? this.#store.orphans() : []
    this.#store.reset()
    this.#become("host")
    this.#member.channel?.announceHost(this.#host.snapshot())
    for (const orphan of orphans) {
      if (!orphan.call.established) this.publish("call.failed", orphan)
      this.publish("call.ended", orphan)
    }
    await this.#host.start()
  }

  /** Elected later, nobody waits for the outcome: the events tell it. */
  #leadQuietly() {
    this.#lead().catch(() => {})
  }

  #stepAside() {
    this.#host.stop()
    this.#become("remote")
    this.#member.stepAside()
  }

  /** Never from a host that has a call: it may only be slow. */
  async #replaceSilentHost() {
    const won = await this.#member.replaceHost({ maySteal: this.#store.calls.length === 0 })
    if (!won) throw new PhoneError("host_unreachable", "the host tab does not answer")
    await this.#lead()
  }

  /** @param {Role} role */
  #become(role) {
    this.#store.role = role
    this.publish("userAgent.role.changed", { data: { role } })
  }

  /** @param {Snapshot} snapshot @param {PhoneEvent} [event] */
  #onState(snapshot, event) {
    if (this.#hosting) return
    this.#store.apply(snapshot)
    this.#onMirrored()
    if (event && event.type !== "userAgent.role.changed") this.#deliver(event)
  }

  /** @param {PhoneEvent} event */
  #deliver(event) {
    this.#store.remember(event)
    this.#bus.emit(event.type, event)
  }

  /** @param {{ cached: boolean }} options */
  #leavePage({ cached }) {
    const tell = this.#hosting && (this.#host.hasLiveCall() || !cached)
    const summaries = this.#leave()
    if (tell) this.#onPageHide(summaries)
  }

  #leave() {
    const summaries = this.#hosting ? this.#host.stop() : []
    this.#member.leave()
    this.#store.reset()
    if (this.started) this.#become("none")
    return summaries
  }
}
