const SAMPLES = 2048

/**
 * Whether anything louder than silence comes out of the microphone. A muted one is exactly zero; a quiet room is not.
 * @param {MediaStream} stream
 * @param {{ AudioContext: typeof window.AudioContext }} options
 * @param {{ timeoutMs?: number, intervalMs?: number, threshold?: number }} [options]
 */
export async function hearsSound(stream, { AudioContext }, { timeoutMs = 2000, intervalMs = 50, threshold = 0.001 } = {}) {
  const context = new AudioContext()
  try {
    const analyser = context.createAnalyser()
    analyser.fftSize = SAMPLES
    context.createMediaStreamSource(stream).connect(analyser)
    // Not awaited: where the browser does not allow it, it stays pending.
    context.resume().catch(() => {})
    const samples = new Float32Array(SAMPLES)
    for (let waited = 0; waited < timeoutMs; waited += intervalMs) {
      await new Promise((resolve) => setTimeout(resolve, intervalMs))
      analyser.getFloatTimeDomainData(samples)
      if (samples.some((sample) => Math.abs(sample) > threshold)) return true
    }
    return false
  } finally {
    context.close()
  }
}
