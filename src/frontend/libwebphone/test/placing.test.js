import assert from "node:assert/strict"
import { afterEach, describe, it } from "node:test"
import { fakeEnvironment, inCall, makePhone, readyPhone, settle } from "../testing/support.js"

describe("placing a call", () => {
  const phones = []
  const keep = made => (phones.push(made.phone), made)
  afterEach(() => Promise.all(phones.splice(0).map(phone => phone.destroy())))

  it("prompts, opens and registers nothing when it is only constructed", async () => {
    const { environment, drivers, phone } = keep(makePhone())
    await settle()
    assert.equal(environment.asked.length, 0)
    assert.equal(drivers.length, 0)
    assert.equal(environment.storage.items.size, 0)
    assert.deepEqual(phone.getState(), { role: "none", userAgent: { state: "stopped" }, phone: "disconnected", calls: [], audioBlocked: false })
  })

  it("goes from dialing to connected and keeps the app's id", async () => {
    const { call, of, types, phone, driver } = keep(await inCall({}, { id: "the-app-s-uuid", metadata: { oportunidade: 7 } }))
    assert.equal(call.getId(), "the-app-s-uuid")
    assert.equal(call.getState(), "connected")
    assert.deepEqual(types().filter(type => type.startsWith("call.")), [
      "call.created", "call.dialing", "call.ringing", "call.established", "call.connected",
    ])
    assert.deepEqual(of("call.connected")[0].call.metadata, { oportunidade: 7 })
    assert.equal(phone.getState().phone, "in_call")
    assert.equal(driver.session.target, "+5511960000001")
  })

  it("asks for audio only, with the echo canceller on", async () => {
    const { environment } = keep(await inCall())
    assert.deepEqual(environment.asked, [{
      audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: 1 }, video: false,
    }])
  })

  it("takes the app's constraints as they are", async () => {
    const { environment } = keep(await inCall({ config: { audio: { constraints: { echoCancellation: false } } } }))
    assert.deepEqual(environment.asked[0].audio, { echoCancellation: false })
  })

  it("runs beforeInvite after the microphone and before the INVITE, and dials what it answers", async () => {
    const made = keep(await readyPhone())
    const seen = []
    await made.agent.call("11 96000-0001", {
      beforeInvite: async call => {
        seen.push(made.environment.asked.length, made.driver.sent.includes("INVITE"), call.state)
        return { target: "+5511960000001" }
      },
    })
    assert.deepEqual(seen, [1, false, "dialing"])
    assert.equal(made.session.target, "+5511960000001")
  })

  it("sends no INVITE when beforeInvite rejects, and tells the hook's error", async () => {
    const made = keep(await readyPhone())
    const refusal = Object.assign(new Error("Você já está em outra ligação."), { code: "em_outra_ligacao", data: { link: "/ligacoes" } })
    await assert.rejects(made.agent.call("1", { beforeInvite: () => Promise.reject(refusal) }), { code: "em_outra_ligacao" })
    assert.ok(!made.driver.sent.includes("INVITE"))
    const [failed] = made.of("call.failed")
    assert.deepEqual(failed.error, { code: "em_outra_ligacao", message: "Você já está em outra ligação.", data: { link: "/ligacoes" } })
    assert.equal(made.of("call.ended").length, 1)
    assert.ok(made.environment.streams[0].tracks[0].stopped)
  })

  for (const [name, cause] of [["NotAllowedError", "mic_denied"], ["NotFoundError", "mic_missing"], ["NotReadableError", "mic_busy"]]) {
    it(`ends with ${cause} on ${name} before anything was asked of the server`, async () => {
      const microphone = async () => { throw new DOMException("no", name) }
      const made = keep(await readyPhone({ environment: fakeEnvironment({ microphone }) }))
      let asked = false
      await assert.rejects(made.agent.call("1", { beforeInvite: async () => { asked = true } }), { code: cause })
      assert.equal(asked, false)
      assert.equal(made.of("call.failed")[0].cause, cause)
      assert.equal(made.of("call.ended")[0].summary.cause, cause)
      assert.equal(made.of("mediaDevices.getUserMedia.error")[0].error.data.name, name)
    })
  }

  it("ends cleanly when hung up while beforeInvite is waiting", async () => {
    const made = keep(await readyPhone())
    let release
    const placing = made.agent.call("1", { id: "x", beforeInvite: () => new Promise(resolve => { release = resolve }) })
    await settle()
    await made.phone.getCallList().getCall("x").hangup()
    release()
    await assert.rejects(placing, { code: "cancelled" })
    assert.deepEqual(made.driver.sent, ["REGISTER"])
    assert.equal(made.of("call.ended").length, 1)
    assert.equal(made.of("call.ended")[0].summary.endedBy, "local")
  })

  it("lets the microphone go when it is granted after the hangup", async () => {
    let grant
    const environment = fakeEnvironment({ microphone: () => new Promise(resolve => { grant = resolve }) })
    const made = keep(await readyPhone({ environment }))
    const placing = made.agent.call("1", { id: "x" })
    await settle()
    await made.phone.getCallList().getCall("x").hangup()
    const { FakeStream } = await import("../testing/support.js")
    const late = new FakeStream()
    grant(late)
    await assert.rejects(placing, { code: "cancelled" })
    await settle()
    assert.ok(late.tracks[0].stopped)
  })

  it("refuses a second call with busy_line and leaves the first alone", async () => {
    const made = keep(await inCall())
    await assert.rejects(made.agent.call("2"), { code: "busy_line" })
    assert.equal(made.call.getState(), "connected")
    assert.equal(made.of("call.created").length, 1)
  })

  it("refuses to call when not registered", async () => {
    const made = keep(await readyPhone())
    made.driver.loseSocket()
    await assert.rejects(made.agent.call("1"), { code: "not_registered" })
  })
})
