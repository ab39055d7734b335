import assert from "node:assert/strict"
import { afterEach, describe, it } from "node:test"
import { fakeEnvironment, FakeStream, inCall, settle } from "../testing/support.js"

describe("the microphone of a call", () => {
  const phones = []
  const keep = (made) => (phones.push(made.phone), made)
  afterEach(() => Promise.all(phones.splice(0).map((phone) => phone.destroy())))

  const used = ({ session }) => session.connection.getSenders()[0].track
  const pull = async (_made, stream) => {
    stream.tracks[0].dispatchEvent(new Event("ended"))
    await settle()
  }
  const plugChange = async ({ environment }, plugged) => {
    environment.plugged = plugged
    environment.mediaDevices.dispatchEvent(new Event("devicechange"))
    await settle()
  }

  async function withHeadset() {
    const environment = fakeEnvironment()
    environment.plugged = ["laptop", "headset"]
    environment.mediaDevices.getUserMedia = async ({ audio }) => {
      const wanted = audio.deviceId?.exact ?? environment.plugged.at(-1)
      if (!environment.plugged.includes(wanted)) throw new DOMException("gone", "NotFoundError")
      environment.streams.push(new FakeStream(wanted))
      return environment.streams.at(-1)
    }
    return keep(await inCall({ environment }))
  }

  it("pulled out is replaced by what there is, and taken again when it is back", async () => {
    const made = await withHeadset()
    assert.equal(used(made).deviceId, "headset")
    await made.call.mute()
    made.environment.plugged = ["laptop"]
    await pull(made, made.environment.streams[0])
    assert.equal(used(made).deviceId, "laptop")
    assert.deepEqual(made.of("mediaDevices.lost")[0].data, { reason: "ended" })
    assert.equal(made.of("mediaDevices.recovered").length, 1)
    await plugChange(made, ["laptop", "headset"])
    assert.equal(used(made).deviceId, "headset")
    assert.equal(used(made).enabled, false)
    assert.ok(made.environment.streams[1].tracks[0].stopped)
    await plugChange(made, ["laptop", "headset", "webcam"])
    assert.equal(used(made).deviceId, "headset")
  })

  it("with nothing to replace it is lost, in the call's state, until something is plugged in", async () => {
    const made = await withHeadset()
    made.environment.plugged = []
    await pull(made, made.environment.streams[0])
    assert.equal(made.call.getInfo().microphone, "lost")
    assert.equal(made.call.getState(), "connected")
    await plugChange(made, ["webcam"])
    assert.equal(used(made).deviceId, "webcam")
    assert.equal(made.call.getInfo().microphone, "ok")
    assert.equal(made.of("mediaDevices.recovered").length, 1)
  })

  it("shut by the system is lost until the system opens it", async () => {
    const made = await withHeadset()
    const [track] = made.environment.streams[0].tracks
    track.dispatchEvent(new Event("mute"))
    assert.deepEqual(made.of("mediaDevices.lost")[0].data, { reason: "muted" })
    assert.equal(made.call.getInfo().microphone, "lost")
    track.dispatchEvent(new Event("unmute"))
    assert.equal(made.call.getInfo().microphone, "ok")
  })

  it("chosen by hand stays chosen while it is away", async () => {
    const made = await withHeadset()
    await made.phone.getMediaDevices().changeDevice("input", "laptop")
    made.environment.plugged = ["headset"]
    await pull(made, made.environment.streams.at(-1))
    assert.equal(used(made).deviceId, "headset")
    await plugChange(made, ["headset", "laptop"])
    assert.equal(used(made).deviceId, "laptop")
  })

  it("is left alone after the hang-up", async () => {
    const made = await withHeadset()
    await made.call.hangup()
    await plugChange(made, ["laptop"])
    assert.equal(made.environment.streams.length, 1)
  })
})
