import type { Cause, VolumeChannel } from "./libwebphone"

export interface MediaDevices {
  /** Asks for the microphone and lets it go at once. Rejects with mic_denied, mic_missing or mic_busy. */
  requestPermission(): Promise<void>
  /** "granted" | "denied" | "prompt" | "unknown", without prompting. */
  getPermission(): Promise<string>
  getDevices(): Promise<{ inputs: DeviceInfo[]; outputs: DeviceInfo[]; canChooseOutput: boolean }>
  /** No re-INVITE; the mute state is kept. */
  changeDevice(kind: "input" | "output", id: string): Promise<void>
}

export interface DeviceInfo { id: string; label: string }

export interface PhoneAudioContext {
  /** Call it inside a click. */
  unlock(): Promise<void>
  isBlocked(): boolean
  changeVolume(channel: VolumeChannel, volume: number): void
  /** A short key tone, heard locally only. */
  playKey(key: string): void
  startRinging(): void
  stopRinging(): void
}

export interface DiagnoseReport {
  microphone: { ok: boolean; cause?: Cause; label?: string }
  socket: { ok: boolean; url?: string; rttMs?: number }
  registration: { ok: boolean; cause?: Cause; sipCode?: number }
  ice: { ok: boolean; candidateTypes: string[]; elapsedMs: number }
}
