import assert from "node:assert/strict"
import { afterEach, beforeEach, describe, it, mock } from "node:test"
import { SipLine } from "../testing/sip-line.js"
import { FakeStream, settle } from "../testing/support.js"

describe("the driver on JsSIP", () => {
  let line
  let peer
  let driver
  let events
  beforeEach(async () => {
    mock.timers.enable({ apis: ["setTimeout", "setInterval", "Date"] })
    line = await SipLine.open()
    ;({ peer, driver, events } = line)
  })
  afterEach(() => {
    line.close()
    mock.timers.reset()
  })

  const dial = () => line.dial()
  const answered = () => line.answered()

  it("registers with ha1 alone and unregisters nothing but its own contact", async () => {
    assert.deepEqual(events, ["connected", "registered"])
    assert.match(peer.last("REGISTER").header("Authorization"), /response="[0-9a-f]{32}"/)
    assert.match(peer.last("REGISTER").header("Contact"), /expires=180/)
    driver.unregister()
    assert.notEqual(peer.last("REGISTER").header("Contact"), "*")
    assert.match(peer.last("REGISTER").header("Contact"), /expires=0/)
  })

  it("lets the INVITE leave after 1000 ms when STUN is mute", async () => {
    const { session, types } = await dial()
    mock.timers.tick(999)
    await settle()
    assert.equal(peer.last("INVITE"), undefined)
    mock.timers.tick(1)
    await settle()
    assert.ok(peer.last("INVITE"))
    assert.deepEqual(types(), ["sending", "established"])
    assert.equal(session.sipCallId, peer.last("INVITE").header("Call-ID"))
  })

  it("holds a prepared INVITE back until it may leave, then sends it where it is told", async () => {
    const session = driver.prepare("0", { stream: new FakeStream(), onSession() {} })
    await settle()
    mock.timers.tick(5000)
    await settle()
    assert.equal(peer.last("INVITE"), undefined)
    session.send("+5511960000001")
    await settle()
    const invite = peer.last("INVITE")
    assert.match(invite.first, /^INVITE sip:\+5511960000001@aurora\.example /)
    assert.match(invite.header("To"), /^<sip:\+5511960000001@aurora\.example>/)
    assert.match(peer.last("ACK").header("To"), /\+5511960000001/)
  })

  it("sends nothing of a prepared INVITE that was given up", async () => {
    const session = driver.prepare("0", { stream: new FakeStream(), onSession() {} })
    await settle()
    driver.hangup(session)
    session.send("+5511960000001")
    mock.timers.tick(5000)
    await settle()
    assert.equal(peer.last("INVITE"), undefined)
  })

  it("sends nothing at all when hung up before the INVITE left", async () => {
    const { session, heard } = await dial()
    driver.hangup(session)
    mock.timers.tick(60000)
    await settle()
    assert.ok(!peer.methods().includes("INVITE"))
    assert.deepEqual(
      heard.map(({ type, by, cause }) => [type, by, cause]),
      [["ended", "local", "cancelled"]],
    )
  })

  it("cancels while ringing", async () => {
    peer.on.INVITE = (request) => peer.reply(request, 180)
    const { session, types } = await answered()
    driver.hangup(session)
    await settle()
    assert.deepEqual(types(), ["sending", "ringing", "ended"])
    assert.ok(peer.last("CANCEL"))
  })

  for (const [status, cause] of [
    [486, "busy"],
    [603, "rejected"],
    [403, "forbidden"],
    [404, "not_found"],
    [488, "media_incompatible"],
  ]) {
    it(`tells ${status} as ${cause}`, async () => {
      peer.on.INVITE = (request) => peer.reply(request, status)
      const { heard } = await answered()
      assert.deepEqual(heard.at(-1), { type: "ended", by: "remote", sipCode: status, cause })
    })
  }

  it("survives a refused hold, and can hold afterwards", async () => {
    const { session, types } = await answered()
    peer.on.INVITE = (request) => peer.reply(request, 488)
    const refused = assert.rejects(session.hold(), { code: "hold_refused" })
    await settle()
    mock.timers.tick(1000)
    await refused
    assert.deepEqual(types(), ["sending", "established"])
    assert.equal(session.connection.signalingState, "stable")
    delete peer.on.INVITE
    const held = session.hold()
    await settle()
    mock.timers.tick(1000)
    await held
    assert.match(peer.last("INVITE").body, /a=sendonly/)
  })

  it("survives failed ICE and repairs it with a new offer that waits for candidates", async () => {
    const { session, types } = await answered()
    session.connection.failIce()
    await settle()
    assert.deepEqual(types(), ["sending", "established", "recoverable"])
    const invites = () => peer.methods().filter((method) => method === "INVITE").length
    const before = invites()
    const repaired = session.restartIce()
    await settle()
    assert.equal(invites(), before)
    mock.timers.tick(1000)
    await repaired
    assert.match(peer.last("INVITE").body, /s=restart/)
  })

  it("survives a socket lost in the middle of a re-INVITE and refuses to offer while it is down", async () => {
    const { session, types } = await answered()
    peer.on.INVITE = () => {}
    const lost = assert.rejects(session.hold(), { code: "network" })
    await settle()
    mock.timers.tick(1000)
    await settle()
    peer.cut()
    await lost
    await assert.rejects(session.restartIce(), { code: "network" })
    assert.deepEqual(types(), ["sending", "established", "recoverable"])
    delete peer.on.INVITE
    mock.timers.tick(3000)
    await settle()
    assert.deepEqual(events.slice(2), ["disconnected", "connected", "registered"])
    const repaired = session.restartIce()
    await settle()
    mock.timers.tick(1000)
    await repaired
  })

  it("sends the BYE of a hangup without socket after the reconnection", async () => {
    const { session } = await answered()
    peer.cut()
    driver.hangup(session)
    assert.ok(!peer.methods().includes("BYE"))
    mock.timers.tick(3000)
    await settle()
    assert.equal(peer.methods().filter((method) => method === "BYE").length, 1)
  })

  it("sends BYE and un-REGISTER in the tick of stop()", async () => {
    await answered()
    const before = peer.received.length
    driver.stop()
    assert.deepEqual(peer.methods().slice(before).sort(), ["BYE", "REGISTER"])
  })

  it("pings, and drops a socket so that JsSIP connects again", async () => {
    assert.equal(await driver.ping(), true)
    driver.dropSocket()
    assert.equal(driver.isConnected(), false)
    mock.timers.tick(3000)
    await settle()
    assert.deepEqual(events.slice(2), ["disconnected", "connected", "registered"])
  })

  it("asks the server itself, not a user named like it", async () => {
    await driver.ping()
    assert.equal(peer.last("OPTIONS").first, "OPTIONS sip:aurora.example SIP/2.0")
  })

  it("tells when the other side holds and resumes", async () => {
    const { session } = await answered()
    const told = []
    session.on("remoteHold", (held) => told.push(held))
    for (const direction of ["sendonly", "sendrecv", "inactive", "sendrecv"]) {
      peer.reinvite(peer.last("INVITE"), direction)
      await settle()
      mock.timers.tick(1000)
      await settle()
    }
    assert.deepEqual(told, [true, false, true, false])
  })

  it("tells of a request that nothing answered in three seconds", async () => {
    let silences = 0
    driver.on("silent", () => silences++)
    peer.mute = true
    driver.ping()
    mock.timers.tick(2999)
    assert.equal(silences, 0)
    mock.timers.tick(1)
    assert.equal(silences, 1)
    peer.mute = false
    driver.ping()
    await settle()
    mock.timers.tick(10000)
    assert.equal(silences, 1)
  })

  it("gives up a handshake that hangs after 8 s and tries again, each time later", async () => {
    peer.hangs = true
    peer.cut()
    mock.timers.tick(3000)
    await settle()
    assert.equal(peer.attempts, 2)
    mock.timers.tick(8000)
    await settle()
    mock.timers.tick(4000)
    await settle()
    assert.equal(peer.attempts, 3)
    peer.hangs = false
    for (let i = 0; i < 10 && !driver.isRegistered(); i++) {
      mock.timers.tick(4000)
      await settle()
    }
    assert.equal(driver.isRegistered(), true)
  })

  it("names the realm of a challenge that its hash is not made for", async () => {
    const failures = []
    driver.on("registrationFailed", (failure) => failures.push(failure))
    peer.on.REGISTER = (request) => peer.reply(request, 401, { headers: ['WWW-Authenticate: Digest realm="asterisk", nonce="n", algorithm=MD5'] })
    driver.register()
    await settle()
    assert.deepEqual(failures, [{ sipCode: 401, cause: "auth", realm: "asterisk" }])
    assert.equal(peer.received.filter(({ method, header }) => method === "REGISTER" && header("Authorization")).length, 1)
  })

  it("reports refused credentials as auth", async () => {
    const failures = []
    driver.on("registrationFailed", (failure) => failures.push(failure))
    peer.on.REGISTER = (request) => peer.reply(request, 403)
    driver.register()
    await settle()
    assert.deepEqual(failures, [{ sipCode: 403, cause: "auth" }])
  })
})
