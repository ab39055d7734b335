import { Leader } from "./leader.js"
import { TabChannel } from "./tab-channel.js"

/**
 * @import { ChannelHost } from "./tab-channel.js"
 * @import { PhoneConfig } from "../types.js"
 * @import { Environment } from "../environment.js"
 */

const STEP_ASIDE_MS = 250

/** This tab's place in the election and its line to the others. Without locks or a channel it is alone and leads. */
export class Membership {
  /** @type {TabChannel | null} */
  channel = null
  /** @type {Leader | null} */
  #leader = null
  #tabs
  #environment
  #host
  #onWon
  #onLost

  /**
   * The rest of the argument is TabChannel's host.
   * @param {{ tabs: PhoneConfig["tabs"], environment: Environment, onWon: () => void, onLost: () => void } & ChannelHost} options
   */
  constructor({ tabs, environment, onWon, onLost, ...host }) {
    this.#tabs = tabs
    this.#environment = environment
    this.#onWon = onWon
    this.#onLost = onLost
    this.#host = host
  }

  /** True: leads; false: follows; undefined: left again before the answer came. */
  async join() {
    const { locks, BroadcastChannel } = this.#environment
    if (!this.#tabs || !locks || !BroadcastChannel) return true
    this.channel = new TabChannel({ BroadcastChannel, name: this.#tabs.channelName, ...this.#host })
    const leader = new Leader({ locks, name: this.#tabs.lockName, onWon: this.#onWon, onLost: this.#onLost })
    this.#leader = leader
    const leads = await leader.join()
    return this.#leader === leader ? leads : undefined
  }

  /** The lock goes by hand: a cached page would keep it. */
  leave() {
    this.#leader?.leave()
    this.channel?.close()
    this.#leader = this.channel = null
  }

  /** Gives the lock up and lines up again behind the tab that waits for it. */
  stepAside() {
    this.#leader?.leave()
    setTimeout(async () => {
      if (await this.#leader?.join()) this.#onWon()
    }, STEP_ASIDE_MS)
  }

  /** @param {{ maySteal: boolean }} options */
  async replaceHost({ maySteal }) {
    return (await this.#leader?.tryNow()) || (maySteal && this.#leader?.steal())
  }
}
