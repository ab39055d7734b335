/** A browser waits minutes for a handshake that nobody answers. */
const OPEN_MS = 8000
/** Whoever is there has said at least "100 Trying" by then. */
const SILENT_MS = 3000

/** @param {string} message */
const expectsAnswer = (message) => !/^(ACK |SIP\/2\.0|\s)/.test(message)

/**
 * JsSIP's Socket interface with what its own lacks: `drop()` gives up a dead connection at once and makes JsSIP reconnect, a
 * handshake that hangs is given up, `onheard` is called for whatever arrives and `onsilence` when a request stayed without anything.
 */
export class SipSocket {
  /** @type {WebSocket | null} */
  #socket = null
  #open
  /** @type {number | undefined} */
  #opening
  /** @type {number | null} */
  #silence = null

  /** @param {string} url @param {(address: string) => WebSocket} [open] */
  constructor(url, open = (address) => new WebSocket(address, "sip")) {
    const { protocol, host } = new URL(url)
    if (protocol !== "wss:" && protocol !== "ws:") throw new TypeError(`not a WebSocket address: ${url}`)
    this.url = url
    this.via_transport = protocol.slice(0, -1).toUpperCase()
    this.sip_uri = `sip:${host};transport=ws`
    this.#open = open
    this.onconnect = this.onheard = this.onsilence = () => {}
    /** @type {(lost: boolean, code: number, reason: string) => void} */
    this.ondisconnect = () => {}
    /** @type {(data: string) => void} */
    this.ondata = () => {}
  }

  connect() {
    if (this.#socket && this.#socket.readyState <= 1) return
    /** @type {WebSocket} */
    let socket
    try {
      socket = this.#open(this.url)
    } catch {
      queueMicrotask(() => this.ondisconnect(true, 0, "not opened"))
      return
    }
    this.#socket = socket
    this.#opening = setTimeout(() => this.drop(), OPEN_MS)
    socket.onopen = () => {
      clearTimeout(this.#opening)
      this.onconnect()
    }
    socket.onmessage = ({ data }) => {
      this.#stopWaiting()
      this.onheard()
      this.ondata(data)
    }
    socket.onclose = ({ wasClean, code, reason }) => {
      this.#forget()
      this.ondisconnect(!wasClean, code, reason)
    }
  }

  disconnect() {
    if (!this.#socket) return
    const socket = this.#socket
    this.#forget()
    socket.onopen = socket.onmessage = socket.onclose = null
    socket.close()
  }

  drop() {
    if (!this.#socket) return
    this.disconnect()
    this.ondisconnect(true, 1006, "dropped")
  }

  /** @param {string} message */
  send(message) {
    if (this.#socket?.readyState !== 1) return false
    this.#socket.send(message)
    if (expectsAnswer(message)) this.#silence ??= setTimeout(() => this.#tellSilence(), SILENT_MS)
    return true
  }

  #tellSilence() {
    this.#silence = null
    this.onsilence()
  }

  #stopWaiting() {
    clearTimeout(this.#silence ?? undefined)
    this.#silence = null
  }

  #forget() {
    clearTimeout(this.#opening)
    this.#stopWaiting()
    this.#socket = null
  }
}
