import { QualityWarnings, readSample } from "./quality.js"

/**
 * @import { Call } from "./call.js"
 * @import { Counters, QualityWarning, Sample } from "../types.js"
 */

const SILENT_SECONDS_BEFORE_RECOVERY = 20

/** @param {number[]} values */
const average = (values) => (values.length ? Math.round((values.reduce((a, b) => a + b, 0) / values.length) * 100) / 100 : null)
/** @param {number[]} values */
const highest = (values) => (values.length ? Math.max(...values) : null)
/** @param {number[]} values */
const lowest = (values) => (values.length ? Math.min(...values) : null)

/** The second hand of an answered call: timeupdate, statistics, warnings and, in the end, its quality. */
export class CallMonitor {
  /** @type {Sample | null} */
  lastSample = null
  #call
  #timer
  /** @type {Counters | null} */
  #counters = null
  /** @type {Sample[]} */
  #samples = []
  /** @type {{ codec: string | null, candidateType: string | null }} */
  #facts = { codec: null, candidateType: null }
  #silent = 0
  #warnings
  #onSilence

  /**
   * @param {Call} call
   * @param {{ intervalMs: number, thresholds: Record<QualityWarning, number>, onSilence: () => void }} options
   */
  constructor(call, { intervalMs, thresholds, onSilence }) {
    this.#call = call
    this.#onSilence = onSilence
    this.#warnings = new QualityWarnings(thresholds, {
      raise: (name, value) => call.publish("call.quality.warning", { data: { name, value } }),
      clear: (name, value) => call.publish("call.quality.cleared", { data: { name, value } }),
    })
    this.#timer = setInterval(() => this.#tick(), intervalMs)
    call.onClosing(() => clearInterval(this.#timer))
  }

  async #tick() {
    const call = this.#call
    if (call.connectedAt) {
      call.publish("call.timeupdate", { data: { seconds: Math.round((Date.now() - Date.parse(call.connectedAt)) / 1000) } })
    }
    const report = await call.session?.connection?.getStats?.().catch(() => null)
    if (!report || call.closing) return
    const { counters, sample, codec, candidateType } = readSample(report, this.#counters)
    this.#counters = counters
    this.#facts = { codec: codec ?? this.#facts.codec, candidateType: candidateType ?? this.#facts.candidateType }
    this.lastSample = sample
    this.#samples.push(sample)
    call.quality = this.#summarise()
    const isHold = call.held || call.heldByRemote
    const silenceExpected = isHold || call.state === "reconnecting"
    call.tick(sample.received > 0 || (isHold && call.state !== "reconnecting"))
    call.publish("call.stats", { data: sample })
    this.#warnings.add(sample, { silenceExpected })
    this.#silent = sample.received > 0 || silenceExpected ? 0 : this.#silent + 1
    if (this.#silent === SILENT_SECONDS_BEFORE_RECOVERY) this.#onSilence()
  }

  #summarise() {
    /** @param {"mos" | "rtt" | "jitter"} name */
    const of = (name) => this.#samples.map((sample) => sample[name]).filter((value) => value !== null)
    const lost = this.#counters?.lost ?? 0
    const sent = lost + (this.#counters?.received ?? 0)
    return {
      mosAvg: average(of("mos")),
      mosMin: lowest(of("mos")),
      rttAvg: average(of("rtt")),
      rttMax: highest(of("rtt")),
      jitterAvg: average(of("jitter")),
      jitterMax: highest(of("jitter")),
      lossPercent: sent > 0 ? Math.round((lost / sent) * 10000) / 100 : null,
      ...this.#facts,
    }
  }
}
