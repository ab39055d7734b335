import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { estimateMos, QualityWarnings, readSample } from "../call/quality.js"
import { inCall, settle } from "../testing/support.js"

const report = ({ received, lost = 0, jitter = 0.002, rtt = 0.04 }) =>
  new Map([
    ["in", { type: "inbound-rtp", kind: "audio", packetsReceived: received, packetsLost: lost, jitter, codecId: "codec" }],
    ["remote", { type: "remote-inbound-rtp", kind: "audio", roundTripTime: rtt }],
    ["codec", { type: "codec", mimeType: "audio/opus" }],
    ["pair", { type: "candidate-pair", nominated: true, state: "succeeded", localCandidateId: "local" }],
    ["local", { type: "local-candidate", candidateType: "host" }],
  ])

describe("quality", () => {
  it("estimates a clean line above 4.3 and a lossy, late one below 3.5", () => {
    assert.ok(estimateMos({ rtt: 40, jitter: 2, loss: 0 }) > 4.3)
    assert.ok(estimateMos({ rtt: 500, jitter: 60, loss: 4 }) < 3.5)
    assert.ok(estimateMos({ rtt: 5000, jitter: 500, loss: 100 }) >= 1)
  })

  it("reads one second as the difference of two reports", () => {
    const first = readSample(report({ received: 50 }), null)
    const { sample, codec, candidateType } = readSample(report({ received: 95, lost: 5 }), first.counters)
    assert.deepEqual([sample.received, sample.loss, sample.rtt, sample.jitter], [45, 10, 40, 2])
    assert.deepEqual([codec, candidateType], ["audio/opus", "host"])
  })

  it("warns after three bad seconds, once, and takes it back", () => {
    const heard = []
    const warnings = new QualityWarnings(
      { mos: 3.5, rtt: 400, jitter: 30, loss: 1, no_audio: 3 },
      {
        raise: (name) => heard.push(`+${name}`),
        clear: (name) => heard.push(`-${name}`),
      },
    )
    const sample = { received: 50, rtt: 40, jitter: 2, loss: 0, mos: 4.4 }
    for (let i = 0; i < 5; i++) warnings.add({ ...sample, rtt: 900 })
    warnings.add(sample)
    for (let i = 0; i < 3; i++) warnings.add({ ...sample, received: 0, mos: null }, { silenceExpected: true })
    for (let i = 0; i < 3; i++) warnings.add({ ...sample, received: 0, mos: null })
    assert.deepEqual(heard, ["+rtt", "-rtt", "+no_audio"])
  })

  it("ticks every second of a call, sums up in the end and repairs 20 s of silence", async (t) => {
    t.mock.timers.enable({ apis: ["setTimeout", "setInterval", "Date"] })
    const made = await inCall()
    let received = 0
    made.session.connection.getStats = async () => report({ received })
    for (let second = 1; second <= 25; second++) {
      if (second <= 3) received += 50
      t.mock.timers.tick(1000)
      await settle()
    }
    assert.deepEqual(
      made
        .of("call.timeupdate")
        .slice(0, 3)
        .map(({ data }) => data.seconds),
      [1, 2, 3],
    )
    assert.equal(made.of("call.quality.warning").filter(({ data }) => data.name === "no_audio").length, 1)
    assert.deepEqual(made.session.offers, ["iceRestart"])
    await made.call.hangup()
    const { quality } = made.of("call.ended")[0].summary
    assert.deepEqual([quality.codec, quality.candidateType, quality.reconnects, quality.rttMax], ["audio/opus", "host", 1, 40])
    assert.ok(quality.mosMin > 4)
    await made.phone.destroy()
  })
})
