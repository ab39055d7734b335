import { hostCommands } from "./agent/commands.js"
import { diagnose } from "./agent/diagnose.js"
import { Engine } from "./agent/engine.js"
import { checkLine } from "./agent/line-check.js"
import { completeConfig, instanceId } from "./config.js"
import { JsSipDriver } from "./drivers/jssip-driver.js"
import { browserEnvironment } from "./environment.js"
import { EventBus } from "./event-bus.js"
import { CallHandle } from "./facade/call-handle.js"
import { audioContextFacade, mediaDevicesFacade, playKeys } from "./facade/media.js"
import { UserAgent } from "./facade/user-agent.js"
import { CallAudio } from "./media/call-audio.js"
import { Devices } from "./media/devices.js"
import { Microphone } from "./media/microphone.js"
import { PhoneError } from "./phone-error.js"
import { Coordinator } from "./tabs/coordinator.js"
import { PhoneStore } from "./tabs/phone-store.js"

/**
 * @import { CallOptions, Cause, Config, Credentials, EventDetails, Hook, Host, LineTestOptions, MakeDriver, PhoneConfig, PhoneEvent, PhoneEventType, PhoneEvents, Publish, Run, ServerEvent } from "./types.js"
 * @import { Environment } from "./environment.js"
 */

export { PhoneError }

/** @param {Config} config @param {Storage} [storage] */
const driverOptions = (config, storage) => ({
  ...config.transport,
  ...config.userAgent,
  gatherTimeout: config.ice.gatherTimeout,
  instanceId: instanceId(config.userAgent.instanceId, storage),
})

// As the microphone gives it: noise suppression would take a quiet room for a muted one.
const UNPROCESSED = { echoCancellation: false, noiseSuppression: false, autoGainControl: false }

/**
 * Tries what a call needs without calling anybody: microphone (it must give sound), connection, registration with a throw-away
 * user agent, media (through two peer connections of the page). Stops at the first failure. Resolves with whether everything
 * works, never rejects; works with credentials that were not saved, beside the phone that may be running.
 * @param {Credentials} credentials
 * @param {LineTestOptions & { driver?: MakeDriver, environment?: Environment }} [options]
 */
export function testLine(credentials, { driver, environment = browserEnvironment(), ...options } = {}) {
  const config = completeConfig({
    credentials: async () => credentials,
    userAgent: { instanceId: crypto.randomUUID() },
    audio: { constraints: UNPROCESSED },
  })
  const microphone = new Microphone(environment, config.audio)
  const makeDriver = driver ?? ((given) => new JsSipDriver(given, driverOptions(config)))
  return checkLine({ environment, microphone, makeDriver, ice: config.ice }, credentials, options)
}

/** The phone of one user in one tab. Nothing is asked, opened or registered before `getUserAgent().start()`. */
export default class libwebphone {
  /** @type {EventBus<PhoneEvents>} */
  #bus = new EventBus()
  #store = new PhoneStore()
  #coordinator
  #userAgent
  #callList
  #mediaDevices
  #audioContext
  #audio

  /** @param {PhoneConfig} given @param {Environment} [environment] */
  constructor(given, environment = browserEnvironment()) {
    const config = completeConfig(given)
    /** @type {Publish} */
    const publish = (type, details) => this.#coordinator.publish(type, details)
    const audio = new CallAudio(environment, config.audio, publish)
    this.#audio = audio
    const microphone = new Microphone(environment, config.audio)
    const devices = new Devices({ environment, microphone, speaker: audio.speaker, publish, calls: () => engine.calls })
    const make = config.driver ?? ((credentials, options) => new JsSipDriver(credentials, options))
    /** @param {Credentials} credentials */
    const makeDriver = (credentials) => {
      const driver = make(credentials, driverOptions(config, environment.storage))
      if (config.debug) driver.setDebug(true)
      return driver
    }
    const engine = new Engine({ config, environment, makeDriver, audio, devices, publish })
    const host = hostOf({ config, environment, engine, audio, devices, microphone, bus: this.#bus, coordinator: () => this.#coordinator })
    this.#coordinator = new Coordinator({ config, environment, store: this.#store, bus: this.#bus, host })
    /** @type {Run} */
    const run = (method, args) => this.#coordinator.run(method, args)
    /** @param {string} id */
    const handle = (id) => new CallHandle(id, { store: this.#store, run, playKeys: (keys) => playKeys(audio.tones, keys) })
    this.#userAgent = new UserAgent({ coordinator: this.#coordinator, store: this.#store, handle })
    this.#callList = {
      getCalls: () => this.#store.calls.map(({ id }) => handle(id)),
      getCall: (id = this.#store.calls[0]?.id) => (id && this.#store.find(id) ? handle(id) : undefined),
    }
    this.#mediaDevices = mediaDevicesFacade({ environment, microphone, run })
    this.#audioContext = audioContextFacade({ audio, store: this.#store, coordinator: this.#coordinator })
  }

  getUserAgent() {
    return this.#userAgent
  }
  getCallList() {
    return this.#callList
  }
  getMediaDevices() {
    return this.#mediaDevices
  }
  getAudioContext() {
    return this.#audioContext
  }
  /** The same shape in every tab: a remote tab sees the host's. Always a copy. */
  getState() {
    return this.#store.state
  }

  /**
   * `type` is a PhoneEventType, or "*". Returns the undo.
   * @param {PhoneEventType | "*"} type @param {(event: PhoneEvent) => void} listener
   */
  on(type, listener) {
    return this.#bus.on(type, listener)
  }
  /** @param {PhoneEventType | "*"} type @param {(event: PhoneEvent) => void} listener */
  once(type, listener) {
    return this.#bus.once(type, listener)
  }
  /** @param {PhoneEventType | "*"} type @param {(event: PhoneEvent) => void} listener */
  off(type, listener) {
    this.#bus.off(type, listener)
  }
  /** @param {(event: PhoneEvent) => void} listener */
  onAny(listener) {
    return this.#bus.onAny(listener)
  }
  /** @param {PhoneEventType} type @param {{ timeoutMs?: number, where?: (event: PhoneEvent) => boolean }} [options] */
  waitFor(type, options) {
    return this.#bus.waitFor(type, options)
  }

  /**
   * What the server knows and SIP does not. `answered` turns `established` into `connected`; `ended` hangs up with `endedBy: "server"`.
   * @param {ServerEvent} event
   * @returns {Promise<void>}
   */
  applyServerEvent(event) {
    return this.#coordinator.run("serverEvent", { event })
  }

  async destroy() {
    this.#coordinator.stop()
    this.#audio.close()
    this.#bus.clear()
  }
}

/**
 * What the coordinator needs of this tab when it is the host.
 * @param {{ config: Config, environment: Environment, engine: Engine, audio: CallAudio, devices: Devices, microphone: Microphone, bus: EventBus<PhoneEvents>, coordinator: () => Coordinator }} options
 * @returns {Host}
 */
function hostOf({ config, environment, engine, audio, devices, microphone, bus, coordinator }) {
  const commands = hostCommands({
    config,
    engine,
    audio,
    devices,
    bus,
    handOver: () => coordinator().handOver(),
    diagnose: (/** @type {{ timeoutMs?: number } | undefined} */ options) =>
      diagnose({ environment, microphone, registration: engine.registration, ice: config.ice }, options),
  })
  return {
    start() {
      devices.start()
      return engine.start()
    },
    stop() {
      devices.stop()
      return engine.stop()
    },
    hasLiveCall: () => engine.hasLiveCall(),
    snapshot: () => ({
      userAgent: { state: engine.registration.state, ...(engine.registration.cause && { cause: /** @type {Cause} */ (engine.registration.cause) }) },
      calls: engine.calls.map((call) => call.info()),
      audioBlocked: audio.blocked,
    }),
    async execute(method, args, hook) {
      if (!Object.hasOwn(commands, method)) throw new PhoneError("not_supported", method)
      return /** @type {Record<string, (args: any, hook?: Hook) => any>} */ (commands)[method](args, hook)
    },
  }
}
