import assert from "node:assert/strict"
import { afterEach, describe, it } from "node:test"
import { inCall, readyPhone, settle } from "../testing/support.js"

describe("a call", () => {
  const phones = []
  const keep = (made) => (phones.push(made.phone), made)
  afterEach(() => Promise.all(phones.splice(0).map((phone) => phone.destroy())))

  it("holds and resumes only when the other side agreed", async () => {
    const { call, of, session } = keep(await inCall())
    const holding = call.hold()
    assert.equal(call.isOnHold(), false)
    await holding
    assert.equal(call.getState(), "held")
    assert.equal(of("call.hold").length, 1)
    await call.unhold()
    assert.equal(call.getState(), "connected")
    assert.deepEqual(session.offers, ["hold", "unhold"])
  })

  it("survives a refused hold and says that it is not held", async () => {
    const { call, of, session } = keep(await inCall())
    session.refuses = "hold"
    await assert.rejects(call.hold(), { code: "hold_refused" })
    assert.equal(call.getState(), "connected")
    assert.equal(call.isOnHold(), false)
    assert.equal(of("call.hold").length, 0)
    assert.equal(of("call.hold.refused")[0].call.refusal, "hold_refused")
    await call.mute()
    assert.equal(call.getInfo().refusal, "hold_refused")
    session.refuses = null
    await call.hold()
    assert.equal(call.getInfo().refusal, null)
    assert.equal(call.getState(), "held")
  })

  it("runs hold and unhold pressed in a hurry one after the other", async () => {
    const { call, session } = keep(await inCall())
    await Promise.all([call.hold(), call.unhold(), call.hold()])
    assert.deepEqual(session.offers, ["hold", "unhold", "hold"])
    assert.equal(call.isOnHold(), true)
  })

  it("says that the other side holds it, and expects no sound meanwhile", async (t) => {
    t.mock.timers.enable({ apis: ["setTimeout", "setInterval"] })
    const { call, session, of } = keep(await inCall())
    session.emit("remoteHold", true)
    assert.equal(call.getInfo().heldByRemote, true)
    assert.equal(of("call.hold.remote").length, 1)
    for (let second = 0; second < 40; second++) {
      t.mock.timers.tick(1000)
      await settle()
    }
    assert.deepEqual(session.offers, [])
    assert.equal(call.getState(), "connected")
    assert.equal(of("call.quality.warning").length, 0)
    session.emit("remoteHold", false)
    assert.equal(call.getInfo().heldByRemote, false)
    assert.equal(of("call.unhold.remote").length, 1)
  })

  it("keeps mute through hold, device change and reconnection", async () => {
    const { call, session, environment, phone, driver } = keep(await inCall())
    const heard = () => session.connection.getSenders()[0].track.enabled
    await call.mute()
    assert.equal(heard(), false)
    await call.hold()
    await call.unhold()
    assert.equal(heard(), false)
    await phone.getMediaDevices().changeDevice("input", "headset")
    assert.equal(session.connection.getSenders()[0].track, environment.streams[1].tracks[0])
    assert.equal(heard(), false)
    assert.ok(environment.streams[0].tracks[0].stopped)
    driver.loseSocket()
    driver.connect()
    await settle()
    assert.equal(heard(), false)
    assert.equal(session.muted, true)
    await call.unmute()
    assert.equal(heard(), true)
  })

  it("does not let a held call be heard after unmute", async () => {
    const { call, session } = keep(await inCall())
    await call.mute()
    await call.hold()
    await call.unmute()
    assert.equal(session.connection.getSenders()[0].track.enabled, false)
    await call.unhold()
    assert.equal(session.connection.getSenders()[0].track.enabled, true)
  })

  it("counts DTMF keys and never repeats them", async () => {
    const { call, events, session } = keep(await inCall())
    await call.sendDTMF("4917#")
    assert.equal(session.tones[0].tones, "4917#")
    assert.equal(call.getInfo().dtmfCount, 5)
    assert.ok(!JSON.stringify(events).includes("4917"))
    await assert.rejects(call.sendDTMF("x"), { code: "wrong_state" })
  })

  it("refuses DTMF before the answer", async () => {
    const made = keep(await readyPhone())
    const call = await made.agent.call("1")
    await assert.rejects(call.sendDTMF("1"), { code: "wrong_state" })
  })

  for (const [sipCode, cause] of [
    [486, "busy"],
    [603, "rejected"],
    [404, "not_found"],
    [480, "no_answer"],
    [503, "server"],
  ]) {
    it(`that is answered ${sipCode} fails with ${cause}, then ends, once each`, async () => {
      const made = keep(await readyPhone())
      const call = await made.agent.call("1")
      made.session.fail(sipCode, cause)
      assert.deepEqual(made.types().slice(-3), ["callList.removed", "call.failed", "call.ended"])
      const { summary } = made.of("call.ended")[0]
      assert.deepEqual([summary.cause, summary.sipCode, summary.endedBy], [cause, sipCode, "remote"])
      assert.equal(call.getState(), "failed")
    })
  }

  it("ends exactly once when our hangup, the BYE and the server race", async () => {
    const made = keep(await inCall())
    const { session, call, phone } = made
    session.bye()
    await Promise.all([call.hangup(), phone.applyServerEvent({ callId: call.getId(), type: "ended" })])
    session.bye()
    assert.equal(made.of("call.ended").length, 1)
    assert.equal(made.of("call.ended")[0].summary.endedBy, "remote")
    assert.equal(made.of("call.failed").length, 0)
  })

  it("ends by the server when its word comes first", async () => {
    const made = keep(await inCall())
    await made.phone.applyServerEvent({ callId: made.call.getId(), type: "ended" })
    made.session.bye()
    assert.equal(made.of("call.ended").length, 1)
    assert.equal(made.of("call.ended")[0].summary.endedBy, "server")
    assert.ok(made.driver.sent.includes("BYE"))
  })

  it("lets the listener of call.ended dial again", async () => {
    const made = keep(await inCall())
    let next
    made.phone.once("call.ended", () => {
      next = made.agent.call("2")
    })
    await made.call.hangup()
    assert.equal((await next).getState(), "dialing")
  })

  it("hung up while ringing is cancelled, by us", async () => {
    const made = keep(await readyPhone())
    const call = await made.agent.call("1")
    made.session.ring()
    await call.hangup()
    const { summary } = made.of("call.ended")[0]
    assert.deepEqual([summary.cause, summary.sipCode, summary.endedBy, summary.establishedAt], ["cancelled", 487, "local", null])
    assert.ok(made.environment.streams[0].tracks[0].stopped)
  })

  it("nobody answers in a minute is given up with no_answer", async (t) => {
    t.mock.timers.enable({ apis: ["setTimeout", "setInterval"] })
    const made = keep(await readyPhone())
    await made.agent.call("1")
    made.session.ring()
    t.mock.timers.tick(60000)
    assert.deepEqual([made.of("call.ended")[0].summary.cause, made.of("call.ended")[0].summary.endedBy], ["no_answer", "local"])
    assert.ok(made.driver.sent.includes("BYE"))
  })

  it("is ending, silent here, until the other side knows", async () => {
    const made = keep(await inCall())
    made.driver.deaf = true
    await made.call.hangup()
    assert.equal(made.call.getState(), "ending")
    assert.equal(made.of("call.ending").length, 1)
    assert.equal(made.of("call.ended").length, 0)
    assert.equal(made.phone.getState().phone, "in_call")
    assert.ok(made.environment.streams[0].tracks[0].stopped)
    await assert.rejects(made.call.hold(), { code: "no_call" })
    await made.call.hangup()
    const { endedAt } = made.call.getInfo()
    made.session.heard()
    const [{ summary }] = made.of("call.ended")
    assert.deepEqual([summary.endedBy, summary.cause, summary.endedAt], ["local", "normal", endedAt])
    assert.equal(made.driver.sent.filter((sent) => sent === "BYE").length, 1)
  })

  it("that is ending is over when the server says so", async () => {
    const made = keep(await inCall())
    made.driver.deaf = true
    await made.call.hangup()
    await made.phone.applyServerEvent({ callId: made.call.getId(), type: "ended" })
    assert.deepEqual(
      made.of("call.ended").map(({ summary }) => [summary.endedBy, summary.cause]),
      [["local", "normal"]],
    )
  })

  it("whose socket was lost while it rang is no cancellation", async () => {
    const made = keep(await readyPhone())
    const call = await made.agent.call("1")
    made.session.ring()
    made.driver.loseSocket()
    made.session.lose()
    assert.equal(call.getState(), "ending")
    assert.equal(call.getInfo().cause, "network")
    made.session.heard()
    const { summary } = made.of("call.ended")[0]
    assert.deepEqual([summary.cause, summary.endedBy, summary.establishedAt], ["network", "network", null])
  })

  it("keeps its listeners' mistakes to themselves", async () => {
    const made = keep(await readyPhone())
    const reported = []
    globalThis.reportError = (error) => reported.push(error.message)
    made.phone.once("call.ended", () => {
      throw new Error("broken listener")
    })
    let reached = false
    made.phone.on("call.ended", () => {
      reached = true
    })
    const call = await made.agent.call("1")
    await call.hangup()
    assert.equal(reached, true)
    assert.deepEqual(reported, ["broken listener"])
  })

  it("emits only what structured cloning carries, and no secret", async () => {
    const logged = []
    const { log, warn, error } = console
    Object.assign(console, { log: (...all) => logged.push(all), warn: (...all) => logged.push(all), error: (...all) => logged.push(all) })
    const made = keep(await inCall({}, { metadata: { contato: 1 } }))
    await made.call.hold()
    await made.call.hangup()
    Object.assign(console, { log, warn, error })
    for (const event of made.events) assert.deepEqual(structuredClone(event), event)
    const everything = JSON.stringify([made.events, made.phone.getState(), [...made.environment.storage.items], logged])
    assert.ok(!everything.includes(made.driver.credentials.ha1))
    assert.deepEqual([...made.environment.storage.items.keys()], ["libwebphone.instanceId"])
  })

  it("gives a quality summary only when something was measured", async () => {
    const made = keep(await inCall())
    await made.call.hangup()
    assert.equal(made.of("call.ended")[0].summary.quality, null)
  })
})
