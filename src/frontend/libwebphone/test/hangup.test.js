import assert from "node:assert/strict"
import { afterEach, beforeEach, describe, it, mock } from "node:test"
import { SipLine } from "../testing/sip-line.js"
import { settle } from "../testing/support.js"

describe("a hang-up", () => {
  let line
  let peer
  let driver
  beforeEach(async () => {
    mock.timers.enable({ apis: ["setTimeout", "setInterval", "Date"] })
    line = await SipLine.open()
    ;({ peer, driver } = line)
  })
  afterEach(() => {
    line.close()
    mock.timers.reset()
  })

  const pass = async (ms) => {
    for (let left = ms; left > 0; left -= 50) {
      mock.timers.tick(Math.min(50, left))
      await settle()
    }
  }
  const ringing = () => {
    peer.on.INVITE = (request) => peer.reply(request, 180, { headers: ["Contact: <sip:peer@peer.example;transport=ws>"] })
    return line.ringing()
  }
  const since = (count) => peer.methods().slice(count)
  const over = (heard) => heard.filter(({ type }) => type === "ended").map(({ by, cause }) => [by, cause])

  for (let ms = 0; ms <= 300; ms += 50) {
    it(`whose CANCEL is crossed by the answer ${ms} ms later acknowledges it, sends BYE and has ended only then`, async () => {
      const { session, heard } = await ringing()
      const invite = peer.last("INVITE")
      peer.on.CANCEL = (request) => {
        peer.reply(request, 200)
        if (ms === 0) peer.accept(invite)
        else setTimeout(() => peer.accept(invite), ms)
      }
      let bye
      peer.on.BYE = (request) => {
        bye = request
      }
      const before = peer.received.length
      driver.hangup(session)
      await settle()
      await pass(ms)
      assert.deepEqual(since(before), ["CANCEL", "ACK", "BYE"])
      assert.equal(peer.last("ACK").header("CSeq"), `${parseInt(invite.header("CSeq"), 10)} ACK`)
      assert.match(bye.header("To"), /tag=peer/)
      assert.deepEqual(over(heard), [])
      assert.equal(driver.isEnding(), true)
      peer.reply(bye, 200)
      await settle()
      assert.deepEqual(over(heard), [["local", "cancelled"]])
      assert.equal(driver.isEnding(), false)
      peer.accept(invite)
      await settle()
      assert.deepEqual(since(before), ["CANCEL", "ACK", "BYE", "ACK"])
    })
  }

  it("as the answer arrives, before its ACK left, acknowledges first", async () => {
    const { session, heard } = await ringing()
    const before = peer.received.length
    peer.accept(peer.last("INVITE"))
    driver.hangup(session)
    await settle()
    assert.deepEqual(since(before).slice(0, 2), ["ACK", "BYE"])
    assert.ok(!heard.some(({ type }) => type === "established"))
    assert.equal(over(heard).length, 1)
  })

  it("ends every fork that answered", async () => {
    const { session, heard } = await ringing()
    const invite = peer.last("INVITE")
    peer.on.CANCEL = (request) => {
      peer.reply(request, 200)
      peer.accept(invite, "first")
      peer.accept(invite, "second")
    }
    driver.hangup(session)
    await settle()
    const byes = peer.received.filter(({ method }) => method === "BYE").map((request) => /tag=(\w+)/.exec(request.header("To"))[1])
    assert.deepEqual(byes, ["first", "second"])
    assert.equal(over(heard).length, 1)
  })

  it("before any answer waits for the first one to send its CANCEL", async () => {
    peer.on.INVITE = () => {}
    const { session, heard } = await line.ringing()
    driver.hangup(session)
    await settle()
    assert.ok(!peer.methods().includes("CANCEL"))
    assert.deepEqual(over(heard), [])
    peer.reply(peer.last("INVITE"), 100)
    await settle()
    assert.ok(peer.last("CANCEL"))
    assert.deepEqual(over(heard), [["local", "cancelled"]])
  })

  it("that nobody answers is reported as over after 32 s, and tried until the other side knows", async () => {
    const { session, heard } = await line.answered()
    peer.on.BYE = () => {}
    driver.hangup(session)
    await pass(31950)
    assert.deepEqual(over(heard), [])
    await pass(50)
    assert.deepEqual(over(heard), [["local", "normal"]])
  })

  it("of an answered call lets go of the sound at once", async () => {
    const { session } = await line.answered()
    peer.on.BYE = () => {}
    driver.hangup(session)
    assert.equal(session.connection.signalingState, "closed")
  })
})

describe("a socket lost before the end", () => {
  let line
  let peer
  let driver
  beforeEach(async () => {
    mock.timers.enable({ apis: ["setTimeout", "setInterval", "Date"] })
    line = await SipLine.open()
    ;({ peer, driver } = line)
  })
  afterEach(() => {
    line.close()
    mock.timers.reset()
  })

  const reconnect = async () => {
    mock.timers.tick(3000)
    await settle()
  }
  const over = (heard) => heard.filter(({ type }) => type === "ended").map(({ by, cause }) => [by, cause])
  const count = (method) => peer.methods().filter((each) => each === method).length
  const ringing = () => {
    peer.on.INVITE = (request) => peer.reply(request, 180, { headers: ["Contact: <sip:peer@peer.example;transport=ws>"] })
    return line.ringing()
  }

  it("while it rings is no cancellation: lost, then CANCEL on the next socket, and ended when it was answered", async () => {
    const { heard, types } = await ringing()
    const invite = peer.last("INVITE")
    peer.cut()
    await settle()
    assert.deepEqual(types(), ["sending", "ringing", "lost"])
    assert.equal(driver.isEnding(), true)
    await reconnect()
    assert.equal(count("CANCEL"), 1)
    assert.equal(peer.last("CANCEL").header("Via"), invite.header("Via"))
    assert.equal(over(heard).length, 1)
    assert.equal(driver.isEnding(), false)
  })

  it("while it rings hangs up the answer that came over the next socket", async () => {
    const { heard } = await ringing()
    const invite = peer.last("INVITE")
    peer.on.CANCEL = (request) => {
      peer.reply(request, 200)
      peer.accept(invite)
    }
    peer.cut()
    await reconnect()
    assert.deepEqual(
      peer.methods().filter((method) => ["CANCEL", "ACK", "BYE"].includes(method)),
      ["CANCEL", "ACK", "BYE"],
    )
    assert.equal(over(heard).length, 1)
  })

  it("while the customer answered unheard: a CANCEL that is too late is followed by the BYE of the early dialog", async () => {
    const { heard } = await ringing()
    peer.on.CANCEL = (request) => peer.reply(request, 481)
    peer.cut()
    await reconnect()
    assert.equal(count("BYE"), 1)
    assert.match(peer.last("BYE").header("To"), /tag=peer/)
    assert.equal(over(heard).length, 1)
  })

  it("ends when the CANCEL was taken and no other answer finds the new socket", async () => {
    const { heard } = await ringing()
    peer.on.CANCEL = (request) => peer.reply(request, 200)
    peer.cut()
    await reconnect()
    assert.deepEqual(over(heard), [])
    mock.timers.tick(2000)
    await settle()
    assert.equal(over(heard).length, 1)
  })

  it("again and again still ends with a CANCEL that was heard", async () => {
    const { heard } = await ringing()
    peer.on.CANCEL = () => {}
    peer.cut()
    await reconnect()
    peer.cut()
    delete peer.on.CANCEL
    await reconnect()
    assert.equal(count("CANCEL"), 2)
    assert.equal(over(heard).length, 1)
  })

  it("with an answered call hung up on the dead path keeps the BYE for the next socket", async () => {
    const { session, heard } = await line.answered()
    peer.on.BYE = () => {}
    driver.hangup(session)
    await settle()
    assert.equal(count("BYE"), 1)
    assert.deepEqual(over(heard), [])
    driver.dropSocket()
    delete peer.on.BYE
    await reconnect()
    assert.equal(count("BYE"), 2)
    assert.deepEqual(over(heard), [["local", "normal"]])
    assert.equal(driver.isEnding(), false)
  })

  it("gives up after three minutes", async () => {
    const { session } = await line.answered()
    peer.open = false
    peer.cut()
    driver.hangup(session)
    mock.timers.tick(179999)
    assert.equal(driver.isEnding(), true)
    mock.timers.tick(1)
    assert.equal(driver.isEnding(), false)
  })
})
