import assert from "node:assert/strict"
import { afterEach, beforeEach, describe, it, mock } from "node:test"
import { inCall, settle } from "../testing/support.js"

describe("a call on a machine that slept", () => {
  let made
  let packets
  beforeEach(async () => {
    mock.timers.enable({ apis: ["setTimeout", "setInterval", "Date"], now: Date.parse("2026-11-27T12:00:00Z") })
    made = await inCall()
    packets = 0
    made.session.connection.getStats = async () => new Map([["in", { type: "inbound-rtp", kind: "audio", packetsReceived: packets, jitter: 0 }]])
  })
  afterEach(async () => {
    await made.phone.destroy()
    mock.timers.reset()
  })

  const talk = async (seconds) => {
    for (let second = 0; second < seconds; second++) {
      packets += 50
      mock.timers.tick(1000)
      await settle()
    }
  }
  const sleep = (seconds) => mock.timers.setTime(Date.now() + seconds * 1000)
  const lasted = ({ summary }) => (Date.parse(summary.endedAt) - Date.parse(summary.connectedAt)) / 1000

  // The mocked clock makes up for the ticks it missed; a machine that slept does not.
  const frozen = (run) => {
    const { getStats } = made.session.connection
    made.session.connection.getStats = () => new Promise(() => {})
    run()
    made.session.connection.getStats = getStats
  }

  it("ends when it was last heard, though the BYE is only read after the sleep", async () => {
    await talk(7)
    frozen(() => sleep(113))
    made.session.bye()
    assert.equal(lasted(made.of("call.ended")[0]), 7)
  })

  it("ends when it was last heard when the network gave it up", async () => {
    await talk(7)
    made.driver.loseSocket()
    mock.timers.tick(30000)
    await settle()
    assert.equal(lasted(made.of("call.ended")[0]), 7)
  })

  it("ends when it was last heard when hung up while it reconnects", async () => {
    await talk(7)
    made.driver.loseSocket()
    mock.timers.tick(5000)
    await made.call.hangup()
    assert.equal(lasted(made.of("call.ended")[0]), 7)
  })

  it("ends now when it was heard until now", async () => {
    await talk(7)
    mock.timers.tick(500)
    await made.call.hangup()
    assert.equal(lasted(made.of("call.ended")[0]), 7.5)
  })

  it("says when the other side was heard last", async () => {
    await talk(3)
    const heard = made.call.getInfo().lastSignAt
    assert.equal(Date.parse(heard), Date.now())
    mock.timers.tick(3000)
    await settle()
    assert.equal(made.call.getInfo().lastSignAt, heard)
  })
})
