import assert from "node:assert/strict"
import { afterEach, beforeEach, describe, it, mock } from "node:test"
import { inCall, settle } from "../testing/support.js"

describe("recovery of an answered call", () => {
  let made
  beforeEach(async () => {
    mock.timers.enable({ apis: ["setTimeout", "setInterval", "Date"] })
    made = await inCall()
  })
  afterEach(async () => {
    await made.phone.destroy()
    mock.timers.reset()
  })

  it("keeps the call and sends one re-INVITE with an ICE restart after the socket came back", async () => {
    made.driver.loseSocket()
    assert.equal(made.call.getState(), "reconnecting")
    assert.deepEqual(made.session.offers, [])
    mock.timers.tick(4000)
    assert.ok(made.driver.sent.includes("RECONNECT"))
    assert.deepEqual(made.session.offers, [])
    made.driver.connect()
    await settle()
    assert.deepEqual(made.session.offers, ["iceRestart"])
    assert.equal(made.call.getState(), "connected")
    assert.equal(made.of("call.reconnected").length, 1)
    mock.timers.tick(60000)
    assert.equal(made.of("call.ended").length, 0)
  })

  it("comes back held when it was held", async () => {
    await made.call.hold()
    made.driver.loseSocket()
    made.driver.connect()
    await settle()
    assert.equal(made.call.getState(), "held")
    assert.equal(made.call.isOnHold(), true)
  })

  it("restarts ICE at once when only the media is lost", async () => {
    made.session.loseMedia()
    await settle()
    assert.deepEqual(made.session.offers, ["iceRestart"])
    assert.equal(made.call.getState(), "connected")
  })

  it("waits three seconds before it believes a disconnected ICE", async () => {
    made.session.connection.become("disconnected")
    made.session.connection.become("connected")
    mock.timers.tick(5000)
    await settle()
    assert.deepEqual(made.session.offers, [])
    made.session.connection.become("disconnected")
    mock.timers.tick(3000)
    await settle()
    assert.deepEqual(made.session.offers, ["iceRestart"])
  })

  it("ends by the network after 30 s, exactly once", async () => {
    made.driver.loseSocket()
    mock.timers.tick(29000)
    assert.equal(made.of("call.ended").length, 0)
    mock.timers.tick(1000)
    const [{ summary }] = made.of("call.ended")
    assert.deepEqual([summary.cause, summary.endedBy], ["network", "network"])
    made.driver.connect()
    mock.timers.tick(30000)
    await settle()
    assert.equal(made.of("call.ended").length, 1)
  })

  it("takes a refused re-INVITE for a recovery while sound still flows", async () => {
    made.session.refuses = "iceRestart"
    made.driver.loseSocket()
    made.driver.connect()
    await settle()
    assert.equal(made.call.getState(), "connected")
  })

  it("tries again every three seconds when the re-INVITE is refused and nothing flows", async () => {
    made.session.refuses = "iceRestart"
    made.session.connection.iceConnectionState = "failed"
    made.session.loseMedia()
    await settle()
    mock.timers.tick(3000)
    await settle()
    assert.deepEqual(made.session.offers, ["iceRestart", "iceRestart"])
    assert.equal(made.call.getState(), "reconnecting")
    made.session.refuses = null
    mock.timers.tick(3000)
    await settle()
    assert.equal(made.call.getState(), "connected")
    assert.equal(made.of("call.reconnected").length, 1)
  })
})
