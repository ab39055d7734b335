/** @import { Config, PhoneConfig } from "./types.js" */

const DEFAULTS = {
  transport: { recoveryMinInterval: 2, recoveryMaxInterval: 30, pingInterval: 25, pingIntervalInCall: 10, pingTimeout: 5 },
  userAgent: { registerExpires: 180, noAnswerTimeout: 60, instanceId: "auto", userAgentString: "libwebphone" },
  ice: { gatherTimeout: 1000, iceTransportPolicy: "all" },
  call: {
    autoAnswer: { header: "X-Api4comintegratedcall", windowSeconds: 60 },
    maxCalls: 1,
    dtmf: "auto",
    startMuted: false,
    recoverySeconds: 30,
  },
  audio: {
    constraints: { echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: 1 },
    inputId: "",
    outputId: "",
    volumes: { remote: 1, ringback: 0.3, tones: 0.3, ringer: 0.6 },
    ringback: "BR",
  },
  stats: { intervalMs: 1000, thresholds: { mos: 3.5, rtt: 400, jitter: 30, loss: 1, no_audio: 3 } },
}

/** @param {unknown} value */
const isPlain = (value) => value !== null && typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype

/** @param {Record<string, any>} base @param {object} given */
function merge(base, given) {
  /** @type {Record<string, any>} */
  const merged = { ...base }
  for (const [key, value] of Object.entries(given ?? {})) {
    if (value === undefined) continue
    merged[key] = isPlain(base?.[key]) && isPlain(value) ? merge(base[key], value) : value
  }
  return merged
}

/** @param {PhoneConfig} given @returns {Config} */
export function completeConfig(given) {
  if (typeof given?.credentials !== "function") throw new TypeError("config.credentials must be a function")
  // The app's track constraints replace ours as a whole: a leftover echoCancellation would surprise.
  const config = /** @type {Config} */ (merge(DEFAULTS, given))
  return { ...config, audio: { ...config.audio, constraints: given.audio?.constraints ?? DEFAULTS.audio.constraints } }
}

const INSTANCE_KEY = "libwebphone.instanceId"

/**
 * Stable per browser profile, so that a new REGISTER replaces the binding of the previous page instead of leaving a ghost.
 * @param {string} configured
 * @param {Storage | undefined} storage
 */
export function instanceId(configured, storage) {
  if (configured !== "auto") return configured
  try {
    const known = storage?.getItem(INSTANCE_KEY)
    if (known) return known
    const made = crypto.randomUUID()
    storage?.setItem(INSTANCE_KEY, made)
    return made
  } catch {
    return crypto.randomUUID()
  }
}
