/**
 * @import { Tones } from "../media/tones.js"
 * @import { Run, VolumeChannel } from "../types.js"
 * @import { Environment } from "../environment.js"
 * @import { Microphone } from "../media/microphone.js"
 * @import { CallAudio } from "../media/call-audio.js"
 * @import { Coordinator } from "../tabs/coordinator.js"
 * @import { PhoneStore } from "../tabs/phone-store.js"
 */

const KEY_INTERVAL_MS = 160

/**
 * Permission and lists belong to the origin, so any tab reads them; a change of device goes to the host.
 * @param {{ environment: Environment, microphone: Microphone, run: Run }} options
 */
export function mediaDevicesFacade({ environment, microphone, run }) {
  return {
    /** Asks for the microphone and lets it go at once. Rejects with mic_denied, mic_missing or mic_busy. */
    async requestPermission() {
      const stream = await microphone.acquire()
      stream.getTracks().forEach((track) => track.stop())
    },
    /** "granted" | "denied" | "prompt" | "unknown", without prompting. */
    async getPermission() {
      const status = await environment.permissions?.query({ name: "microphone" }).catch(() => null)
      return status?.state ?? "unknown"
    },
    async getDevices() {
      const all = (await environment.mediaDevices?.enumerateDevices()) ?? []
      /** @param {MediaDeviceKind} kind */
      const of = (kind) => all.filter((device) => device.kind === kind).map(({ deviceId, label }) => ({ id: deviceId, label }))
      const canChooseOutput = typeof environment.Audio?.prototype?.setSinkId === "function"
      return { inputs: of("audioinput"), outputs: of("audiooutput"), canChooseOutput }
    },
    /** @param {"input" | "output"} kind @param {string} id */
    changeDevice: (kind, id) => run("changeDevice", { kind, id }),
  }
}

/**
 * A gesture counts only in the tab where it happened, so unlock() tries here as well as on the host.
 * @param {{ audio: CallAudio, store: PhoneStore, coordinator: Coordinator }} options
 */
export function audioContextFacade({ audio, store, coordinator }) {
  /** @param {string} method @param {Record<string, any>} [args] */
  const onHost = (method, args) => (coordinator.started && store.role === "remote" ? coordinator.run(method, args) : undefined)
  return {
    /** Call it inside a click. */
    async unlock() {
      await audio.unlock()
      await onHost("unlock")
    },
    isBlocked: () => store.state.audioBlocked,
    /** @param {VolumeChannel} channel @param {number} volume */
    changeVolume(channel, volume) {
      audio.setVolume(channel, volume)
      onHost("changeVolume", { channel, volume })?.catch(() => {})
    },
    /** @param {string} key */
    playKey: (key) => audio.tones.playKey(key),
    startRinging: () => audio.tones.startRinging(),
    stopRinging: () => audio.tones.stopRinging(),
  }
}

/** @param {Tones} tones @param {string} keys */
export function playKeys(tones, keys) {
  ;[...keys].forEach((key, index) => setTimeout(() => tones.playKey(key), index * KEY_INTERVAL_MS))
}
