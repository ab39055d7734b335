/** Everything a tab may ask of the host, by name; arguments and results cross the channel, so they are plain. */
export function hostCommands({ config, engine, audio, devices, bus, handOver, diagnose }) {
  const eachCall = act => engine.calls.forEach(call => act(call.id))
  const confirmed = (type, act) => {
    const done = bus.waitFor(`userAgent.registration.${type}`, { timeoutMs: 32000 })
    act()
    return done.then(() => undefined)
  }
  return {
    call: ({ target, options }, hook) => engine.call(target, options, hook),
    place: ({ target, options }, hook) => engine.place(target, options, hook),
    redial: ({ options }, hook) => engine.redial(options, hook),
    hangup: ({ id }) => engine.hangup(id),
    hangupAll: () => eachCall(id => engine.hangup(id)),
    hold: ({ id }) => engine.find(id).setHeld(true),
    unhold: ({ id }) => engine.find(id).setHeld(false),
    mute: ({ id }) => engine.find(id).setMuted(true),
    unmute: ({ id }) => engine.find(id).setMuted(false),
    sendDTMF: ({ id, tones }) => engine.find(id).sendDTMF(tones, config.call.dtmf),
    stats: ({ id }) => engine.stats(id),
    serverEvent: ({ event }) => engine.applyServerEvent(event),
    register: () => confirmed("registered", () => engine.registration.driver?.register()),
    unregister: () => confirmed("unregistered", () => engine.registration.driver?.unregister()),
    changeDevice: ({ kind, id }) => devices.change(kind, id),
    changeVolume: ({ channel, volume }) => audio.setVolume(channel, volume),
    unlock: () => audio.unlock(),
    setDebug: ({ on }) => engine.registration.driver?.setDebug(on),
    handOver,
    diagnose,
  }
}
