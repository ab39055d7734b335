import { mock } from "node:test"
import { JsSipDriver } from "../drivers/jssip-driver.js"
import { MutePeerConnection, SipPeer } from "./sip-peer.js"
import { CREDENTIALS, FakeStream, settle } from "./support.js"

const OPTIONS = {
  registerExpires: 180,
  instanceId: "0b0e2a0c-6f9f-4f6e-9d0e-3a1b2c3d4e5f",
  userAgentString: "libwebphone",
  noAnswerTimeout: 60,
  recoveryMinInterval: 2,
  recoveryMaxInterval: 30,
  gatherTimeout: 1000,
}
const DRIVER_EVENTS = ["connected", "disconnected", "registered", "registrationFailed"]
const SESSION_EVENTS = ["sending", "ringing", "early", "established", "recoverable", "lost", "ended"]

/** The driver on JsSIP, registered at a SipPeer. Needs mocked timers; `close()` takes the browser's globals away again. */
export class SipLine {
  peer = new SipPeer()
  events = []

  static async open(options) {
    const line = new SipLine()
    Object.assign(globalThis, {
      window: { RTCPeerConnection: MutePeerConnection },
      RTCPeerConnection: MutePeerConnection,
      RTCSessionDescription: class {
        constructor(init) {
          Object.assign(this, init)
        }
      },
    })
    line.driver = new JsSipDriver(CREDENTIALS, { ...OPTIONS, ...options, openSocket: line.peer.connect })
    for (const type of DRIVER_EVENTS) line.driver.on(type, () => line.events.push(type))
    line.driver.start()
    await settle()
    return line
  }

  close() {
    this.driver.stop()
    mock.timers.tick(200000)
    for (const name of ["window", "RTCPeerConnection", "RTCSessionDescription"]) delete globalThis[name]
  }

  /** The INVITE leaves when a second has passed: nothing of the fake peer connection is ever gathered. */
  async dial() {
    const heard = []
    let session
    this.driver.call("+5511960000001", {
      stream: new FakeStream(),
      onSession: (made) => {
        session = made
        for (const type of SESSION_EVENTS) made.on(type, (data) => heard.push({ type, ...data }))
      },
    })
    await settle()
    return { session, heard, types: () => heard.map(({ type }) => type) }
  }

  async answered() {
    const made = await this.dial()
    mock.timers.tick(1000)
    await settle()
    return made
  }

  /** As `answered`, with whatever the peer answers instead. */
  ringing() {
    return this.answered()
  }
}
