import { EventBus } from "../event-bus.js"
import { PhoneError } from "../phone-error.js"

/** A peer connection without a network: enough for senders, tracks and states. */
export class FakePeerConnection extends EventTarget {
  iceConnectionState = "connected"
  signalingState = "stable"
  closed = false
  #senders

  constructor(stream) {
    super()
    this.#senders = (stream?.getAudioTracks() ?? []).map((track) => ({
      track,
      async replaceTrack(next) {
        this.track = next
      },
    }))
  }

  getSenders() {
    return this.#senders
  }
  async getStats() {
    return new Map()
  }
  close() {
    this.closed = true
  }

  become(state) {
    this.iceConnectionState = state
    this.dispatchEvent(new Event("iceconnectionstatechange"))
  }
}

/** The other side is played by hand: `ring()`, `earlyMedia()`, `answer()`, `busy()`, `bye()`. */
export class FakeSession extends EventBus {
  sipCallId = null
  offers = []
  tones = []
  muted = false
  terminated = false
  refuses = null

  constructor(driver, { target, stream, extraHeaders = [] }) {
    super()
    Object.assign(this, { driver, target, stream, extraHeaders })
  }

  begin() {
    this.connection = new FakePeerConnection(this.stream)
    this.emit("peerconnection", this.connection)
  }

  send(target = this.target) {
    this.target = target
    queueMicrotask(() => {
      if (this.terminated) return
      this.sipCallId = crypto.randomUUID()
      this.driver.sent.push("INVITE")
      this.emit("sending")
    })
  }

  ring() {
    this.emit("ringing")
  }
  earlyMedia() {
    this.emit("early")
  }
  answer() {
    this.emit("established")
  }
  bye() {
    this.emit("ended", { by: "remote", sipCode: null, cause: "normal" })
  }
  fail(sipCode, cause) {
    this.emit("ended", { by: "remote", sipCode, cause })
  }
  heard() {
    this.ended = true
    this.emit("ended", { by: "local", sipCode: null, cause: "normal" })
  }
  lose() {
    this.terminated = true
    this.emit("lost")
  }
  loseMedia() {
    this.emit("recoverable", { cause: "RTP Timeout" })
  }

  hold() {
    return this.#offer("hold", "hold_refused")
  }
  unhold() {
    return this.#offer("unhold", "unhold_refused")
  }
  restartIce() {
    return this.#offer("iceRestart", "renegotiation_refused")
  }
  setMuted(muted) {
    this.muted = muted
  }
  sendDTMF(tones, mode) {
    this.tones.push({ tones, mode })
  }

  async #offer(kind, refusal) {
    if (!this.driver.isConnected()) throw new PhoneError("network")
    this.offers.push(kind)
    await null
    if (this.refuses === kind) throw new PhoneError(refusal)
  }
}

/** Stands where JsSIP stands. Registers by itself unless told `answers: "auth" | "silence"`. */
export class FakeDriver extends EventBus {
  sent = []
  sessions = []
  iceServers = []
  alive = true
  answersOptions = true
  deaf = false
  #connected = false
  #registered = false

  /** `realm`: what the server's challenge names. */
  constructor(credentials, { answers = "ok", realm } = {}) {
    super()
    this.credentials = credentials
    this.realm = realm
    this.answers = answers
  }

  get session() {
    return this.sessions.at(-1)
  }

  start() {
    queueMicrotask(() => this.connect())
  }

  connect() {
    if (this.#connected || this.stopped) return
    this.#connected = true
    this.emit("connected")
    this.register()
  }

  register() {
    this.sent.push("REGISTER")
    if (!this.alive) return
    if (this.answers !== "silence") this.emit("heard")
    if (this.realm && this.credentials.realm !== this.realm) {
      this.emit("registrationFailed", { cause: "auth", sipCode: 401, realm: this.realm })
      return
    }
    if (this.answers === "auth") this.emit("registrationFailed", { cause: "auth", sipCode: 403 })
    if (this.answers !== "ok") return
    this.#registered = true
    this.emit("registered")
  }

  unregister() {
    if (!this.#registered) return
    this.#registered = false
    this.sent.push("UNREGISTER")
    this.emit("unregistered")
  }

  loseSocket() {
    this.#connected = this.#registered = false
    this.emit("disconnected")
  }

  stop() {
    this.stopped = true
    if (this.#registered) this.sent.push("UNREGISTER")
    for (const session of this.sessions) this.hangup(session)
    this.#connected = this.#registered = false
  }

  /** With `deaf`, the other side never hears of the hang-up: `session.heard()` tells it. */
  hangup(session) {
    if (session.terminated) return
    session.terminated = true
    if (session.sipCallId) this.sent.push("BYE")
    if (!this.deaf) session.heard()
  }

  isEnding() {
    return this.sessions.some(({ terminated, ended }) => terminated && !ended)
  }

  prepare(target, { stream, extraHeaders, onSession }) {
    const session = new FakeSession(this, { target, stream, extraHeaders })
    this.sessions.push(session)
    onSession(session)
    session.begin()
    return session
  }

  /** An INVITE from the provider. */
  invite(headers = {}, from = "api4com") {
    const session = new FakeSession(this, { target: from })
    const incoming = {
      session,
      from,
      header: (name) => headers[name],
      reject: (code) => {
        incoming.rejected = code
      },
      answer: ({ stream }) => {
        this.sessions.push(session)
        incoming.answered = true
        session.stream = stream
        session.sipCallId = crypto.randomUUID()
        session.connection = new FakePeerConnection(stream)
        session.emit("peerconnection", session.connection)
        session.emit("established")
      },
    }
    this.emit("incoming", incoming)
    return incoming
  }

  async ping() {
    if (!this.alive || !this.answersOptions) return new Promise(() => {})
    this.emit("heard")
    return true
  }
  dropSocket() {
    this.sent.push("DROP")
    this.loseSocket()
  }
  reconnectNow() {
    this.sent.push("RECONNECT")
  }
  isConnected() {
    return this.#connected
  }
  isRegistered() {
    return this.#registered
  }
  setDebug() {}
}
