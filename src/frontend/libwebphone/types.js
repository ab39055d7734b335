// What the parts of the phone hand to each other and to the app: shapes only, no code.

/**
 * @import { JsSipDriver } from "./drivers/jssip-driver.js"
 * @import { PhoneError } from "./phone-error.js"
 */

/**
 * @typedef {object} LineTestStep
 * @property {"microphone" | "connection" | "registration" | "media"} step
 * @property {"running" | "ok" | "failed"} state
 * @property {Cause | "mic_silent" | "no_candidates" | "no_media"} [cause]
 * @property {"turn_unreachable"} [warning]  It works, but a configured TURN server gave no address.
 * @property {number} [sipCode]
 * @property {string} [label]  The microphone's name.
 * @property {string[]} [candidateTypes]
 * @property {number} [elapsedMs]  Milliseconds since the connection was opened.
 */

/**
 * @typedef {object} PhoneConfig
 * @property {(wanted: { realm?: string }) => Promise<Credentials | null>} credentials  Called at each (re)start, once more after a refused registration (the same answer again is not tried again) and once for each `realm` that a challenge names instead of ours: `ha1` must then be made for it, and `realm` repeat it. `null` = this user has no extension: state `disabled`. A rejection that carries a `code` is final, any other one is retried.
 * @property {{ dial(phone: string, call: CallInfo): Promise<{ id: string }>; hangup(id: string): Promise<void> }} [dialer]
 * @property {(summaries: CallSummary[]) => void} [onPageHide]  Called synchronously in `pagehide` with the calls it just cut; send them with `fetch(…, {keepalive: true})`.
 * @property {{ recoveryMinInterval?: number; recoveryMaxInterval?: number; pingInterval?: number; pingIntervalInCall?: number; pingTimeout?: number }} [transport]
 * @property {{ registerExpires?: number; noAnswerTimeout?: number; instanceId?: "auto" | string; userAgentString?: string }} [userAgent]  `noAnswerTimeout`: seconds after which an unanswered call is cancelled with `no_answer`.
 * @property {{ gatherTimeout?: number; iceTransportPolicy?: RTCIceTransportPolicy }} [ice]
 * @property {{ autoAnswer?: { header?: string; windowSeconds?: number }; maxCalls?: number; dtmf?: "auto" | "info" | "rfc2833"; startMuted?: boolean; recoverySeconds?: number }} [call]
 * @property {{ constraints?: MediaTrackConstraints; inputId?: string; outputId?: string; volumes?: Partial<Record<VolumeChannel, number>>; ringback?: "BR" | false }} [audio]
 * @property {{ lockName: string; channelName: string }} [tabs]  Without it the tab is always its own host.
 * @property {{ intervalMs?: number; thresholds?: Partial<Record<QualityWarning, number>> }} [stats]
 * @property {boolean} [debug]
 * @property {(credentials: Credentials, options: any) => any} [driver]  Tests only: makes the driver instead of JsSIP's.
 */

/**
 * @typedef {object} Credentials
 * @property {string[]} wssUrl
 * @property {string} uri
 * @property {string} authorizationUser
 * @property {string} realm
 * @property {string} ha1
 * @property {string} [displayName]
 * @property {RTCIceServer[]} [iceServers]
 * @property {number} [registerExpires]
 */

/**
 * @typedef {"disabled" | "stopped" | "connecting" | "connected" | "registered" | "reconnecting" | "failed"} UserAgentState
 */

/**
 * @typedef {"host" | "remote" | "none"} Role
 */

/**
 * Hung up, or its path lost while it rang: CANCEL or BYE is on its way, again after every reconnection. At most 32 s.
 * @typedef {"dialing" | "ringing" | "early" | "established" | "connected" | "held" | "reconnecting" | "ending" | "ended" | "failed"} CallState
 */

/**
 * @typedef {"normal" | "busy" | "no_answer" | "rejected" | "forbidden" | "not_found" | "cancelled" | "media_incompatible" | "mic_denied" | "mic_missing" | "mic_busy" | "network" | "auth" | "server" | "unknown"} Cause
 */

/**
 * @typedef {"local" | "remote" | "network" | "server"} EndedBy
 */

/**
 * @typedef {"remote" | "ringback" | "tones" | "ringer"} VolumeChannel
 */

/**
 * @typedef {"mos" | "rtt" | "jitter" | "loss" | "no_audio"} QualityWarning
 */

/**
 * @typedef {object} PhoneState
 * @property {Role} role
 * @property {{ state: UserAgentState; cause?: Cause }} userAgent
 * @property {"disconnected" | "registered" | "in_call"} phone  `disconnected` = not registered, `registered` = ready and idle, `in_call` = a call that has not ended.
 * @property {CallInfo[]} calls  Live calls only: in the listeners of `call.failed` and `call.ended` it has already left.
 * @property {boolean} audioBlocked  True while the browser refuses to play: offer a button that calls `getAudioContext().unlock()`.
 */

/**
 * @typedef {object} CallInfo
 * @property {string} id
 * @property {string | null} providerCallId
 * @property {string | null} sipCallId
 * @property {"outgoing" | "incoming"} direction
 * @property {"sip" | "dialer"} via
 * @property {CallState} state
 * @property {boolean} muted
 * @property {boolean} held
 * @property {boolean} heldByRemote  The other side put us on hold: nothing is heard until it resumes.
 * @property {"ok" | "lost"} microphone  `lost`: the device went away or the system shut it, and nothing could replace it yet; the other side hears silence.
 * @property {"hold_refused" | "unhold_refused" | null} refusal  What was refused last, until the next change of hold.
 * @property {Cause | null} cause  From `ending` on: how it will have ended. `network` while `ending`: the path was lost before the answer.
 * @property {boolean} isPrimary
 * @property {boolean} established  True from the answer to the end, also while held or reconnecting.
 * @property {{ number: string; name: string }} remote
 * @property {Record<string, unknown>} metadata
 * @property {string} startedAt
 * @property {string | null} ringingAt
 * @property {string | null} establishedAt
 * @property {string | null} connectedAt
 * @property {string | null} endedAt  From `ending` on: when it was hung up here.
 * @property {string | null} lastSignAt  The last second in which the other side was heard, or was on hold. An end found after a sleep, or made by the network, is dated so.
 * @property {number} dtmfCount
 */

/**
 * @typedef {object} CallSummary
 * @property {string} callId
 * @property {string | null} providerCallId
 * @property {string | null} sipCallId
 * @property {"outgoing" | "incoming"} direction
 * @property {Record<string, unknown>} metadata
 * @property {string} startedAt
 * @property {string | null} establishedAt
 * @property {string | null} connectedAt
 * @property {string | null} endedAt
 * @property {EndedBy | null} endedBy
 * @property {number | null} sipCode
 * @property {Cause | null} cause
 * @property {CallQuality | null} quality
 */

/**
 * @typedef {object} CallQuality
 * @property {number | null} mosAvg
 * @property {number | null} mosMin
 * @property {number | null} rttAvg
 * @property {number | null} rttMax
 * @property {number | null} jitterAvg
 * @property {number | null} jitterMax
 * @property {number | null} lossPercent
 * @property {string | null} codec
 * @property {string | null} candidateType
 * @property {number} reconnects
 * @property {number | null} answerMs
 */

/**
 * One serialisable object; the same one reaches every tab.
 * @typedef {object} PhoneEvent
 * @property {PhoneEventType} type
 * @property {string} at  ISO-8601 UTC
 * @property {UserAgentState} state
 * @property {CallInfo} [call]
 * @property {CallSummary} [summary]  In `call.ended` (exactly once per call, always the last) and in `call.failed` (just before it, when the call was never established).
 * @property {Cause} [cause]
 * @property {{ code: string; message: string; sipCode?: number; data?: unknown }} [error]
 * @property {Record<string, unknown>} [data]  `call.timeupdate`: `{seconds}` since connected; `call.stats`: the sample; `call.quality.*`: `{name, value}`; `call.dtmf`: `{count}`; `role.changed`: `{role}`; `mediaDevices.lost`: `{reason: "ended" | "muted"}`, in a call; `mediaDevices.recovered`: `{label}` of the microphone that serves now; `call.refused`: `{from, reason}`.
 */

/**
 * @typedef {"userAgent.connecting" | "userAgent.connected" | "userAgent.disconnected" | "userAgent.reconnecting" | "userAgent.registration.registered" | "userAgent.registration.unregistered" | "userAgent.registration.failed" | "userAgent.role.changed" | "userAgent.disabled" | "userAgent.stopped" | "call.created" | "call.dialing" | "call.ringing" | "call.early" | "call.established" | "call.connected" | "call.hold" | "call.unhold" | "call.hold.refused" | "call.hold.remote" | "call.unhold.remote" | "call.muted" | "call.unmuted" | "call.reconnecting" | "call.reconnected" | "call.dtmf" | "call.stats" | "call.quality.warning" | "call.quality.cleared" | "call.timeupdate" | "call.ending" | "call.failed" | "call.ended" | "call.refused" | "callList.added" | "callList.removed" | "mediaDevices.changed" | "mediaDevices.lost" | "mediaDevices.recovered" | "mediaDevices.getUserMedia.error" | "audioContext.blocked" | "audioContext.unlocked" | "error"} PhoneEventType
 */

/**
 * @typedef {object} CallOptions
 * @property {"sip" | "dialer"} [via]
 * @property {string} [id]  The app's own uuid; made here when absent.
 * @property {string} [displayName]
 * @property {Record<string, unknown>} [metadata]  Serialisable; comes back in every CallInfo and in the summary.
 * @property {string[]} [customHeaders]
 * @property {(call: CallInfo) => Promise<void | { target?: string; via?: "sip" | "dialer" }>} [beforeInvite]  Runs in the tab that asked, after the microphone was granted. A rejection cancels the call before anything left; `target` replaces what is dialled, `via` how.
 */

/**
 * @typedef {object} PlaceRequest
 * @property {string} number
 * @property {string} [id]  The app's own uuid; made here when absent.
 * @property {Promise<void | { target?: string; via?: "sip" | "dialer" }>} [before]  Begun by the app before or as it calls `place`. A rejection cancels the call; its `code` and `data` come back in the error.
 * @property {"sip" | "dialer"} [via]  What to prepare for: with `dialer` no candidates are gathered. `before` has the last word.
 * @property {string} [displayName]
 * @property {Record<string, unknown>} [metadata]
 * @property {string[]} [customHeaders]
 */

/**
 * @typedef {object} DeviceInfo
 * @property {string} id
 * @property {string} label
 */

/**
 * @typedef {object} DiagnoseReport
 * @property {{ ok: boolean; cause?: string; label?: string }} microphone
 * @property {{ ok: boolean; url?: string; rttMs?: number }} socket
 * @property {{ ok: boolean; cause?: string; sipCode?: number }} registration
 * @property {{ ok: boolean; candidateTypes: string[]; elapsedMs: number }} ice
 */

/**
 * The configuration with its defaults filled in.
 * @typedef {PhoneConfig & {
 *   transport: Required<NonNullable<PhoneConfig["transport"]>>,
 *   userAgent: Required<NonNullable<PhoneConfig["userAgent"]>>,
 *   ice: IceSettings,
 *   call: { autoAnswer: { header: string, windowSeconds: number }, maxCalls: number, dtmf: string, startMuted: boolean, recoverySeconds: number },
 *   audio: { constraints: MediaTrackConstraints, inputId: string, outputId: string, volumes: Record<VolumeChannel, number>, ringback: "BR" | false },
 *   stats: { intervalMs: number, thresholds: Record<QualityWarning, number> },
 * }} Config
 */

/** @typedef {{ gatherTimeout: number, iceTransportPolicy: RTCIceTransportPolicy }} IceSettings */

/** @typedef {"sip" | "dialer"} Via */

/** @typedef {{ call?: import("./call/record.js").CallRecord | CallInfo, summary?: CallSummary, cause?: string, error?: unknown, data?: object }} EventDetails */

/** @typedef {(type: PhoneEventType, details?: EventDetails) => void} Publish */

/**
 * What is dialled and how, when it is not what was asked for.
 * @typedef {void | null | { target?: string, via?: Via }} Answer
 */

/** @typedef {(call: CallInfo) => Answer | Promise<Answer>} Hook */

/** @typedef {{ endedBy?: EndedBy, cause?: Cause, sipCode?: number | null, error?: PhoneError, atOnce?: boolean }} Outcome */

/** @typedef {{ code: string, message: string, sipCode?: number, data?: unknown }} PlainError */

/** @typedef {{ userAgent: { state: UserAgentState, cause?: Cause }, calls: CallInfo[], audioBlocked: boolean }} Snapshot */

/** @typedef {(method: string, args?: Record<string, any>, hook?: Hook) => Promise<any>} Run */

/** @typedef {(credentials: Credentials) => JsSipDriver} MakeDriver */

/** @typedef {{ received: number, lost: number, bytes: number }} Counters */

/** @typedef {{ received: number, rtt: number | null, jitter: number, loss: number, mos: number | null }} Sample */

/**
 * What the coordinator needs of a tab that is the host.
 * @typedef {object} Host
 * @property {() => Promise<void>} start
 * @property {() => CallSummary[]} stop
 * @property {() => boolean} hasLiveCall
 * @property {() => Snapshot} snapshot
 * @property {Run} execute
 */

/** @typedef {{ microphone?: { timeoutMs?: number, intervalMs?: number, threshold?: number }, registration?: { timeoutMs?: number }, media?: { timeoutMs?: number } }} TestLimits */

/**
 * @typedef {object} LineTestOptions
 * @property {(step: LineTestStep) => void} [onStep]
 * @property {TestLimits} [limits]
 * @property {(realm: string) => Promise<Credentials | null>} [credentialsFor]  The same credentials for the realm that the server's challenge names, when it is another; asked once.
 */

/** @typedef {{ callId?: string, providerCallId?: string, type: "answered" | "ended", cause?: Cause }} ServerEvent */

/** @typedef {{ ok: boolean, cause?: LineTestStep["cause"], [detail: string]: unknown }} Result */

/** @typedef {{ [Type in PhoneEventType]: PhoneEvent }} PhoneEvents */

/** @typedef {import("./drivers/types.js").DriverEvents} DriverEvents */

/** @typedef {import("./drivers/types.js").Failure} Failure */

/** @typedef {import("./drivers/types.js").Incoming} Incoming */

/** @typedef {import("./drivers/types.js").SessionEvents} SessionEvents */

export {}
