const REMEMBERED = 5
const EMPTY = { userAgent: { state: "stopped" }, calls: [], audioBlocked: false }

/** What a tab knows of the phone: the host's own state, or its mirror elsewhere. */
export class PhoneStore {
  role = "none"
  #snapshot = EMPTY
  #past = new Map()

  get state() {
    const { userAgent, calls, audioBlocked } = this.#snapshot
    const phone = calls.length > 0 ? "in_call" : userAgent.state === "registered" ? "registered" : "disconnected"
    return structuredClone({ role: this.role, userAgent, phone, calls, audioBlocked })
  }

  get calls() {
    return this.#snapshot.calls
  }

  get userAgentState() {
    return this.#snapshot.userAgent.state
  }

  apply(snapshot) {
    this.#snapshot = snapshot
  }

  reset() {
    this.#snapshot = EMPTY
  }

  find(id) {
    return this.calls.find(call => call.id === id) ?? this.#past.get(id)?.call
  }

  summaryOf(id) {
    return this.#past.get(id)?.summary ?? summarise(this.find(id))
  }

  /** The calls of a host that died without a word, ended. */
  orphans() {
    return this.calls.map(call => {
      const ended = { ...call, state: call.established ? "ended" : "failed", endedAt: call.endedAt ?? call.lastSignAt ?? new Date().toISOString() }
      return { call: ended, cause: "network", summary: summarise(ended, { endedBy: "network", cause: "network" }) }
    })
  }

  /** A call that just ended is still found by its id. */
  remember({ type, call, summary }) {
    if (type !== "call.failed" && type !== "call.ended") return
    this.#past.set(call.id, { call, summary })
    if (this.#past.size > REMEMBERED) this.#past.delete(this.#past.keys().next().value)
  }
}

function summarise(call, end = {}) {
  const { id, providerCallId, sipCallId, direction, metadata, startedAt, establishedAt, connectedAt, endedAt } = call
  return {
    callId: id, providerCallId, sipCallId, direction, metadata, startedAt, establishedAt, connectedAt, endedAt,
    endedBy: null, sipCode: null, cause: null, quality: null, ...end,
  }
}
