import { FakeDriver } from "./fake-driver.js"
import libwebphone from "../libwebphone.js"

export const CREDENTIALS = {
  wssUrl: ["wss://pbx.example/sip"],
  uri: "sip:1001@aurora.example",
  authorizationUser: "1001",
  realm: "aurora.example",
  ha1: "5f4dcc3b5aa765d61d8327deb882cf99",
  displayName: "Ana",
  iceServers: [{ urls: "stun:stun.example" }],
}

export class FakeTrack extends EventTarget {
  kind = "audio"
  enabled = true
  stopped = false
  muted = false
  constructor(deviceId = "default") {
    super()
    this.deviceId = deviceId
  }
  getSettings() {
    return { deviceId: this.deviceId }
  }
  stop() {
    this.stopped = true
  }
}

export class FakeStream {
  constructor(deviceId) {
    this.tracks = [new FakeTrack(deviceId)]
  }
  getTracks() {
    return this.tracks
  }
  getAudioTracks() {
    return this.tracks
  }
}

/** Web Locks for several tabs of one process: exclusive, queued, ifAvailable, steal, abortable. */
export class FakeLocks {
  #held = new Map()
  #queues = new Map()

  async request(name, options, callback) {
    if (options.steal && this.#held.has(name)) {
      this.#held.get(name).stolen(new DOMException("stolen", "AbortError"))
      this.#held.delete(name)
    }
    if (this.#held.has(name)) {
      if (options.ifAvailable) return callback(null)
      await this.#turn(name, options.signal)
    }
    return this.#hold(name, callback)
  }

  holds(name) {
    return this.#held.has(name)
  }

  async #hold(name, callback) {
    const stolen = new Promise((_, reject) => this.#held.set(name, { stolen: reject }))
    const mine = this.#held.get(name)
    try {
      return await Promise.race([callback({ name }), stolen])
    } finally {
      if (this.#held.get(name) === mine) {
        this.#held.delete(name)
        this.#queues.get(name)?.shift()?.()
      }
    }
  }

  #turn(name, signal) {
    return new Promise((resolve, reject) => {
      const queue = this.#queues.get(name) ?? []
      this.#queues.set(name, queue)
      queue.push(resolve)
      signal?.addEventListener("abort", () => {
        queue.splice(queue.indexOf(resolve), 1)
        reject(new DOMException("aborted", "AbortError"))
      })
    })
  }
}

export class FakePage extends EventTarget {
  listeners = new Map()

  addEventListener(type, listener) {
    this.listeners.set(type, (this.listeners.get(type) ?? 0) + 1)
    super.addEventListener(type, listener)
  }

  removeEventListener(type, listener) {
    this.listeners.set(type, Math.max(0, (this.listeners.get(type) ?? 0) - 1))
    super.removeEventListener(type, listener)
  }

  hide(persisted = false) {
    this.dispatchEvent(Object.assign(new Event("pagehide"), { persisted }))
  }
  show(persisted = true) {
    this.dispatchEvent(Object.assign(new Event("pageshow"), { persisted }))
  }
}

export class FakeStorage {
  items = new Map()
  getItem(key) {
    return this.items.get(key) ?? null
  }
  setItem(key, value) {
    this.items.set(key, value)
  }
}

export function fakeEnvironment({ locks, BroadcastChannel, microphone } = {}) {
  const environment = {
    page: new FakePage(),
    document: Object.assign(new EventTarget(), { visibilityState: "visible" }),
    storage: new FakeStorage(),
    locks,
    BroadcastChannel,
    asked: [],
    streams: [],
    plugged: ["default"],
  }
  environment.mediaDevices = Object.assign(new EventTarget(), {
    getUserMedia:
      microphone ??
      (async (constraints) => {
        environment.asked.push(constraints)
        const stream = new FakeStream(constraints.audio.deviceId?.exact)
        environment.streams.push(stream)
        return stream
      }),
    enumerateDevices: async () => environment.plugged.map((deviceId) => ({ kind: "audioinput", deviceId, label: deviceId })),
  })
  return environment
}

/** A phone on fakes, with everything it emitted in `events` and its driver at hand. */
export function makePhone({ config = {}, environment = fakeEnvironment(), driver = {} } = {}) {
  const drivers = []
  const phone = new libwebphone(
    {
      credentials: async () => CREDENTIALS,
      driver: (credentials) => {
        drivers.push(new FakeDriver(credentials, driver))
        return drivers.at(-1)
      },
      ...config,
    },
    environment,
  )
  const events = []
  phone.onAny((event) => events.push(event))
  return {
    phone,
    environment,
    drivers,
    events,
    agent: phone.getUserAgent(),
    types: () => events.map(({ type }) => type),
    of: (type) => events.filter((event) => event.type === type),
    get driver() {
      return drivers.at(-1)
    },
    get session() {
      return drivers.at(-1).session
    },
  }
}

export async function readyPhone(options) {
  const made = makePhone(options)
  await made.agent.start()
  return made
}

export async function inCall(options, callOptions) {
  const made = await readyPhone(options)
  const call = await made.agent.call("+5511960000001", callOptions)
  made.session.ring()
  made.session.answer()
  return Object.assign(made, { call })
}

/** Lets promises and microtasks settle without a clock. */
export async function settle(turns = 30) {
  for (let i = 0; i < turns; i++) await Promise.resolve()
}
