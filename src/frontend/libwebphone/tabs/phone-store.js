/**
 * @import { CallInfo, CallSummary, PhoneEvent, PhoneEventType, PhoneState, Role, Snapshot } from "../types.js"
 * @import { Call } from "../call/call.js"
 */

const REMEMBERED = 5
/** @type {Snapshot} */
const EMPTY = { userAgent: { state: "stopped" }, calls: [], audioBlocked: false }

/** What a tab knows of the phone: the host's own state, or its mirror elsewhere. */
export class PhoneStore {
  /** @type {Role} */
  role = "none"
  #snapshot = EMPTY
  /** @type {Map<string, { call: CallInfo, summary?: CallSummary }>} */
  #past = new Map()

  /** @returns {PhoneState} */
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

  /** @param {Snapshot} snapshot */
  apply(snapshot) {
    this.#snapshot = snapshot
  }

  reset() {
    this.#snapshot = EMPTY
  }

  /** @param {string} id */
  find(id) {
    return this.calls.find((call) => call.id === id) ?? this.#past.get(id)?.call
  }

  /** @param {string} id */
  summaryOf(id) {
    return this.#past.get(id)?.summary ?? summarise(/** @type {CallInfo} */ (this.find(id)))
  }

  /** The calls of a host that died without a word, ended. */
  orphans() {
    return this.calls.map((call) => {
      /** @type {CallInfo} */
      const ended = { ...call, state: call.established ? "ended" : "failed", endedAt: call.endedAt ?? call.lastSignAt ?? new Date().toISOString() }
      return { call: ended, cause: "network", summary: summarise(ended, { endedBy: "network", cause: "network" }) }
    })
  }

  /**
   * A call that just ended is still found by its id.
   * @param {PhoneEvent} options
   */
  remember({ type, call, summary }) {
    if (!call || (type !== "call.failed" && type !== "call.ended")) return
    this.#past.set(call.id, { call, summary })
    if (this.#past.size > REMEMBERED) this.#past.delete(String(this.#past.keys().next().value))
  }
}

/** @param {CallInfo} call @param {Partial<CallSummary>} [end] @returns {CallSummary} */
function summarise(call, end = {}) {
  const { id, providerCallId, sipCallId, direction, metadata, startedAt, establishedAt, connectedAt, endedAt } = call
  return {
    callId: id,
    providerCallId,
    sipCallId,
    direction,
    metadata,
    startedAt,
    establishedAt,
    connectedAt,
    endedAt,
    endedBy: null,
    sipCode: null,
    cause: null,
    quality: null,
    ...end,
  }
}
