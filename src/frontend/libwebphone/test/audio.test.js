import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { fakeEnvironment, readyPhone, settle } from "../testing/support.js"

class FakeAudioContext {
  static made = []
  state = "running"
  sampleRate = 8000
  destination = {}
  sources = []
  constructor() {
    FakeAudioContext.made.push(this)
  }
  createBuffer(_, length) {
    const samples = new Float32Array(length)
    return { length, getChannelData: () => samples }
  }
  createBufferSource() {
    const source = {
      connect() {},
      start() {
        source.playing = true
      },
      stop() {
        source.playing = false
      },
    }
    this.sources.push(source)
    return source
  }
  createGain() {
    return { gain: {}, connect() {} }
  }
  async resume() {}
  async close() {}
}

class FakeAudio {
  static refuse = false
  async play() {
    if (FakeAudio.refuse) throw new DOMException("no gesture", "NotAllowedError")
  }
  pause() {}
}

function soundEnvironment() {
  FakeAudioContext.made = []
  FakeAudio.refuse = false
  return Object.assign(fakeEnvironment(), { AudioContext: FakeAudioContext, Audio: FakeAudio })
}

const ringing = () => FakeAudioContext.made[0]?.sources.some((source) => source.playing && source.loop)

describe("what the user hears", () => {
  it("is the Brazilian ringback from the 180 until media comes", async () => {
    const made = await readyPhone({ environment: soundEnvironment() })
    await made.agent.call("1")
    assert.equal(FakeAudioContext.made.length, 0)
    made.session.ring()
    assert.ok(ringing())
    const { buffer } = FakeAudioContext.made[0].sources[0]
    assert.equal(buffer.length, 5 * 8000)
    assert.ok(
      buffer
        .getChannelData(0)
        .subarray(8000)
        .every((sample) => sample === 0),
    )
    made.session.earlyMedia()
    assert.ok(!ringing())
    await made.phone.destroy()
  })

  it("stops ringing when the call fails", async () => {
    const made = await readyPhone({ environment: soundEnvironment() })
    await made.agent.call("1")
    made.session.ring()
    made.session.fail(486, "busy")
    assert.ok(!ringing())
    await made.phone.destroy()
  })

  it("tells that the browser blocks the sound, and when it no longer does", async () => {
    const made = await readyPhone({ environment: soundEnvironment() })
    FakeAudio.refuse = true
    await made.agent.call("1")
    made.session.connection.dispatchEvent(Object.assign(new Event("track"), { track: { kind: "audio" }, streams: [{}] }))
    await settle()
    assert.equal(made.of("audioContext.blocked").length, 1)
    assert.equal(made.phone.getAudioContext().isBlocked(), true)
    FakeAudio.refuse = false
    await made.phone.getAudioContext().unlock()
    assert.equal(made.of("audioContext.unlocked").length, 1)
    assert.equal(made.phone.getState().audioBlocked, false)
    await made.phone.destroy()
  })
})
