import { PhoneError } from "../phone-error.js"
import { phoneEvent } from "../phone-event.js"
import { Leader } from "./leader.js"
import { PageLifecycle } from "./page-lifecycle.js"
import { TabChannel } from "./tab-channel.js"

const MIRROR_MS = 3000
const STEP_ASIDE_MS = 250

/** Decides which tab is the host, brings commands to it and its events to everybody. */
export class Coordinator {
  #config
  #environment
  #store
  #bus
  #host
  #leader = null
  #channel = null
  #joining = null
  #page
  #onMirrored = () => {}

  /** host: start(), stop(), hasLiveCall(), snapshot(), execute(method, args, hook) */
  constructor({ config, environment, store, bus, host }) {
    this.#config = config
    this.#environment = environment
    this.#store = store
    this.#bus = bus
    this.#host = host
    this.#page = new PageLifecycle(environment.page, { leave: how => this.#onPageHide(how), comeBack: () => this.start().catch(() => {}) })
  }

  get started() {
    return this.#store.role !== "none"
  }

  get #hosting() {
    return this.#store.role === "host"
  }

  async start() {
    if (this.#hosting) return this.#host.start()
    this.#page.start()
    this.#joining ??= this.#join().finally(() => { this.#joining = null })
    return this.#joining
  }

  stop() {
    this.#page.stop()
    this.#leave()
  }

  /** Local on the host; elsewhere over the channel. When no host answers this tab becomes it. */
  async run(method, args = {}, hook) {
    if (!this.started) throw new PhoneError("not_started", "call start() first")
    if (this.#hosting) return this.#host.execute(method, args, hook)
    try {
      return await this.#channel.run(method, args, hook)
    } catch (error) {
      if (error.code === "no_ack") await this.#replaceSilentHost()
      else if (error.code !== "host_changed") throw error
    }
    if (!this.#hosting) return this.#channel.run(method, args, hook)
    await this.#host.start()
    return this.#host.execute(method, args, hook)
  }

  async takeOver() {
    if (!this.started) throw new PhoneError("not_started", "call start() first")
    if (this.#hosting) return
    try {
      await this.#channel.run("handOver")
    } catch (error) {
      // The lock may arrive before the host's answer; asking again would make this tab step aside.
      if (error.code !== "host_changed") throw error
    }
    if (!this.#hosting) await this.#bus.waitFor("userAgent.role.changed", { timeoutMs: MIRROR_MS })
    await this.#host.start()
  }

  /** The idle host steps aside and lines up again behind the tab that asked. */
  handOver() {
    if (this.#host.hasLiveCall()) throw new PhoneError("in_call", "a host never hands over during a call")
    this.#leader.leave()
    this.#stepAside()
  }

  publish(type, details) {
    if (this.#store.role !== "remote") this.#store.apply(this.#host.snapshot())
    const event = phoneEvent(type, this.#store.userAgentState, details)
    this.#deliver(event)
    if (this.#hosting) this.#channel?.broadcast(this.#host.snapshot(), event)
    if (type === "callList.added" || type === "callList.removed") this.#page.askBeforeLeaving(this.#host.hasLiveCall())
  }

  async #join() {
    const { tabs } = this.#config
    const { locks, BroadcastChannel } = this.#environment
    if (!tabs || !locks || !BroadcastChannel) return this.#lead()
    this.#channel = new TabChannel({
      BroadcastChannel, name: tabs.channelName, isHost: () => this.#hosting, snapshot: () => this.#host.snapshot(),
      execute: (...command) => this.#host.execute(...command), onState: (snapshot, event) => this.#onState(snapshot, event),
    })
    this.#leader = new Leader({ locks, name: tabs.lockName, onWon: () => this.#leadQuietly(), onLost: () => this.#stepAside() })
    if (await this.#leader.join()) return this.#lead()
    this.#become("remote")
    await this.#mirror()
  }

  #mirror() {
    return new Promise(resolve => {
      this.#onMirrored = resolve
      setTimeout(resolve, MIRROR_MS)
      this.#channel.hello()
    })
  }

  async #lead() {
    const orphans = this.#store.role === "remote" ? this.#store.orphans() : []
    this.#store.reset()
    this.#become("host")
    this.#channel?.announceHost(this.#host.snapshot())
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
    setTimeout(async () => {
      if (await this.#leader?.join()) this.#leadQuietly()
    }, STEP_ASIDE_MS)
  }

  /** Never from a host that has a call: it may only be slow. */
  async #replaceSilentHost() {
    const won = await this.#leader.tryNow() || (this.#store.calls.length === 0 && await this.#leader.steal())
    if (!won) throw new PhoneError("host_unreachable", "the host tab does not answer")
    await this.#lead()
  }

  #become(role) {
    this.#store.role = role
    this.publish("userAgent.role.changed", { data: { role } })
  }

  #onState(snapshot, event) {
    if (this.#hosting) return
    this.#store.apply(snapshot)
    this.#onMirrored()
    if (event && event.type !== "userAgent.role.changed") this.#deliver(event)
  }

  #deliver(event) {
    this.#store.remember(event)
    this.#bus.emit(event.type, event)
  }

  #onPageHide({ cached }) {
    const tell = this.#hosting && (this.#host.hasLiveCall() || !cached)
    const summaries = this.#leave()
    if (tell) this.#config.onPageHide?.(summaries)
  }

  /** The lock goes by hand: a cached page would keep it. */
  #leave() {
    const summaries = this.#hosting ? this.#host.stop() : []
    this.#leader?.leave()
    this.#channel?.close()
    this.#leader = this.#channel = null
    this.#store.reset()
    if (this.started) this.#become("none")
    return summaries
  }
}
