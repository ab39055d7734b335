const SDP = ["v=0", "o=- 1 1 IN IP4 127.0.0.1", "s=-", "c=IN IP4 127.0.0.1", "t=0 0", "m=audio 9 UDP/TLS/RTP/SAVPF 0", "a=sendrecv", ""].join("\r\n")

/** A registrar and callee at the other end of JsSIP's socket. `on.INVITE` and the like replace its answers. */
export class SipPeer {
  received = []
  on = {}
  open = true
  /** Takes the connection and never finishes its handshake. */
  hangs = false
  /** Hears everything and answers nothing, as a path that died without a word. */
  mute = false
  #sockets = []

  get socket() {
    return this.#sockets.at(-1)
  }
  get attempts() {
    return this.#sockets.length
  }

  /** What the driver's `openSocket` asks for: enough of a WebSocket. */
  connect = () => {
    const socket = {
      readyState: 0,
      send: (message) => this.#receive(String(message)),
      close() {
        socket.readyState = 3
      },
    }
    this.#sockets.push(socket)
    queueMicrotask(() => {
      if (this.hangs) return
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
    return this.received.findLast((request) => request.method === method)
  }

  reply(request, status, { headers = [], body = "", tag = "peer" } = {}) {
    const to = /;tag=/.test(request.header("To")) || status === 100 ? request.header("To") : `${request.header("To")};tag=${tag}`
    this.socket.onmessage?.({
      data: [
        `SIP/2.0 ${status} Reason`,
        ...request.headers("Via").map((via) => `Via: ${via}`),
        `From: ${request.header("From")}`,
        `To: ${to}`,
        `Call-ID: ${request.header("Call-ID")}`,
        `CSeq: ${request.header("CSeq")}`,
        ...headers,
        `Content-Length: ${body.length}`,
        "",
        body,
      ].join("\r\n"),
    })
  }

  accept(request, tag) {
    this.reply(request, 200, { headers: ["Contact: <sip:peer@peer.example;transport=ws>", "Content-Type: application/sdp"], body: SDP, tag })
  }

  /** A request of ours inside the dialog of an answered INVITE, with an offer. */
  reinvite(invite, direction) {
    this.sequence = (this.sequence ?? 0) + 1
    this.socket.onmessage?.({
      data: [
        `INVITE ${/<([^>]+)>/.exec(invite.header("Contact"))[1]} SIP/2.0`,
        `Via: SIP/2.0/WS peer.example;branch=z9hG4bKpeer${this.sequence}`,
        `From: ${invite.header("To")}${/;tag=/.test(invite.header("To")) ? "" : ";tag=peer"}`,
        `To: ${invite.header("From")}`,
        `Call-ID: ${invite.header("Call-ID")}`,
        `CSeq: ${this.sequence} INVITE`,
        "Contact: <sip:peer@peer.example;transport=ws>",
        "Max-Forwards: 70",
        "Content-Type: application/sdp",
        `Content-Length: ${SDP.replace("sendrecv", direction).length}`,
        "",
        SDP.replace("sendrecv", direction),
      ].join("\r\n"),
    })
  }

  #receive(message) {
    const request = parse(message)
    if (!request) {
      this.#acknowledge(message)
      return
    }
    this.received.push(request)
    const answer = this.on[request.method] ?? this[`_${request.method}`]
    if (!this.mute) queueMicrotask(() => answer?.call(this, request))
  }

  /** Its own 200 to our INVITE. */
  #acknowledge(message) {
    const [head] = message.split("\r\n\r\n")
    if (!/^SIP\/2\.0 200/.test(head) || !/CSeq: \d+ INVITE/i.test(head)) return
    const header = (name) => new RegExp(`^${name}: (.*)$`, "im").exec(head)[1].trim()
    this.socket.onmessage?.({
      data: [
        `ACK ${/<([^>]+)>/.exec(header("Contact"))[1]} SIP/2.0`,
        `Via: SIP/2.0/WS peer.example;branch=z9hG4bKack${this.sequence}`,
        `From: ${header("From")}`,
        `To: ${header("To")}`,
        `Call-ID: ${header("Call-ID")}`,
        `CSeq: ${this.sequence} ACK`,
        "Content-Length: 0",
        "",
        "",
      ].join("\r\n"),
    })
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

  _INVITE(request) {
    this.accept(request)
  }
  _BYE(request) {
    this.reply(request, 200)
  }
  _OPTIONS(request) {
    this.reply(request, 200)
  }
}

function parse(message) {
  const [head, body] = message.split("\r\n\r\n")
  const [first, ...lines] = head.split("\r\n")
  if (first.startsWith("SIP/2.0")) return null
  const headers = (name) => lines.filter((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`)).map((line) => line.slice(name.length + 1).trim())
  return { first, method: first.split(" ")[0], headers, header: (name) => headers(name)[0], body }
}

/** Gathers one host candidate and never finishes, as with a STUN server that is mute. */
export class MutePeerConnection extends EventTarget {
  iceConnectionState = "new"
  iceGatheringState = "new"
  signalingState = "stable"
  localDescription = null
  #senders = []

  addTrack(track) {
    this.#senders.push({ track })
  }
  getSenders() {
    return this.#senders
  }
  async createAnswer() {
    return { type: "answer", sdp: SDP }
  }
  async createOffer(constraints) {
    return { type: "offer", sdp: constraints?.iceRestart ? SDP.replace("s=-", "s=restart") : SDP }
  }

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

  async setRemoteDescription() {
    this.signalingState = "stable"
  }
  close() {
    this.signalingState = "closed"
  }

  failIce() {
    this.iceConnectionState = "failed"
    this.dispatchEvent(new Event("iceconnectionstatechange"))
  }
}
