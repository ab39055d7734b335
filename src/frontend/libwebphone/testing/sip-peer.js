const SDP = ["v=0", "o=- 1 1 IN IP4 127.0.0.1", "s=-", "c=IN IP4 127.0.0.1", "t=0 0", "m=audio 9 UDP/TLS/RTP/SAVPF 0", "a=sendrecv", ""].join("\r\n")

/** A registrar and callee at the other end of JsSIP's socket. `on.INVITE` and the like replace its answers. */
export class SipPeer {
  received = []
  on = {}
  open = true
  #sockets = []

  get socket() { return this.#sockets.at(-1) }

  /** What the driver's `openSocket` asks for: enough of a WebSocket. */
  connect = () => {
    const socket = { readyState: 0, send: message => this.#receive(String(message)), close() { socket.readyState = 3 } }
    this.#sockets.push(socket)
    queueMicrotask(() => {
      if (!this.open) return this.cut(socket)
      socket.readyState = 1
      socket.onopen?.()
    })
    return socket
  }

  cut(socket = this.socket) {
    socket.readyState = 3
    socket.onclose?.({ wasClean: false, code: 1006, reason: "" })
  }

  methods() {
    return this.received.map(({ method }) => method)
  }

  last(method) {
    return this.received.findLast(request => request.method === method)
  }

  reply(request, status, { headers = [], body = "", tag = "peer" } = {}) {
    const to = /;tag=/.test(request.header("To")) || status === 100 ? request.header("To") : `${request.header("To")};tag=${tag}`
    this.socket.onmessage?.({ data: [
      `SIP/2.0 ${status} Reason`, ...request.headers("Via").map(via => `Via: ${via}`), `From: ${request.header("From")}`, `To: ${to}`,
      `Call-ID: ${request.header("Call-ID")}`, `CSeq: ${request.header("CSeq")}`, ...headers, `Content-Length: ${body.length}`, "", body,
    ].join("\r\n") })
  }

  accept(request, tag) {
    this.reply(request, 200, { headers: ["Contact: <sip:peer@peer.example;transport=ws>", "Content-Type: application/sdp"], body: SDP, tag })
  }

  #receive(message) {
    const request = parse(message)
    if (!request) return
    this.received.push(request)
    const answer = this.on[request.method] ?? this[`_${request.method}`]
    queueMicrotask(() => answer?.call(this, request))
  }

  _REGISTER(request) {
    if (!request.header("Authorization")) {
      this.reply(request, 401, { headers: ['WWW-Authenticate: Digest realm="aurora.example", nonce="n", algorithm=MD5'] })
    } else {
      this.reply(request, 200, { headers: [`Contact: ${request.header("Contact")}`] })
    }
  }

  /** RFC 3261 9.2: the CANCEL is answered by itself, and the INVITE with 487 unless it was answered before. */
  _CANCEL(request) {
    this.reply(request, 200)
    this.reply(this.last("INVITE"), 487)
  }

  _INVITE(request) { this.accept(request) }
  _BYE(request) { this.reply(request, 200) }
  _OPTIONS(request) { this.reply(request, 200) }
}

function parse(message) {
  const [head, body] = message.split("\r\n\r\n")
  const [first, ...lines] = head.split("\r\n")
  if (first.startsWith("SIP/2.0")) return null
  const headers = name => lines.filter(line => line.toLowerCase().startsWith(`${name.toLowerCase()}:`)).map(line => line.slice(name.length + 1).trim())
  return { first, method: first.split(" ")[0], headers, header: name => headers(name)[0], body }
}

/** Gathers one host candidate and never finishes, as with a STUN server that is mute. */
export class MutePeerConnection extends EventTarget {
  iceConnectionState = "new"
  iceGatheringState = "new"
  signalingState = "stable"
  localDescription = null
  #senders = []

  addTrack(track) { this.#senders.push({ track }) }
  getSenders() { return this.#senders }
  async createOffer(constraints) { return { type: "offer", sdp: constraints?.iceRestart ? SDP.replace("s=-", "s=restart") : SDP } }

  async setLocalDescription(description) {
    if (description.type === "rollback") {
      this.signalingState = "stable"
      return
    }
    this.signalingState = "have-local-offer"
    this.localDescription = description
    this.iceGatheringState = "gathering"
    this.#gather()
  }

  /** A browser tells its candidates in a later task, when JsSIP already listens. */
  async #gather() {
    for (let turn = 0; turn < 10; turn++) await null
    this.dispatchEvent(Object.assign(new Event("icecandidate"), { candidate: { type: "host" } }))
  }

  async setRemoteDescription() { this.signalingState = "stable" }
  close() { this.signalingState = "closed" }

  failIce() {
    this.iceConnectionState = "failed"
    this.dispatchEvent(new Event("iceconnectionstatechange"))
  }
}
