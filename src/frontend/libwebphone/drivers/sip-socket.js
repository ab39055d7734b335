/** JsSIP's Socket interface with one thing its own lacks: `drop()` gives up a dead connection at once and makes JsSIP reconnect. */
export class SipSocket {
  #socket = null
  #open

  constructor(url, open = address => new WebSocket(address, "sip")) {
    const { protocol, host } = new URL(url)
    if (protocol !== "wss:" && protocol !== "ws:") throw new TypeError(`not a WebSocket address: ${url}`)
    this.url = url
    this.via_transport = protocol.slice(0, -1).toUpperCase()
    this.sip_uri = `sip:${host};transport=ws`
    this.#open = open
    this.onconnect = this.ondisconnect = this.ondata = () => {}
  }

  connect() {
    if (this.#socket && this.#socket.readyState <= 1) return
    let socket
    try {
      socket = this.#open(this.url)
    } catch {
      queueMicrotask(() => this.ondisconnect(true, 0, "not opened"))
      return
    }
    this.#socket = socket
    socket.onopen = () => this.onconnect()
    socket.onmessage = ({ data }) => this.ondata(data)
    socket.onclose = ({ wasClean, code, reason }) => {
      this.#socket = null
      this.ondisconnect(!wasClean, code, reason)
    }
  }

  disconnect() {
    if (!this.#socket) return
    const socket = this.#socket
    this.#socket = null
    socket.onopen = socket.onmessage = socket.onclose = null
    socket.close()
  }

  drop() {
    if (!this.#socket) return
    this.disconnect()
    this.ondisconnect(true, 1006, "dropped")
  }

  send(message) {
    if (this.#socket?.readyState !== 1) return false
    this.#socket.send(message)
    return true
  }
}
