import assert from "node:assert/strict"
import { afterEach, describe, it } from "node:test"
import { fakeEnvironment, inCall, makePhone, readyPhone, settle } from "../testing/support.js"

describe("placing a call", () => {
  const phones = []
  const keep = (made) => (phones.push(made.phone), made)
  afterEach(() => Promise.all(phones.splice(0).map((phone) => phone.destroy())))

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
    assert.deepEqual(
      types().filter((type) => type.startsWith("call.")),
      ["call.created", "call.dialing", "call.ringing", "call.established", "call.connected"],
    )
    assert.deepEqual(of("call.connected")[0].call.metadata, { oportunidade: 7 })
    assert.equal(phone.getState().phone, "in_call")
    assert.equal(driver.session.target, "+5511960000001")
  })

  it("asks for audio only, with the echo canceller on", async () => {
    const { environment } = keep(await inCall())
    assert.deepEqual(environment.asked, [
      {
        audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: 1 },
        video: false,
      },
    ])
  })

  it("takes the app's constraints as they are", async () => {
    const { environment } = keep(await inCall({ config: { audio: { constraints: { echoCancellation: false } } } }))
    assert.deepEqual(environment.asked[0].audio, { echoCancellation: false })
  })

  it("runs beforeInvite after the microphone and before the INVITE, and dials what it answers", async () => {
    const made = keep(await readyPhone())
    const seen = []
    await made.agent.call("11 96000-0001", {
      beforeInvite: async (call) => {
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

  for (const [name, cause] of [
    ["NotAllowedError", "mic_denied"],
    ["NotFoundError", "mic_missing"],
    ["NotReadableError", "mic_busy"],
  ]) {
    it(`ends with ${cause} on ${name} before anything was asked of the server`, async () => {
      const microphone = async () => {
        throw new DOMException("no", name)
      }
      const made = keep(await readyPhone({ environment: fakeEnvironment({ microphone }) }))
      let asked = false
      await assert.rejects(
        made.agent.call("1", {
          beforeInvite: async () => {
            asked = true
          },
        }),
        { code: cause },
      )
      assert.equal(asked, false)
      assert.equal(made.of("call.failed")[0].cause, cause)
      assert.equal(made.of("call.ended")[0].summary.cause, cause)
      assert.equal(made.of("mediaDevices.getUserMedia.error")[0].error.data.name, name)
    })
  }

  it("ends cleanly when hung up while beforeInvite is waiting", async () => {
    const made = keep(await readyPhone())
    let release
    const placing = made.agent.call("1", {
      id: "x",
      beforeInvite: () =>
        new Promise((resolve) => {
          release = resolve
        }),
    })
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
    const environment = fakeEnvironment({
      microphone: () =>
        new Promise((resolve) => {
          grant = resolve
        }),
    })
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

describe("placing a call with its preparations at once", () => {
  const phones = []
  const keep = (made) => (phones.push(made.phone), made)
  afterEach(() => Promise.all(phones.splice(0).map((phone) => phone.destroy())))

  const later = () => {
    const answer = {}
    answer.promise = new Promise((resolve, reject) => Object.assign(answer, { resolve, reject }))
    return answer
  }

  it("registers, opens the microphone and gathers while the app is asked, and sends nothing before its answer", async () => {
    const made = keep(makePhone())
    const allowed = later()
    const placing = made.agent.place({ number: "11 96000-0001", id: "x", before: allowed.promise, metadata: { contato: 3 } })
    await settle(60)
    assert.equal(made.environment.asked.length, 1)
    assert.equal(made.driver.sessions.length, 1)
    assert.deepEqual(made.driver.sent, ["REGISTER"])
    assert.equal(made.phone.getState().calls[0].state, "dialing")
    allowed.resolve({ target: "+5511960000001" })
    const call = await placing
    assert.deepEqual(made.driver.sent, ["REGISTER", "INVITE"])
    assert.equal(made.session.target, "+5511960000001")
    assert.deepEqual([call.getId(), call.getInfo().metadata], ["x", { contato: 3 }])
  })

  it("sends to the number given when the app says no other", async () => {
    const made = keep(await readyPhone())
    await made.agent.place({ number: "+5511960000001", before: Promise.resolve() })
    assert.equal(made.session.target, "+5511960000001")
  })

  it("leaves nothing behind when the app says no", async () => {
    const made = keep(await readyPhone())
    const refusal = Object.assign(new Error("bloqueado"), { code: "numero_bloqueado", data: { link: "/x" } })
    await assert.rejects(made.agent.place({ number: "1", before: Promise.reject(refusal) }), { code: "numero_bloqueado" })
    await settle()
    assert.ok(!made.driver.sent.includes("INVITE"))
    assert.ok(made.driver.sessions.every(({ terminated }) => terminated))
    assert.ok(made.environment.streams[0].tracks[0].stopped)
    assert.deepEqual(
      made.of("call.ended").map(({ call }) => call.state),
      ["failed"],
    )
  })

  it("sends nothing when hung up before the app answered", async () => {
    const made = keep(await readyPhone())
    const allowed = later()
    const placing = made.agent.place({ number: "1", id: "x", before: allowed.promise })
    await settle()
    await made.phone.getCallList().getCall("x").hangup()
    allowed.resolve()
    await assert.rejects(placing, { code: "cancelled" })
    await settle()
    assert.ok(!made.driver.sent.includes("INVITE"))
    assert.equal(made.of("call.ended").length, 1)
  })

  it("ends with the microphone's cause without waiting for the app", async () => {
    const microphone = async () => {
      throw new DOMException("no", "NotAllowedError")
    }
    const made = keep(await readyPhone({ environment: fakeEnvironment({ microphone }) }))
    await assert.rejects(made.agent.place({ number: "1", before: new Promise(() => {}) }), { code: "mic_denied" })
    assert.equal(made.driver.sessions.length, 0)
  })

  it("ends with what keeps the line from registering", async () => {
    const made = keep(makePhone({ driver: { answers: "auth" } }))
    await assert.rejects(made.agent.place({ number: "1", before: Promise.resolve() }), { code: "auth" })
    const disabled = keep(makePhone({ config: { credentials: async () => null } }))
    await assert.rejects(disabled.agent.place({ number: "1", before: Promise.resolve() }), { code: "disabled" })
  })

  it("does not wait for ever for a line that does not come", async (t) => {
    t.mock.timers.enable({ apis: ["setTimeout", "setInterval"] })
    const made = keep(makePhone({ driver: { answers: "silence" } }))
    const placing = made.agent.place({ number: "1", before: Promise.resolve() })
    await settle(60)
    t.mock.timers.tick(10000)
    await assert.rejects(placing, { code: "network" })
    assert.equal(made.of("call.ended")[0].summary.endedBy, "network")
  })

  it("gives the prepared session up when the app has the provider dial", async () => {
    const dialled = []
    const dialer = { dial: async (number, { id }) => (dialled.push(number), { id }), hangup: async () => {} }
    const made = keep(await readyPhone({ config: { dialer } }))
    await made.agent.place({ number: "1", before: Promise.resolve({ target: "+551130000000", via: "dialer" }) })
    assert.deepEqual(dialled, ["+551130000000"])
    assert.ok(made.driver.sessions.every(({ terminated }) => terminated))
    assert.equal(made.of("call.ended").length, 0)
    assert.ok(made.driver.invite({ "X-Api4comintegratedcall": "true" }).answered)
  })

  it("refuses a second call with busy_line", async () => {
    const made = keep(await inCall())
    await assert.rejects(made.agent.place({ number: "2", before: Promise.resolve() }), { code: "busy_line" })
  })
})
