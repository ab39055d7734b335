import assert from "node:assert/strict"
import { afterEach, beforeEach, describe, it, mock } from "node:test"
import { testLine } from "../libwebphone.js"
import { FakeDriver } from "../testing/fake-driver.js"
import { CREDENTIALS, fakeEnvironment, settle } from "../testing/support.js"

class FakeAudioContext {
  static level = 0.2
  createAnalyser() {
    return { getFloatTimeDomainData: (samples) => samples.fill(FakeAudioContext.level) }
  }
  createMediaStreamSource() {
    return { connect() {} }
  }
  async resume() {}
  close() {
    FakeAudioContext.closed++
  }
}

/** Two of these find each other when candidates are exchanged; `network` says what the machine around them allows. */
class FakeConnection extends EventTarget {
  static network = {}
  static made = []
  #candidates = 0
  constructor(config) {
    super()
    this.config = config
    FakeConnection.made.push(this)
  }

  addTrack() {}
  async createOffer() {
    return { type: "offer" }
  }
  async createAnswer() {
    return { type: "answer" }
  }
  async setRemoteDescription() {}
  async addIceCandidate() {
    this.#candidates++
  }
  close() {
    this.closed = true
  }

  async setLocalDescription(description) {
    this.localDescription = description
    for (const type of FakeConnection.network.candidates) {
      queueMicrotask(() => this.dispatchEvent(Object.assign(new Event("icecandidate"), { candidate: { type, candidate: `typ ${type}` } })))
    }
  }

  async getStats() {
    const flows = FakeConnection.network.flows && this.#candidates > 0
    return new Map([["in", { type: "inbound-rtp", packetsReceived: flows ? 7 : 0 }]])
  }
}

describe("the test of a line", () => {
  let environment, steps, drivers

  beforeEach(() => {
    mock.timers.enable({ apis: ["setTimeout", "Date"] })
    Object.assign(FakeAudioContext, { level: 0.2, closed: 0 })
    Object.assign(FakeConnection, { network: { candidates: ["host"], flows: true }, made: [] })
    environment = Object.assign(fakeEnvironment(), { AudioContext: FakeAudioContext, PeerConnection: FakeConnection })
    steps = []
    drivers = []
  })
  afterEach(() => mock.timers.reset())

  async function run({ answers = "ok", never = false, credentials = CREDENTIALS } = {}) {
    const driver = (given) => {
      drivers.push(new FakeDriver(given, { answers }))
      if (never) drivers[0].connect = () => drivers[0].emit("disconnected")
      return drivers[0]
    }
    const running = testLine(credentials, { environment, driver, onStep: (step) => steps.push(step) })
    let works
    running.then((value) => {
      works = value
    })
    for (let i = 0; i < 400 && works === undefined; i++) {
      await settle()
      mock.timers.tick(50)
    }
    return works
  }

  const told = () => steps.filter(({ state }) => state !== "running").map(({ step, state, cause }) => [step, state, ...(cause ? [cause] : [])])
  const letGo = () => environment.streams.every((stream) => stream.tracks.every(({ stopped }) => stopped))

  it("goes through microphone, connection, registration and media, and lets go of all of them", async () => {
    assert.equal(await run(), true)
    assert.deepEqual(told(), [
      ["microphone", "ok"],
      ["connection", "ok"],
      ["registration", "ok"],
      ["media", "ok"],
    ])
    assert.deepEqual(drivers[0].sent, ["REGISTER", "UNREGISTER"])
    assert.ok(letGo())
    assert.ok(FakeConnection.made.every(({ closed }) => closed))
    assert.equal(FakeAudioContext.closed, 1)
  })

  it("listens to the microphone as it is, without what takes quiet for silence", async () => {
    await run()
    assert.deepEqual(environment.asked[0].audio, { echoCancellation: false, noiseSuppression: false, autoGainControl: false })
  })

  for (const [name, cause] of [
    ["NotAllowedError", "mic_denied"],
    ["NotFoundError", "mic_missing"],
    ["NotReadableError", "mic_busy"],
  ]) {
    it(`stops at a microphone that answers ${name}, before anything is opened`, async () => {
      environment.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("no", name))
      assert.equal(await run(), false)
      assert.deepEqual(told(), [["microphone", "failed", cause]])
      assert.equal(drivers.length, 0)
    })
  }

  it("stops at a microphone that gives only silence", async () => {
    FakeAudioContext.level = 0
    assert.equal(await run(), false)
    assert.deepEqual(told(), [["microphone", "failed", "mic_silent"]])
    assert.ok(letGo())
  })

  it("stops at a closed socket", async () => {
    assert.equal(await run({ never: true }), false)
    assert.deepEqual(told(), [
      ["microphone", "ok"],
      ["connection", "failed", "network"],
    ])
    assert.ok(letGo())
  })

  it("stops at a wrong password", async () => {
    assert.equal(await run({ answers: "auth" }), false)
    assert.deepEqual(told(), [
      ["microphone", "ok"],
      ["connection", "ok"],
      ["registration", "failed", "auth"],
    ])
  })

  it("stops at a registrar that does not answer", async () => {
    assert.equal(await run({ answers: "silence" }), false)
    assert.deepEqual(told().at(-1), ["registration", "failed", "network"])
  })

  it("stops when no sound arrives", async () => {
    FakeConnection.network.flows = false
    assert.equal(await run(), false)
    assert.deepEqual(told().at(-1), ["media", "failed", "no_media"])
    assert.ok(letGo())
  })

  it("tells a browser that opens no way at all from a network that lets nothing through", async () => {
    FakeConnection.network = { candidates: [], flows: false }
    await run()
    assert.deepEqual(told().at(-1), ["media", "failed", "no_candidates"])
  })

  it("fails, and does not throw, in a browser without peer connections", async () => {
    environment.PeerConnection = undefined
    assert.equal(await run(), false)
    assert.deepEqual(told().at(-1), ["media", "failed", "no_media"])
  })

  it("uses the ICE servers of a call and warns about a TURN server that gave no address", async () => {
    const iceServers = [{ urls: "turn:turn.example", username: "u", credential: "c" }]
    assert.equal(await run({ credentials: { ...CREDENTIALS, iceServers } }), true)
    assert.deepEqual(
      FakeConnection.made.map(({ config }) => config.iceServers),
      [iceServers, iceServers],
    )
    assert.equal(steps.at(-1).warning, "turn_unreachable")
    Object.assign(FakeConnection, { network: { candidates: ["host", "relay"], flows: true }, made: [] })
    await run({ credentials: { ...CREDENTIALS, iceServers } })
    assert.equal(steps.at(-1).warning, undefined)
  })
})
