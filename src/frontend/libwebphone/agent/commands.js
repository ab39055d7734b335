/**
 * @import { CallOptions, Config, DiagnoseReport, Hook, PhoneEvent, PhoneEventType, PhoneEvents, ServerEvent, VolumeChannel } from "../types.js"
 * @import { Engine } from "./engine.js"
 * @import { EventBus } from "../event-bus.js"
 * @import { CallAudio } from "../media/call-audio.js"
 * @import { Devices } from "../media/devices.js"
 */

/**
 * Everything a tab may ask of the host, by name; arguments and results cross the channel, so they are plain.
 * @param {{ config: Config, engine: Engine, audio: CallAudio, devices: Devices, bus: EventBus<PhoneEvents>, handOver: () => void, diagnose: (options?: { timeoutMs?: number }) => Promise<DiagnoseReport> }} options
 */
export function hostCommands({ config, engine, audio, devices, bus, handOver, diagnose }) {
  /** @param {(id: string) => void} act */
  const eachCall = (act) => engine.calls.forEach((call) => act(call.id))
  /** @param {"registered" | "unregistered"} type @param {() => void} act */
  const confirmed = (type, act) => {
    const done = bus.waitFor(`userAgent.registration.${type}`, { timeoutMs: 32000 })
    act()
    return done.then(() => undefined)
  }
  return {
    /** @param {{ target: string, options: CallOptions }} options @param {Hook} [hook] */
    call: ({ target, options }, hook) => engine.call(target, options, hook),
    /** @param {{ target: string, options: CallOptions }} options @param {Hook} [hook] */
    place: ({ target, options }, hook) => engine.place(target, options, hook),
    /** @param {{ options: CallOptions }} options @param {Hook} [hook] */
    redial: ({ options }, hook) => engine.redial(options, hook),
    /** @param {{ id: string }} options */
    hangup: ({ id }) => engine.hangup(id),
    hangupAll: () => eachCall((id) => engine.hangup(id)),
    /** @param {{ id: string }} options */
    hold: ({ id }) => engine.find(id).setHeld(true),
    /** @param {{ id: string }} options */
    unhold: ({ id }) => engine.find(id).setHeld(false),
    /** @param {{ id: string }} options */
    mute: ({ id }) => engine.find(id).setMuted(true),
    /** @param {{ id: string }} options */
    unmute: ({ id }) => engine.find(id).setMuted(false),
    /** @param {{ id: string, tones: string }} options */
    sendDTMF: ({ id, tones }) => engine.find(id).sendDTMF(tones, config.call.dtmf),
    /** @param {{ id: string }} options */
    stats: ({ id }) => engine.stats(id),
    /** @param {{ event: ServerEvent }} options */
    serverEvent: ({ event }) => engine.applyServerEvent(event),
    register: () => confirmed("registered", () => engine.registration.driver?.register()),
    unregister: () => confirmed("unregistered", () => engine.registration.driver?.unregister()),
    /** @param {{ kind: "input" | "output", id: string }} options */
    changeDevice: ({ kind, id }) => devices.change(kind, id),
    /** @param {{ channel: VolumeChannel, volume: number }} options */
    changeVolume: ({ channel, volume }) => audio.setVolume(channel, volume),
    unlock: () => audio.unlock(),
    /** @param {{ on: boolean }} options */
    setDebug: ({ on }) => engine.registration.driver?.setDebug(on),
    handOver,
    diagnose,
  }
}
