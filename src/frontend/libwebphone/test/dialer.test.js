import assert from "node:assert/strict"
import { afterEach, describe, it } from "node:test"
import { inCall, readyPhone, settle } from "../testing/support.js"

const INTEGRATED = { "X-Api4comintegratedcall": "true" }

describe("calls that come in", () => {
  let made
  const hungUp = []
  const dialer = {
    dial: async () => ({ id: "provider-7" }),
    hangup: async (id) => {
      hungUp.push(id)
    },
  }
  afterEach(() => made.phone.destroy())

  it("answers the provider's INVITE only after our own dial, and waits for the server to say connected", async () => {
    made = await readyPhone({ config: { dialer } })
    const call = await made.agent.call("+5511960000001", { via: "dialer", id: "a" })
    const incoming = made.driver.invite(INTEGRATED)
    assert.equal(incoming.answered, true)
    assert.equal(call.getState(), "established")
    assert.equal(call.getProviderCallId(), "provider-7")
    await made.phone.applyServerEvent({ providerCallId: "provider-7", type: "answered" })
    assert.equal(call.getState(), "connected")
    await call.hangup()
    assert.deepEqual(hungUp, ["provider-7"])
  })

  it("does not answer an integrated INVITE that nobody asked for", async () => {
    made = await readyPhone({ config: { dialer } })
    const incoming = made.driver.invite(INTEGRATED, "campaign")
    assert.equal(incoming.answered, undefined)
    assert.equal(incoming.rejected, 486)
    assert.deepEqual(made.of("call.refused")[0].data, { from: "campaign", reason: "inbound_off" })
  })

  it("does not answer an INVITE without the header while our dial waits", async () => {
    made = await readyPhone({ config: { dialer } })
    await made.agent.call("1", { via: "dialer" })
    assert.equal(made.driver.invite().rejected, 486)
    assert.equal(made.driver.invite(INTEGRATED).answered, true)
    assert.equal(made.driver.invite(INTEGRATED).rejected, 486)
  })

  it("refuses while a call is up", async () => {
    made = await inCall({ config: { dialer } })
    assert.equal(made.driver.invite(INTEGRATED).rejected, 486)
    assert.equal(made.of("call.refused")[0].data.reason, "in_call")
    assert.equal(made.call.getState(), "connected")
  })

  it("gives up a dial that the provider does not fulfil in 60 s", async (t) => {
    t.mock.timers.enable({ apis: ["setTimeout", "setInterval"] })
    made = await readyPhone({ config: { dialer } })
    await made.agent.call("1", { via: "dialer" })
    t.mock.timers.tick(60000)
    await settle()
    assert.equal(made.of("call.ended")[0].summary.cause, "no_answer")
    assert.equal(made.driver.invite(INTEGRATED).rejected, 486)
  })

  it("learns from the app's hook who dials, and tells the dialer which call it is", async () => {
    const asked = []
    const remembering = {
      dial: async (number, { id, via }) => {
        asked.push([number, id, via])
        return { id: "provider-8" }
      },
      hangup: async () => {},
    }
    made = await readyPhone({ config: { dialer: remembering } })
    await made.agent.call("1", { id: "b", beforeInvite: async () => ({ target: "+551", via: "dialer" }) })
    assert.deepEqual(asked, [["+551", "b", "dialer"]])
    assert.equal(made.driver.sent.includes("INVITE"), false)
    assert.equal(made.driver.invite(INTEGRATED).answered, true)
  })

  it("ends a call whose dial the provider refuses, in the refusal's own words", async () => {
    const refusing = {
      dial: async () => {
        throw Object.assign(new Error("fora"), { code: "operadora_fora", data: { mensagem: "fora" } })
      },
      hangup: async () => {},
    }
    made = await readyPhone({ config: { dialer: refusing } })
    await assert.rejects(made.agent.call("1", { via: "dialer" }), { code: "operadora_fora", data: { mensagem: "fora" } })
    assert.equal(made.of("call.ended")[0].summary.cause, "server")
    assert.equal(made.driver.invite(INTEGRATED).rejected, 486)
  })

  it("says so when there is no dialer", async () => {
    made = await readyPhone()
    await assert.rejects(made.agent.call("1", { via: "dialer" }), { code: "no_dialer" })
  })
})
