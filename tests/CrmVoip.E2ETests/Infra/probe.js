// Runs before every page of the tests: keeps the peer connections, and listens to what the rep would hear.
(() => {
  const connections = []
  const players = new Set()
  const RealConnection = window.RTCPeerConnection
  window.RTCPeerConnection = class extends RealConnection {
    constructor(...args) {
      super(...args)
      connections.push(this)
    }
  }

  // Noise suppression takes a pure tone for noise; the tests measure levels.
  const devices = navigator.mediaDevices
  const capture = devices?.getUserMedia.bind(devices)
  if (capture) {
    devices.getUserMedia = (constraints) => {
      const audio = constraints.audio === true ? {} : constraints.audio
      return capture({ ...constraints, audio: audio && { ...audio, echoCancellation: false, noiseSuppression: false, autoGainControl: false } })
    }
  }

  const play = HTMLMediaElement.prototype.play
  HTMLMediaElement.prototype.play = function () {
    players.add(this)
    return play.call(this)
  }

  const open = () => connections.filter(({ connectionState }) => connectionState !== "closed" && connectionState !== "failed")
  const inbound = (connection) => connection.getReceivers().map(({ track }) => track).find(({ kind }) => kind === "audio")

  async function spectrum(track, ms) {
    const context = new AudioContext()
    try {
      const analyser = new AnalyserNode(context, { fftSize: 16384, smoothingTimeConstant: 0, minDecibels: -140 })
      context.createMediaStreamSource(new MediaStream([track])).connect(analyser)
      await context.resume()
      await new Promise((resolve) => setTimeout(resolve, ms))
      const bins = new Float32Array(analyser.frequencyBinCount)
      analyser.getFloatFrequencyData(bins)
      const peak = bins.reduce((best, level, bin) => (level > bins[best] ? bin : best), 0)
      return { peakHz: (peak * context.sampleRate) / analyser.fftSize, dbfs: Math.max(bins[peak], -200) }
    } finally {
      await context.close()
    }
  }

  const states = []
  new MutationObserver(() => {
    const text = document.querySelector("#telefone [role='status']")?.textContent
    if (text && text !== states.at(-1)) {
      states.push(text)
    }
  }).observe(document, { subtree: true, childList: true, characterData: true })

  // Goertzel: the level of one frequency, in dBFS.
  function level(samples, rate, hertz) {
    const factor = 2 * Math.cos((2 * Math.PI * hertz) / rate)
    let last = 0
    let before = 0
    for (const sample of samples) {
      [last, before] = [sample + factor * last - before, last]
    }
    const power = Math.max(last * last + before * before - factor * last * before, 0)
    return 20 * Math.log10((Math.sqrt(power) * 2) / samples.length + 1e-9)
  }

  window.__probe = {
    /** Everything the call window said, in order. */
    states: () => states,

    iceServers: () => JSON.stringify(connections.at(-1).getConfiguration().iceServers),

    /** Decodes a recording; per channel, the level of each frequency. */
    async levels(url, frequencies) {
      const response = await fetch(url)
      const context = new OfflineAudioContext(2, 1, 8000)
      const audio = await context.decodeAudioData(await response.arrayBuffer())
      return Array.from({ length: audio.numberOfChannels }, (_, channel) =>
        frequencies.map((hertz) => level(audio.getChannelData(channel), audio.sampleRate, hertz)))
    },

    /** Numbers of the peer connections that are open, in order of creation. */
    connections: () => open().map((connection) => connections.indexOf(connection)),

    /** What arrives from the customer now: the loudest frequency and its level. */
    hear: (ms = 700) => spectrum(inbound(open().at(-1)), ms),

    /** Whether an element of the page really plays what arrives. */
    plays() {
      const track = inbound(open().at(-1))
      return [...players].some((player) => !player.paused && !player.muted && player.volume > 0 && player.srcObject?.getAudioTracks().includes(track))
    },

    async inboundBytes() {
      const report = await open().at(-1).getStats()
      return [...report.values()].filter(({ type, kind }) => type === "inbound-rtp" && kind === "audio").reduce((sum, { bytesReceived }) => sum + bytesReceived, 0)
    },
  }
})()
