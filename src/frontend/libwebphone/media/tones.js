/**
 * @import { Environment } from "../environment.js"
 * @import { VolumeChannel } from "../types.js"
 */

/** @type {Record<string, number[]>} */
const KEYS = {
  1: [697, 1209],
  2: [697, 1336],
  3: [697, 1477],
  A: [697, 1633],
  4: [770, 1209],
  5: [770, 1336],
  6: [770, 1477],
  B: [770, 1633],
  7: [852, 1209],
  8: [852, 1336],
  9: [852, 1477],
  C: [852, 1633],
  "*": [941, 1209],
  0: [941, 1336],
  "#": [941, 1477],
  D: [941, 1633],
}
// Brazil's ringback: 425 Hz, one second on, four off.
const RINGBACK = { frequencies: [425], on: 1, off: 4 }
const RINGER = { frequencies: [480, 620], on: 1.2, off: 2 }
const KEY_SECONDS = 0.12

/** Everything heard that is not the other side: ringback, ringing, keys. The AudioContext is made at the first sound. */
export class Tones {
  #environment
  /** @type {AudioContext | null} */
  #context = null
  #volumes
  /** @type {Map<string, { source: AudioBufferSourceNode, gain: GainNode }>} */
  #loops = new Map()
  #onBlocked
  #country

  /**
   * @param {Environment} environment
   * @param {{ volumes: Record<VolumeChannel, number>, ringback: "BR" | false, onBlocked: () => void }} options
   */
  constructor(environment, { volumes, ringback, onBlocked }) {
    this.#environment = environment
    this.#volumes = { ...volumes }
    this.#country = ringback
    this.#onBlocked = onBlocked
  }

  startRingback() {
    if (this.#country) this.#loop("ringback", RINGBACK)
  }

  stopRingback() {
    this.#stop("ringback")
  }

  startRinging() {
    this.#loop("ringer", RINGER)
  }

  stopRinging() {
    this.#stop("ringer")
  }

  /** @param {string} key */
  playKey(key) {
    const frequencies = KEYS[String(key).toUpperCase()]
    const context = frequencies && this.#audio()
    if (context) this.#source(context, frequencies, KEY_SECONDS, 0, this.#volumes.tones).source.start()
  }

  async unlock() {
    const context = this.#audio()
    if (context?.state === "suspended") await context.resume()
    return !context || context.state === "running"
  }

  /** @param {VolumeChannel} channel @param {number} volume */
  setVolume(channel, volume) {
    this.#volumes[channel] = volume
    const loop = this.#loops.get(channel)
    if (loop) loop.gain.gain.value = volume
  }

  close() {
    for (const name of [...this.#loops.keys()]) this.#stop(name)
    this.#context?.close()
    this.#context = null
  }

  /** @param {VolumeChannel} name @param {{ frequencies: number[], on: number, off: number }} options */
  #loop(name, { frequencies, on, off }) {
    const context = this.#audio()
    if (!context || this.#loops.has(name)) return
    const loop = this.#source(context, frequencies, on, off, this.#volumes[name])
    loop.source.loop = true
    loop.source.start()
    this.#loops.set(name, loop)
  }

  /** @param {string} name */
  #stop(name) {
    this.#loops.get(name)?.source.stop()
    this.#loops.delete(name)
  }

  /**
   * @param {AudioContext} context
   * @param {number[]} frequencies
   * @param {number} on
   * @param {number} off
   * @param {number} volume
   */
  #source(context, frequencies, on, off, volume) {
    const buffer = context.createBuffer(1, Math.round((on + off) * context.sampleRate), context.sampleRate)
    const samples = buffer.getChannelData(0)
    const sounding = Math.round(on * context.sampleRate)
    const fade = Math.min(0.005 * context.sampleRate, sounding / 2)
    for (let i = 0; i < sounding; i++) {
      const envelope = Math.min(1, i / fade, (sounding - i) / fade)
      const wave = frequencies.reduce((sum, hertz) => sum + Math.sin((2 * Math.PI * hertz * i) / context.sampleRate), 0)
      samples[i] = (envelope * wave) / frequencies.length
    }
    const source = context.createBufferSource()
    source.buffer = buffer
    const gain = context.createGain()
    gain.gain.value = volume
    source.connect(gain)
    gain.connect(context.destination)
    return { source, gain }
  }

  #audio() {
    const { AudioContext } = this.#environment
    if (!AudioContext) return null
    this.#context ??= new AudioContext()
    if (this.#context.state === "suspended") this.#resume(this.#context)
    return this.#context
  }

  /** @param {AudioContext} context */
  #resume(context) {
    // Without a gesture the promise stays open instead of failing: look again a moment later.
    context.resume().catch(() => {})
    setTimeout(() => context.state === "suspended" && this.#onBlocked(), 300)
  }
}
