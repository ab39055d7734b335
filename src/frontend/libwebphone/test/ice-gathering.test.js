import assert from "node:assert/strict"
import { afterEach, beforeEach, describe, it, mock } from "node:test"
import { earlyGathering } from "../drivers/ice-gathering.js"

describe("ICE gathering", () => {
  beforeEach(() => mock.timers.enable({ apis: ["setTimeout", "Date"] }))
  afterEach(() => mock.timers.reset())

  const candidate = (type) => ({ type, candidate: `candidate:1 1 udp 1 10.0.0.1 9 typ ${type}` })

  it("is ready one second after the first candidate when STUN is mute", () => {
    const ready = mock.fn()
    const gathered = earlyGathering()
    gathered({ candidate: candidate("host"), ready })
    mock.timers.tick(3)
    gathered({ candidate: candidate("host"), ready })
    mock.timers.tick(996)
    assert.equal(ready.mock.callCount(), 0)
    mock.timers.tick(1)
    assert.equal(ready.mock.callCount(), 1)
  })

  it("is ready 150 ms after the first address seen from outside", () => {
    const ready = mock.fn()
    const gathered = earlyGathering()
    gathered({ candidate: candidate("host"), ready })
    mock.timers.tick(40)
    gathered({ candidate: { candidate: candidate("srflx").candidate }, ready })
    gathered({ candidate: candidate("relay"), ready })
    mock.timers.tick(149)
    assert.equal(ready.mock.callCount(), 0)
    mock.timers.tick(1)
    assert.equal(ready.mock.callCount(), 1)
  })

  it("never waits past its limit for that", () => {
    const ready = mock.fn()
    const gathered = earlyGathering()
    gathered({ candidate: candidate("host"), ready })
    mock.timers.tick(950)
    gathered({ candidate: candidate("srflx"), ready })
    mock.timers.tick(50)
    assert.equal(ready.mock.callCount(), 1)
  })

  const host = (protocol) => ({ type: "host", protocol, candidate: `candidate:1 1 ${protocol} 1 10.0.0.1 9 typ host` })

  it("without servers is ready when the machine's addresses for UDP stopped coming", () => {
    const ready = mock.fn()
    const gathered = earlyGathering({ hostsOnly: true })
    gathered({ candidate: host("udp"), ready })
    mock.timers.tick(29)
    gathered({ candidate: host("udp"), ready })
    mock.timers.tick(29)
    assert.equal(ready.mock.callCount(), 0)
    mock.timers.tick(1)
    assert.equal(ready.mock.callCount(), 1)
  })

  it("without servers does not wait for TCP, whose first address says that those for UDP are all there", () => {
    const ready = mock.fn()
    const gathered = earlyGathering({ hostsOnly: true })
    gathered({ candidate: host("udp"), ready })
    gathered({ candidate: { candidate: host("tcp").candidate }, ready })
    mock.timers.tick(0)
    assert.equal(ready.mock.callCount(), 1)
  })

  it("without servers and without UDP waits for what there is", () => {
    const ready = mock.fn()
    const gathered = earlyGathering({ hostsOnly: true })
    gathered({ candidate: host("tcp"), ready })
    mock.timers.tick(999)
    assert.equal(ready.mock.callCount(), 0)
    mock.timers.tick(1)
    assert.equal(ready.mock.callCount(), 1)
  })

  it("starts over for the next offer of the same call", () => {
    const first = mock.fn()
    const second = mock.fn()
    const gathered = earlyGathering()
    gathered({ candidate: candidate("srflx"), ready: first })
    mock.timers.tick(150)
    gathered({ candidate: candidate("host"), ready: second })
    mock.timers.tick(1000)
    assert.deepEqual([first.mock.callCount(), second.mock.callCount()], [1, 1])
  })
})
