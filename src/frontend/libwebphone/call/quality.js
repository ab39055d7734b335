/** @import { Counters, QualityWarning, Sample } from "../types.js" */

const BREACHES = 3
const THROTTLE_MS = 15000
const BELOW = new Set(["mos"])

/**
 * Simplified E-model.
 * @param {{ rtt: number, jitter: number, loss: number }} options
 */
export function estimateMos({ rtt, jitter, loss }) {
  const latency = rtt + 2 * jitter + 10
  const delayed = latency < 160 ? 94.8 - latency / 40 : 94.8 - (latency - 120) / 10
  const r = Math.max(0, Math.min(100, delayed - 2.5 * loss))
  return Math.max(1, Math.min(4.5, 1 + 0.035 * r + 7e-6 * r * (r - 60) * (100 - r)))
}

/**
 * One second of a call out of an RTCStatsReport; `previous` holds the counters of the second before.
 * @param {RTCStatsReport} report
 * @param {Counters | null} previous
 */
export function readSample(report, previous) {
  const all = [...report.values()]
  const inbound = all.find(({ type, kind }) => type === "inbound-rtp" && kind === "audio") ?? {}
  const remote = all.find(({ type, kind }) => type === "remote-inbound-rtp" && kind === "audio") ?? {}
  const pair = all.find(({ type, nominated, state }) => type === "candidate-pair" && nominated && state === "succeeded") ?? {}
  const counters = { received: inbound.packetsReceived ?? 0, lost: inbound.packetsLost ?? 0, bytes: inbound.bytesReceived ?? 0 }
  const received = counters.received - (previous?.received ?? 0)
  const lost = Math.max(0, counters.lost - (previous?.lost ?? 0))
  const seconds = remote.roundTripTime ?? pair.currentRoundTripTime
  const rtt = seconds === undefined ? null : Math.round(seconds * 1000)
  const jitter = Math.round((inbound.jitter ?? 0) * 1000)
  const loss = received + lost > 0 ? (lost / (received + lost)) * 100 : 0
  return {
    counters,
    sample: { received, rtt, jitter, loss: round(loss), mos: received > 0 ? round(estimateMos({ rtt: rtt ?? 0, jitter, loss })) : null },
    codec: report.get?.(inbound.codecId)?.mimeType ?? null,
    candidateType: report.get?.(pair.localCandidateId)?.candidateType ?? null,
  }
}

/** @param {number} value */
const round = (value) => Math.round(value * 100) / 100

/** Warns after three bad seconds in a row, not more than once in 15 s for each reason. */
export class QualityWarnings {
  /** @type {Map<QualityWarning, { bad: number, raised: boolean, at: number }>} */
  #state = new Map()
  #thresholds
  #raise
  #clear

  /**
   * @param {Record<QualityWarning, number>} thresholds
   * @param {{ raise: (name: QualityWarning, value: number) => void, clear: (name: QualityWarning, value: number) => void }} options
   */
  constructor(thresholds, { raise, clear }) {
    this.#thresholds = thresholds
    this.#raise = raise
    this.#clear = clear
  }

  /** @param {Sample} sample @param {{ silenceExpected?: boolean }} [options] */
  add(sample, { silenceExpected = false } = {}) {
    for (const name of /** @type {const} */ (["mos", "rtt", "jitter", "loss"])) {
      const value = sample[name]
      if (value !== null) this.#note(name, value, this.#isBad(name, value))
    }
    this.#note("no_audio", 0, sample.received === 0 && !silenceExpected, this.#thresholds.no_audio)
  }

  /** @param {QualityWarning} name @param {number} value */
  #isBad(name, value) {
    return BELOW.has(name) ? value < this.#thresholds[name] : value > this.#thresholds[name]
  }

  /**
   * @param {QualityWarning} name
   * @param {number} value
   * @param {boolean} bad
   * @param {number} [breaches]
   */
  #note(name, value, bad, breaches = BREACHES) {
    const state = this.#state.get(name) ?? { bad: 0, raised: false, at: -Infinity }
    this.#state.set(name, state)
    state.bad = bad ? state.bad + 1 : 0
    if (bad && !state.raised && state.bad >= breaches && Date.now() - state.at >= THROTTLE_MS) {
      Object.assign(state, { raised: true, at: Date.now() })
      this.#raise(name, value)
    } else if (!bad && state.raised) {
      state.raised = false
      this.#clear(name, value)
    }
  }
}
