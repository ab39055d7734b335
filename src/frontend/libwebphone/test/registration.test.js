import assert from "node:assert/strict"
import { afterEach, beforeEach, describe, it, mock } from "node:test"
import { tryRegistration } from "../agent/trial-registration.js"
import { FakeDriver } from "../testing/fake-driver.js"
import { CREDENTIALS, inCall, makePhone, readyPhone, settle } from "../testing/support.js"

describe("registration", () => {
  let made
  beforeEach(() => mock.timers.enable({ apis: ["setTimeout", "setInterval", "Date"] }))
  afterEach(async () => {
    await made?.phone.destroy()
    mock.timers.reset()
  })

  it("resolves start() when registered", async () => {
    made = await readyPhone()
    assert.equal(made.phone.getState().userAgent.state, "registered")
    assert.equal(made.agent.isReady(), true)
    assert.ok(made.types().includes("userAgent.registration.registered"))
  })

  it("is disabled, without an error, for a user without extension", async () => {
    made = makePhone({ config: { credentials: async () => null } })
    await made.agent.start()
    assert.equal(made.phone.getState().userAgent.state, "disabled")
    await assert.rejects(made.agent.call("1"), { code: "disabled" })
  })

  const refusals = (drivers) => drivers.reduce((count, { sent }) => count + sent.filter((each) => each === "REGISTER").length, 0)

  it("fetches the credentials once more after a refusal, and does not try the same ones again", async () => {
    let fetched = 0
    made = makePhone({ driver: { answers: "auth" }, config: { credentials: async () => (fetched++, CREDENTIALS) } })
    await assert.rejects(made.agent.start(), { code: "auth" })
    assert.equal(fetched, 2)
    assert.deepEqual(made.phone.getState().userAgent, { state: "failed", cause: "auth" })
    mock.timers.tick(600000)
    await settle()
    assert.equal(refusals(made.drivers), 1)
  })

  it("tries other credentials once after a refusal", async () => {
    let fetched = 0
    made = makePhone({ driver: { answers: "auth" }, config: { credentials: async () => ({ ...CREDENTIALS, ha1: `${fetched++}`.repeat(32) }) } })
    await assert.rejects(made.agent.start(), { code: "auth" })
    assert.equal(refusals(made.drivers), 2)
  })

  it("asks once for the realm that the challenge names, and keeps it", async () => {
    const wanted = []
    const credentials = async ({ realm }) => (wanted.push(realm), { ...CREDENTIALS, realm: realm ?? CREDENTIALS.realm })
    made = makePhone({ driver: { realm: "asterisk" }, config: { credentials } })
    await made.agent.start()
    assert.deepEqual(wanted, [undefined, "asterisk"])
    assert.equal(made.driver.credentials.realm, "asterisk")
    await made.agent.stop()
    await made.agent.start()
    assert.deepEqual(wanted, [undefined, "asterisk", "asterisk"])
  })

  it("never asks for realms in a loop", async () => {
    let fetched = 0
    made = makePhone({ driver: { realm: "asterisk" }, config: { credentials: async () => (fetched++, CREDENTIALS) } })
    await assert.rejects(made.agent.start(), { code: "auth" })
    assert.equal(fetched, 2)
  })

  it("takes a refusal of the app's server as final and hands its code on", async () => {
    const refusal = Object.assign(new Error("sem ramal"), { code: "ramal_inativo" })
    made = makePhone({ config: { credentials: () => Promise.reject(refusal) } })
    await assert.rejects(made.agent.start(), { code: "ramal_inativo" })
    assert.equal(made.phone.getState().userAgent.state, "failed")
  })

  it("tries again when the app's server could not be reached", async () => {
    let fetched = 0
    const credentials = async () => {
      if (++fetched < 3) throw new TypeError("Failed to fetch")
      return CREDENTIALS
    }
    made = makePhone({ config: { credentials } })
    const starting = made.agent.start()
    await settle()
    mock.timers.tick(2000)
    await settle()
    mock.timers.tick(4000)
    await starting
    assert.equal(fetched, 3)
  })

  it("never shows what the library disliked about the credentials", async () => {
    made = makePhone({
      config: {
        driver: ({ ha1 }) => {
          throw new Error(`Invalid value ${ha1}`)
        },
      },
    })
    await assert.rejects(made.agent.start(), (error) => !error.message.includes(CREDENTIALS.ha1))
    assert.ok(!JSON.stringify(made.events).includes(CREDENTIALS.ha1))
  })

  it("registers again by itself after the socket came back", async () => {
    made = await readyPhone()
    made.driver.loseSocket()
    assert.equal(made.phone.getState().userAgent.state, "reconnecting")
    made.driver.connect()
    assert.equal(made.agent.isRegistered(), true)
    assert.equal(made.drivers.length, 1)
  })

  it("builds a new user agent when the network came back and five seconds did not help", async () => {
    made = await readyPhone()
    made.driver.loseSocket()
    made.environment.page.dispatchEvent(new Event("online"))
    mock.timers.tick(4999)
    assert.equal(made.drivers.length, 1)
    mock.timers.tick(1)
    await settle()
    assert.equal(made.drivers.length, 2)
    assert.equal(made.agent.isRegistered(), true)
  })

  it("asks for the address again when the socket does not open three times in a row", async () => {
    let wssUrl = ["wss://old.example/sip"]
    made = await readyPhone({ config: { credentials: async () => ({ ...CREDENTIALS, wssUrl }) } })
    wssUrl = ["wss://new.example/sip"]
    const { driver } = made
    for (let time = 0; time < 3; time++) {
      assert.equal(made.drivers.length, 1)
      driver.loseSocket()
    }
    await settle()
    assert.deepEqual(made.driver.credentials.wssUrl, wssUrl)
    assert.equal(made.agent.isRegistered(), true)
  })

  it("never rebuilds under a call", async () => {
    made = await inCall()
    made.driver.loseSocket()
    made.environment.document.dispatchEvent(new Event("visibilitychange"))
    mock.timers.tick(5000)
    await settle()
    assert.equal(made.drivers.length, 1)
    assert.ok(made.driver.sent.includes("RECONNECT"))
  })

  it("never rebuilds while a hang-up waits to be heard", async () => {
    made = await inCall()
    made.driver.deaf = true
    await made.call.hangup()
    await made.phone.applyServerEvent({ callId: made.call.getId(), type: "ended" })
    made.driver.loseSocket()
    made.environment.page.dispatchEvent(new Event("online"))
    mock.timers.tick(5000)
    await settle()
    assert.equal(made.drivers.length, 1)
  })

  it("drops a socket that does not answer its first ping on this page: 25 s idle, 5 s of patience", async () => {
    made = await readyPhone()
    made.driver.alive = false
    mock.timers.tick(25000)
    await settle()
    mock.timers.tick(4999)
    assert.ok(!made.driver.sent.includes("DROP"))
    mock.timers.tick(1)
    await settle()
    assert.ok(made.driver.sent.includes("DROP"))
    assert.equal(made.phone.getState().userAgent.state, "reconnecting")
  })

  it("drops it 15 s into the silence of a call", async () => {
    made = await inCall()
    made.driver.alive = false
    mock.timers.tick(10000)
    await settle()
    mock.timers.tick(5000)
    await settle()
    assert.ok(made.driver.sent.includes("DROP"))
    assert.equal(made.call.getState(), "reconnecting")
  })

  it("asks at once when a request stayed without an answer", async () => {
    made = await readyPhone()
    made.driver.alive = false
    made.driver.emit("silent")
    mock.timers.tick(5000)
    await settle()
    assert.ok(made.driver.sent.includes("DROP"))
  })

  it("keeps a slow server: whatever is heard is life", async () => {
    made = await readyPhone()
    made.driver.alive = false
    made.driver.emit("silent")
    mock.timers.tick(4000)
    made.driver.emit("heard")
    mock.timers.tick(5000)
    await settle()
    assert.ok(!made.driver.sent.includes("DROP"))
  })

  it("does not drop a server that ignores OPTIONS, for it answers REGISTER", async () => {
    made = await readyPhone()
    made.driver.answersOptions = false
    for (let i = 0; i < 5; i++) {
      mock.timers.tick(30000)
      await settle()
    }
    assert.ok(!made.driver.sent.includes("DROP"))
    made.driver.alive = false
    mock.timers.tick(25000)
    await settle()
    mock.timers.tick(5000)
    await settle()
    assert.ok(made.driver.sent.includes("DROP"))
  })

  it("unregisters when stopped and may start again", async () => {
    made = await readyPhone()
    await made.agent.stop()
    assert.deepEqual(made.driver.sent, ["REGISTER", "UNREGISTER"])
    assert.equal(made.phone.getState().role, "none")
    await made.agent.start()
    assert.equal(made.agent.isRegistered(), true)
  })

  it("tries other credentials in a user agent of its own, then closes it", async () => {
    const drivers = []
    const steps = []
    const make = (answers) => (credentials) => (drivers.push(new FakeDriver(credentials, { answers })), drivers.at(-1))
    const result = await tryRegistration(make("ok"), CREDENTIALS, { onStep: ({ step }) => steps.push(step) })
    assert.equal(result.step, "registered")
    assert.deepEqual(steps, ["connecting", "connected", "registered"])
    assert.deepEqual(drivers[0].sent, ["REGISTER", "UNREGISTER"])
    const refused = await tryRegistration(make("auth"), CREDENTIALS)
    assert.deepEqual([refused.step, refused.cause, refused.sipCode], ["failed", "auth", 403])
    const asterisk = (credentials) => (drivers.push(new FakeDriver(credentials, { realm: "asterisk" })), drivers.at(-1))
    const asked = []
    const credentialsFor = async (realm) => (asked.push(realm), { ...CREDENTIALS, realm })
    assert.equal((await tryRegistration(asterisk, CREDENTIALS, { credentialsFor })).step, "registered")
    assert.deepEqual(asked, ["asterisk"])
    assert.equal((await tryRegistration(asterisk, CREDENTIALS, { credentialsFor: async () => CREDENTIALS })).cause, "auth")
    const silent = tryRegistration(make("silence"), CREDENTIALS, { timeoutMs: 1000 })
    await settle()
    mock.timers.tick(1000)
    assert.deepEqual([(await silent).step, (await silent).cause], ["failed", "network"])
    made = null
  })
})
