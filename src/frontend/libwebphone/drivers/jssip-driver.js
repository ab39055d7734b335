import JsSIP from "jssip"
import { causeOfSip } from "../causes.js"
import { EventBus } from "../event-bus.js"
import { JsSipSession } from "./jssip-session.js"
import { SipSocket } from "./sip-socket.js"

/** @import { CallOptions, Credentials, DriverEvents, Incoming } from "../types.js" */

/** @typedef {any} Raw JsSIP's own objects: its types leave out the private parts that are needed here. */

/**
 * @typedef {object} DriverOptions
 * @property {number} registerExpires
 * @property {number} noAnswerTimeout
 * @property {string} instanceId
 * @property {string} userAgentString
 * @property {number} recoveryMinInterval
 * @property {number} recoveryMaxInterval
 * @property {number} gatherTimeout
 * @property {(address: string) => WebSocket} [openSocket]
 */

/** @typedef {{ stream: MediaStream | null, extraHeaders: string[], iceTransportPolicy: RTCIceTransportPolicy, onSession: (session: JsSipSession) => void }} Placing */

/** @type {Record<number, string>} */
const CHALLENGES = { 401: "www-authenticate", 407: "proxy-authenticate" }

/** JsSIP itself closes a stopped user agent's socket after this. */
const STOPPED_MS = 2000

/**
 * JsSIP takes a string without @ for a user of its own domain.
 * @param {string} uri
 */
function serverOf(uri) {
  const server = /** @type {Raw} */ (JsSIP.URI.parse(uri))
  server.user = null
  return server
}

/**
 * The realm of a challenge that ours cannot answer: the hash is good for one realm only.
 * @param {Raw} response
 * @param {string} known
 */
function foreignRealm(response, known) {
  const header = CHALLENGES[response?.status_code]
  const realm = header && response.parseHeader(header)?.realm
  return realm && realm !== known ? realm : undefined
}

/**
 * The only module that knows JsSIP's user agent. Events: connecting, connected, disconnected, registered, unregistered,
 * registrationFailed, incoming; heard (anything arrived), silent (a request stayed without an answer for seconds).
 * @extends {EventBus<DriverEvents>}
 */
export class JsSipDriver extends EventBus {
  /** @type {Raw} */
  #ua
  #sockets
  #options
  /** @type {Set<JsSipSession>} */
  #sessions = new Set()
  #server

  /** @param {Credentials} credentials @param {DriverOptions} options */
  constructor(credentials, options) {
    super()
    this.#options = options
    this.iceServers = credentials.iceServers ?? []
    this.#server = serverOf(credentials.uri)
    this.#sockets = credentials.wssUrl.map((url) => new SipSocket(url, options.openSocket))
    for (const socket of this.#sockets) {
      socket.onheard = () => this.emit("heard")
      socket.onsilence = () => this.emit("silent")
    }
    this.#ua = new JsSIP.UA(
      /** @type {Raw} */ ({
        sockets: this.#sockets.map((socket, index) => ({ socket, weight: this.#sockets.length - index })),
        uri: credentials.uri,
        authorization_user: credentials.authorizationUser,
        realm: credentials.realm,
        ha1: credentials.ha1,
        display_name: credentials.displayName,
        register: true,
        register_expires: credentials.registerExpires ?? options.registerExpires,
        session_timers: false,
        instance_id: options.instanceId,
        user_agent: options.userAgentString,
        no_answer_timeout: options.noAnswerTimeout,
        connection_recovery_min_interval: options.recoveryMinInterval,
        connection_recovery_max_interval: options.recoveryMaxInterval,
      }),
    )
    this.#listen(credentials.realm)
  }

  start() {
    this.#ua.start()
  }

  /** BYE, CANCEL and un-REGISTER leave in this tick, so it works in `pagehide`. */
  stop() {
    this.#ua.stop()
    for (const session of this.#ending()) setTimeout(() => session.abandon(), STOPPED_MS)
  }

  register() {
    this.#ua.register()
  }

  unregister() {
    this.#ua.unregister()
  }

  isConnected() {
    return this.#ua.isConnected()
  }

  isRegistered() {
    return this.#ua.isRegistered()
  }

  reconnectNow() {
    this.#ua.transport.connect()
  }

  dropSocket() {
    this.#sockets.find((socket) => socket.url === this.#ua.transport.url)?.drop()
  }

  /** Resolves true when anybody answered, whatever the answer. */
  ping() {
    return new Promise((/** @type {(answered: boolean) => void} */ resolve) => {
      this.#ua.sendOptions(this.#server, null, {
        eventHandlers: { succeeded: () => resolve(true), failed: (/** @type {Raw} */ { response }) => resolve(Boolean(response)) },
      })
    })
  }

  /** @param {string} target @param {Placing} options */
  call(target, options) {
    const session = this.prepare(target, options)
    session.send()
    return session
  }

  /**
   * Everything up to the INVITE, which leaves with the session's `send()`.
   * @param {string} target
   * @param {Placing} options
   */
  prepare(target, { stream, extraHeaders, iceTransportPolicy, onSession }) {
    const session = this.#newSession()
    onSession(session)
    session.bind(
      this.#ua.call(target, {
        mediaStream: stream,
        mediaConstraints: { audio: true, video: false },
        pcConfig: { iceServers: this.iceServers, iceTransportPolicy },
        extraHeaders,
        eventHandlers: session.handlers(),
      }),
    )
    return session.holdBack()
  }

  /**
   * `ended` comes when the other side knows: without a socket the BYE or the CANCEL leaves after the reconnection.
   * @param {JsSipSession} session
   */
  hangup(session) {
    session.terminate()
  }

  /** True while somebody may still believe in a call of ours that was hung up. */
  isEnding() {
    return this.#ending().length > 0
  }

  /** @param {boolean} on */
  setDebug(on) {
    if (on) JsSIP.debug.enable("JsSIP:*")
    else JsSIP.debug.disable()
  }

  #newSession() {
    const session = new JsSipSession({
      isConnected: () => this.isConnected(),
      gatherTimeout: this.#options.gatherTimeout,
      hostsOnly: this.iceServers.length === 0,
    })
    for (const known of this.#sessions) {
      if (known.over) this.#sessions.delete(known)
    }
    this.#sessions.add(session)
    return session
  }

  #ending() {
    return [...this.#sessions].filter(({ ending }) => ending)
  }

  /** @param {string} knownRealm */
  #listen(knownRealm) {
    const ua = this.#ua
    ua.on("connecting", () => this.emit("connecting"))
    ua.on("connected", () => {
      for (const session of this.#ending()) session.resume()
      this.emit("connected")
    })
    ua.on("disconnected", () => this.emit("disconnected"))
    ua.on("registered", () => this.emit("registered"))
    ua.on("unregistered", () => this.emit("unregistered"))
    ua.on("registrationFailed", (/** @type {Raw} */ { response, cause }) => {
      // A lost socket also fails the REGISTERs of the last five seconds, answered ones included.
      if (!this.isConnected()) return
      const sipCode = response?.status_code ?? null
      const realm = foreignRealm(response, knownRealm)
      this.emit("registrationFailed", { sipCode, cause: sipCode === 403 ? "auth" : causeOfSip(sipCode, cause), ...(realm && { realm }) })
    })
    ua.on("newRTCSession", (/** @type {Raw} */ { originator, session, request }) => {
      if (originator === "remote") this.emit("incoming", this.#incoming(session, request))
    })
  }

  /** @param {Raw} raw @param {Raw} request @returns {Incoming} */
  #incoming(raw, request) {
    const session = this.#newSession()
    session.sipCallId = request.call_id
    for (const [type, handler] of Object.entries(session.handlers())) raw.on(type, handler)
    session.bind(raw)
    return {
      session,
      from: raw.remote_identity.uri.user,
      header: (name) => request.getHeader(name),
      reject: (code) => raw.terminate({ status_code: code }),
      answer: ({ stream, iceTransportPolicy }) => raw.answer({ mediaStream: stream, pcConfig: { iceServers: this.iceServers, iceTransportPolicy } }),
    }
  }
}
