import { isOver, mayMove } from "./call-state.js"

/**
 * @import { JsSipSession } from "../drivers/jssip-session.js"
 * @import { CallInfo, CallQuality, CallState, CallSummary, Cause, EndedBy, EventDetails, Outcome, PhoneEventType, Publish, Via } from "../types.js"
 */

/** @typedef {{ id: string, number: string, name?: string, direction?: "outgoing" | "incoming", via?: Via, metadata?: Record<string, unknown> }} CallData */

const now = () => new Date().toISOString()

/** Nothing ticks in a machine that sleeps: whatever comes after such a gap came too late to say when the call ended. */
const ASLEEP_MS = 15000

/** What is known of a call: its state, its times and how it ended. `publish(type, details)` is its only way out. */
export class CallRecord {
  /** @type {CallState} */
  state = "dialing"
  /** @type {JsSipSession | null} */
  session = null
  /** The word to leave was given. */
  committed = false
  /** @type {string | null} The last second in which the other side was heard, or was not meant to be. */
  lastSignAt = null
  #lastTickAt = 0
  /** @type {boolean} */
  muted = false
  /** @type {boolean} */
  held = false
  /** @type {boolean} */
  heldByRemote = false
  /** @type {CallInfo["refusal"]} */
  refusal = null
  /** @type {CallInfo["microphone"]} */
  microphone = "ok"
  dtmfCount = 0
  reconnects = 0
  /** @type {string | null} */
  providerCallId = null
  /** @type {Omit<CallQuality, "reconnects" | "answerMs"> | null} */
  quality = null
  /** @type {Pick<CallInfo, "startedAt" | "ringingAt" | "establishedAt" | "connectedAt" | "endedAt">} */
  #times = { startedAt: now(), ringingAt: null, establishedAt: null, connectedAt: null, endedAt: null }
  /** @type {Pick<CallSummary, "endedBy" | "sipCode" | "cause">} */
  #end = { endedBy: null, sipCode: null, cause: null }
  #publish
  /** @type {(() => void)[]} */
  #whenClosing = []
  /** @type {(() => void)[]} */
  #whenOver = []

  /**
   * @param {CallData} options
   * @param {Publish} publish
   */
  constructor({ id, number, name = "", direction = "outgoing", via = "sip", metadata = {} }, publish) {
    this.id = id
    this.number = number
    this.name = name
    this.direction = direction
    this.via = via
    this.metadata = structuredClone(metadata)
    this.#publish = publish
  }

  get established() {
    return this.#times.establishedAt !== null
  }

  get connectedAt() {
    return this.#times.connectedAt
  }

  get over() {
    return isOver(this.state)
  }

  /** True from the hang-up until the other side knows of it. */
  get ending() {
    return this.state === "ending"
  }

  /** Nothing more is to be done with it: it is ending, or over. */
  get closing() {
    return this.over || this.ending
  }

  get cause() {
    return this.#end.cause
  }

  /** @returns {CallInfo} */
  info() {
    return {
      id: this.id,
      ...this.#ids(),
      direction: this.direction,
      via: this.via,
      state: this.state,
      muted: this.muted,
      held: this.held,
      heldByRemote: this.heldByRemote,
      refusal: this.refusal,
      microphone: this.microphone,
      cause: this.cause,
      isPrimary: true,
      established: this.established,
      remote: { number: this.number, name: this.name },
      metadata: this.metadata,
      ...this.#times,
      lastSignAt: this.lastSignAt,
      dtmfCount: this.dtmfCount,
    }
  }

  /** @returns {CallSummary} */
  summary() {
    const { startedAt, establishedAt, connectedAt, endedAt } = this.#times
    const answerMs = establishedAt === null ? null : Date.parse(establishedAt) - Date.parse(startedAt)
    return {
      callId: this.id,
      ...this.#ids(),
      direction: this.direction,
      metadata: this.metadata,
      startedAt,
      establishedAt,
      connectedAt,
      endedAt,
      ...this.#end,
      quality: this.quality && { ...this.quality, reconnects: this.reconnects, answerMs },
    }
  }

  /** @param {PhoneEventType} type @param {EventDetails} [details] */
  publish(type, details) {
    this.#publish(type, { call: this, ...details })
  }

  /**
   * False, and no event, when the state machine says that it is too late.
   * @param {CallState} state
   * @param {{ silent?: boolean }} [options]
   */
  move(state, { silent = false } = {}) {
    if (!mayMove(this.state, state)) return false
    this.state = state
    const time = /** @type {"ringingAt" | "establishedAt" | "connectedAt" | "endedAt"} */ (`${state}At`)
    if (time in this.#times) this.#times[time] ??= now()
    if (!silent) this.publish(/** @type {PhoneEventType} */ (`call.${state}`))
    return true
  }

  establish() {
    if (!this.established && this.move("established") && this.via === "sip") this.move("connected")
  }

  /** The customer answered; in `dialer` mode only the server knows. Counts while held or reconnecting too. */
  customerAnswered() {
    if (!this.established || this.connectedAt || this.over || this.move("connected")) return
    this.#times.connectedAt = now()
    this.publish("call.connected")
  }

  /** Where the call rests when nothing is in progress. */
  settle() {
    this.move(this.held ? "held" : this.connectedAt ? "connected" : "established", { silent: true })
  }

  /** @param {() => void} listener */
  onOver(listener) {
    if (this.over) listener()
    else this.#whenOver.push(listener)
  }

  /**
   * As soon as the call begins to end, or at its end when it ends at once.
   * @param {() => void} listener
   */
  onClosing(listener) {
    if (this.closing) listener()
    else this.#whenClosing.push(listener)
  }

  /**
   * Asked for, not done: the call is over, with this outcome and at this time, when the other side knows.
   * @param {Outcome} options
   */
  beginEnding({ endedBy, cause, sipCode = null }) {
    if (!mayMove(this.state, "ending")) return
    this.#times.endedAt = this.#endOfTalk(endedBy)
    this.#end = { endedBy: endedBy ?? null, cause: cause ?? null, sipCode: sipCode ?? (this.established ? 200 : null) }
    this.move("ending", { silent: true })
    this.#close()
    this.publish("call.ending", { cause })
  }

  /**
   * Exactly once, whoever comes first: our hangup, the BYE, the network or the server. What began to end keeps its outcome.
   * @param {Outcome} options
   */
  finish({ endedBy, cause, sipCode = null, error }) {
    if (this.over) return
    const began = this.ending
    if (!began) this.#times.endedAt = this.#endOfTalk(endedBy)
    this.state = this.established ? "ended" : "failed"
    if (!began) this.#end = { endedBy: endedBy ?? null, cause: cause ?? null, sipCode: sipCode ?? (this.established ? 200 : null) }
    // Before the events: a listener of `call.ended` may already dial again.
    if (!began) this.#close()
    for (const listener of this.#whenOver) listener()
    const details = { cause: this.cause ?? undefined, ...(error && { error }), summary: this.summary() }
    if (!this.established) this.publish("call.failed", details)
    this.publish("call.ended", details)
  }

  /**
   * Every second of an answered call.
   * @param {boolean} alive
   */
  tick(alive) {
    this.#lastTickAt = Date.now()
    if (alive) this.lastSignAt = now()
  }

  /** @param {EndedBy} [endedBy] */
  #endOfTalk(endedBy) {
    if (this.lastSignAt === null) return now()
    const asleep = Date.now() - this.#lastTickAt > ASLEEP_MS
    return asleep || endedBy === "network" || this.state === "reconnecting" ? this.lastSignAt : now()
  }

  #close() {
    for (const listener of this.#whenClosing) listener()
  }

  #ids() {
    return { providerCallId: this.providerCallId, sipCallId: this.session?.sipCallId ?? null }
  }
}
