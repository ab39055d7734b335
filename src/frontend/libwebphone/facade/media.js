const KEY_INTERVAL_MS = 160

/** Permission and lists belong to the origin, so any tab reads them; a change of device goes to the host. */
export function mediaDevicesFacade({ environment, microphone, run }) {
  return {
    async requestPermission() {
      const stream = await microphone.acquire()
      stream.getTracks().forEach(track => track.stop())
    },
    async getPermission() {
      const status = await environment.permissions?.query({ name: "microphone" }).catch(() => null)
      return status?.state ?? "unknown"
    },
    async getDevices() {
      const all = await environment.mediaDevices?.enumerateDevices() ?? []
      const of = kind => all.filter(device => device.kind === kind).map(({ deviceId, label }) => ({ id: deviceId, label }))
      const canChooseOutput = typeof environment.Audio?.prototype?.setSinkId === "function"
      return { inputs: of("audioinput"), outputs: of("audiooutput"), canChooseOutput }
    },
    changeDevice: (kind, id) => run("changeDevice", { kind, id }),
  }
}

/** A gesture counts only in the tab where it happened, so unlock() tries here as well as on the host. */
export function audioContextFacade({ audio, store, coordinator }) {
  const onHost = (method, args) => coordinator.started && store.role === "remote" ? coordinator.run(method, args) : undefined
  return {
    async unlock() {
      await audio.unlock()
      await onHost("unlock")
    },
    isBlocked: () => store.state.audioBlocked,
    changeVolume(channel, volume) {
      audio.setVolume(channel, volume)
      onHost("changeVolume", { channel, volume })?.catch(() => {})
    },
    playKey: key => audio.tones.playKey(key),
    startRinging: () => audio.tones.startRinging(),
    stopRinging: () => audio.tones.stopRinging(),
  }
}

export function playKeys(tones, keys) {
  [...keys].forEach((key, index) => setTimeout(() => tones.playKey(key), index * KEY_INTERVAL_MS))
}
