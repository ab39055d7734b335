import assert from "node:assert/strict"
import { setTimeout as wait } from "node:timers/promises"
import { afterEach, beforeEach, describe, it } from "node:test"
import { FakeLocks, fakeEnvironment, makePhone } from "../testing/support.js"

describe("several tabs", () => {
  let locks
  let tabs
  let opened
  let number = 0
  beforeEach(() => {
    locks = new FakeLocks()
    opened = []
    tabs = { lockName: "crm-webphone:a:1", channelName: `crm-webphone:a:1:${number++}` }
  })
  afterEach(() => Promise.all(opened.map(({ phone }) => phone.destroy())))

  async function open(config = {}) {
    const made = makePhone({ config: { tabs, ...config }, environment: fakeEnvironment({ locks, BroadcastChannel }) })
    opened.push(made)
    await made.agent.start()
    return made
  }

  const until = async (what, ms = 2000) => {
    for (let left = ms; left > 0 && !what(); left -= 10) await wait(10)
    assert.ok(what(), "did not happen in time")
  }

  const role = ({ phone }) => phone.getState().role

  it("register once, and the second mirrors the first", async () => {
    const [first, second] = [await open(), await open()]
    assert.deepEqual([role(first), role(second)], ["host", "remote"])
    assert.equal(first.driver.sent.length, 1)
    assert.equal(second.drivers.length, 0)
    assert.equal(second.agent.isRegistered(), true)
    const { role: mine, ...theirs } = second.phone.getState()
    const { role: other, ...ours } = first.phone.getState()
    assert.deepEqual(theirs, ours)
    assert.notEqual(mine, other)
  })

  it("dial from the second: microphone and INVITE in the host, the hook where it was given", async () => {
    const [host, remote] = [await open(), await open()]
    let hooked
    const call = await remote.agent.call("11 96000-0001", {
      id: "x",
      metadata: { n: 1 },
      beforeInvite: async (info) => {
        hooked = info.id
        return { target: "+5511960000001" }
      },
    })
    assert.equal(hooked, "x")
    assert.equal(host.session.target, "+5511960000001")
    assert.equal(host.environment.asked.length, 1)
    assert.equal(remote.environment.asked.length, 0)
    host.session.ring()
    host.session.answer()
    await until(() => call.getState() === "connected")
    await call.mute()
    assert.equal(host.session.muted, true)
    await call.hold()
    assert.equal(call.isOnHold(), true)
    await call.hangup()
    await until(() => remote.of("call.ended").length === 1)
    assert.deepEqual(remote.of("call.ended"), host.of("call.ended"))
    assert.equal(call.isEnded(), true)
    assert.equal(call.summary().endedBy, "local")
  })

  it("carry the hook's refusal back, and no INVITE leaves", async () => {
    const [host, remote] = [await open(), await open()]
    const refusal = Object.assign(new Error("bloqueado"), { code: "numero_bloqueado", data: { link: "/x" } })
    await assert.rejects(remote.agent.call("1", { beforeInvite: () => Promise.reject(refusal) }), { code: "numero_bloqueado", data: { link: "/x" } })
    assert.ok(!host.driver.sent.includes("INVITE"))
  })

  it("start twice without a second place in the election", async () => {
    const [, remote] = [await open(), await open()]
    await Promise.all([remote.agent.start(), remote.agent.start()])
    assert.equal(remote.of("userAgent.role.changed").length, 1)
  })

  it("leave quietly when stopped while they are still joining", async () => {
    const made = makePhone({ config: { tabs }, environment: fakeEnvironment({ locks, BroadcastChannel }) })
    const starting = assert.rejects(made.agent.start(), { code: "not_started" })
    await made.agent.stop()
    await starting
    assert.equal(made.phone.getState().role, "none")
    await until(() => !locks.holds(tabs.lockName))
  })

  it("hand the line over within two seconds when the host closes", async () => {
    const [host, remote] = [await open(), await open()]
    host.environment.page.hide(false)
    assert.deepEqual(host.driver.sent, ["REGISTER", "UNREGISTER"])
    await until(() => role(remote) === "host" && remote.agent.isRegistered())
    assert.deepEqual(remote.driver.sent, ["REGISTER"])
  })

  it("end the calls of a host that vanished without a word", async () => {
    const [host, remote] = [await open(), await open()]
    await host.agent.call("1", { id: "lost" })
    host.session.answer()
    await until(() => remote.phone.getState().phone === "in_call")
    await locks.request(tabs.lockName, { steal: true }, () => undefined)
    host.phone.destroy()
    await until(() => role(remote) === "host")
    await until(() => remote.of("call.ended").length === 1)
    assert.equal(remote.phone.getState().phone, "registered")
  })

  it("let an idle host be taken over, never one in a call", async () => {
    const [host, remote] = [await open(), await open()]
    await host.agent.call("1")
    host.session.answer()
    await assert.rejects(remote.agent.takeOver(), { code: "in_call" })
    await host.agent.hangupAll()
    await remote.agent.takeOver()
    assert.deepEqual([role(remote), role(host)], ["host", "remote"])
    assert.equal(remote.agent.isRegistered(), true)
  })

  it("replace a host that does not answer when somebody dials", async () => {
    let frozen
    locks
      .request(
        tabs.lockName,
        { ifAvailable: true },
        () =>
          new Promise((resolve) => {
            frozen = resolve
          }),
      )
      .catch(() => {})
    const remote = await open()
    assert.equal(role(remote), "remote")
    const call = await remote.agent.call("1")
    assert.equal(role(remote), "host")
    assert.equal(call.getState(), "dialing")
    frozen()
  })

  it("cut the call and tell the app when the host's page goes away", async () => {
    const told = []
    const host = await open({ onPageHide: (summaries) => told.push(...summaries) })
    await host.agent.call("1", { id: "x" })
    host.session.answer()
    assert.equal(host.environment.page.listeners.get("beforeunload"), 1)
    host.environment.page.hide(true)
    assert.deepEqual(host.driver.sent.slice(-2).sort(), ["BYE", "UNREGISTER"])
    assert.deepEqual(
      told.map(({ callId, endedBy, cause }) => [callId, endedBy, cause]),
      [["x", "local", "normal"]],
    )
    assert.equal(host.of("call.ended").length, 1)
    assert.equal(host.environment.page.listeners.get("beforeunload"), 0)
    await until(() => !locks.holds(tabs.lockName))
  })

  it("register again when the page comes back from the back/forward cache", async () => {
    const told = []
    const host = await open({ onPageHide: (summaries) => told.push(summaries) })
    host.environment.page.hide(true)
    assert.equal(told.length, 0)
    assert.equal(role(host), "none")
    host.environment.page.show(true)
    await until(() => host.agent.isRegistered())
    assert.equal(host.drivers.length, 2)
  })
})
