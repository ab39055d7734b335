import type { DiagnoseReport, MediaDevices, PhoneAudioContext } from "./libwebphone-media"

export * from "./libwebphone-media"

/** The phone of one user in one tab. Nothing is asked, opened or registered before `getUserAgent().start()`. */
export default class libwebphone {
  constructor(config: PhoneConfig)
  getUserAgent(): UserAgent
  getCallList(): CallList
  getMediaDevices(): MediaDevices
  getAudioContext(): PhoneAudioContext
  /** The same shape in every tab: a remote tab sees the host's. Always a copy. */
  getState(): PhoneState
  /** `type` is one of PhoneEventType, or "*". Returns the undo. */
  on(type: PhoneEventType | "*", listener: (event: PhoneEvent) => void): () => void
  once(type: PhoneEventType | "*", listener: (event: PhoneEvent) => void): () => void
  off(type: PhoneEventType | "*", listener: (event: PhoneEvent) => void): void
  onAny(listener: (event: PhoneEvent) => void): () => void
  waitFor(type: PhoneEventType, options?: { timeoutMs?: number; where?: (event: PhoneEvent) => boolean }): Promise<PhoneEvent>
  /** What the server knows and SIP does not. `answered` turns `established` into `connected`; `ended` hangs up with `endedBy: "server"`. */
  applyServerEvent(event: { callId?: string; providerCallId?: string; type: "answered" | "ended"; cause?: Cause }): Promise<void>
  destroy(): Promise<void>
}

/**
 * Tries what a call needs without calling anybody: microphone (it must give sound), connection, registration with a
 * throw-away user agent, media (through two peer connections of the page). Stops at the first failure. Resolves with
 * whether everything works, never rejects; works with credentials that were not saved.
 */
export function testLine(credentials: Credentials, options?: {
  onStep?: (step: LineTestStep) => void
  /** The same credentials for the realm that the server's challenge names, when it is another; asked once. */
  credentialsFor?: (realm: string) => Promise<Credentials>
}): Promise<boolean>

export interface LineTestStep {
  step: "microphone" | "connection" | "registration" | "media"
  state: "running" | "ok" | "failed"
  cause?: Cause | "mic_silent" | "no_candidates" | "no_media"
  /** It works, but a configured TURN server gave no address. */
  warning?: "turn_unreachable"
  sipCode?: number
  /** The microphone's name. */
  label?: string
  candidateTypes?: string[]
  /** Milliseconds since the connection was opened. */
  elapsedMs?: number
}

/** Every command rejects with one. `code` is a Cause or one of the words below. */
export class PhoneError extends Error {
  code:
    | Cause
    | "busy_line" | "not_registered" | "not_started" | "disabled" | "no_call" | "no_dialer" | "wrong_state"
    | "hold_refused" | "unhold_refused" | "not_ready" | "timeout" | "host_unreachable" | "in_call" | "not_supported"
    | string
  sipCode?: number
  /** What the `beforeInvite` hook or the `credentials` callback attached to its error as `data`. */
  data?: unknown
}

export interface PhoneConfig {
  /**
   * Called at each (re)start, once more after a refused registration (the same answer again is not tried again) and once for
   * each `realm` that a challenge names instead of ours: `ha1` must then be made for it, and `realm` repeat it. `null` = this user has no extension: state `disabled`. A rejection that carries a `code` is final, any other one is retried.
   */
  credentials: (wanted: { realm?: string }) => Promise<Credentials | null>
  dialer?: { dial(phone: string, call: CallInfo): Promise<{ id: string }>; hangup(id: string): Promise<void> }
  /** Called synchronously in `pagehide` with the calls it just cut; send them with `fetch(…, {keepalive: true})`. */
  onPageHide?: (summaries: CallSummary[]) => void
  transport?: { recoveryMinInterval?: number; recoveryMaxInterval?: number; pingInterval?: number; pingIntervalInCall?: number; pingTimeout?: number }
  /** `noAnswerTimeout`: seconds after which an unanswered call is cancelled with `no_answer`. */
  userAgent?: { registerExpires?: number; noAnswerTimeout?: number; instanceId?: "auto" | string; userAgentString?: string }
  ice?: { gatherTimeout?: number; iceTransportPolicy?: RTCIceTransportPolicy }
  call?: { autoAnswer?: { header?: string; windowSeconds?: number }; maxCalls?: number; dtmf?: "auto" | "info" | "rfc2833"; startMuted?: boolean; recoverySeconds?: number }
  audio?: {
    constraints?: MediaTrackConstraints
    inputId?: string
    outputId?: string
    volumes?: Partial<Record<VolumeChannel, number>>
    ringback?: "BR" | false
  }
  /** Without it the tab is always its own host. */
  tabs?: { lockName: string; channelName: string }
  stats?: { intervalMs?: number; thresholds?: Partial<Record<QualityWarning, number>> }
  debug?: boolean
  /** Tests only: makes the driver instead of JsSIP's. */
  driver?: (options: object) => object
}

export interface Credentials {
  wssUrl: string[]
  uri: string
  authorizationUser: string
  realm: string
  ha1: string
  displayName?: string
  iceServers?: RTCIceServer[]
  registerExpires?: number
}

export type UserAgentState = "disabled" | "stopped" | "connecting" | "connected" | "registered" | "reconnecting" | "failed"
export type Role = "host" | "remote" | "none"
export type CallState =
  | "dialing" | "ringing" | "early" | "established" | "connected" | "held" | "reconnecting"
  /** Hung up, or its path lost while it rang: CANCEL or BYE is on its way, again after every reconnection. At most 32 s. */
  | "ending"
  | "ended" | "failed"
export type Cause =
  /** `rejected`: the person called refused; `forbidden`: the provider did not let the call through (403). */
  | "normal" | "busy" | "no_answer" | "rejected" | "forbidden" | "not_found" | "cancelled" | "media_incompatible"
  | "mic_denied" | "mic_missing" | "mic_busy" | "network" | "auth" | "server" | "unknown"
export type EndedBy = "local" | "remote" | "network" | "server"
export type VolumeChannel = "remote" | "ringback" | "tones" | "ringer"
export type QualityWarning = "mos" | "rtt" | "jitter" | "loss" | "no_audio"

export interface PhoneState {
  role: Role
  userAgent: { state: UserAgentState; cause?: Cause }
  /** `disconnected` = not registered, `registered` = ready and idle, `in_call` = a call that has not ended. */
  phone: "disconnected" | "registered" | "in_call"
  /** Live calls only: in the listeners of `call.failed` and `call.ended` it has already left. */
  calls: CallInfo[]
  /** True while the browser refuses to play: offer a button that calls `getAudioContext().unlock()`. */
  audioBlocked: boolean
}

export interface CallInfo {
  id: string
  providerCallId: string | null
  sipCallId: string | null
  direction: "outgoing" | "incoming"
  via: "sip" | "dialer"
  state: CallState
  muted: boolean
  held: boolean
  /** The other side put us on hold: nothing is heard until it resumes. */
  heldByRemote: boolean
  /** `lost`: the device went away or the system shut it, and nothing could replace it yet; the other side hears silence. */
  microphone: "ok" | "lost"
  /** What was refused last, until the next change of hold. */
  refusal: "hold_refused" | "unhold_refused" | null
  /** From `ending` on: how it will have ended. `network` while `ending`: the path was lost before the answer. */
  cause: Cause | null
  isPrimary: boolean
  /** True from the answer to the end, also while held or reconnecting. */
  established: boolean
  remote: { number: string; name: string }
  metadata: Record<string, unknown>
  startedAt: string
  ringingAt: string | null
  establishedAt: string | null
  connectedAt: string | null
  /** From `ending` on: when it was hung up here. */
  endedAt: string | null
  /** The last second in which the other side was heard, or was on hold. An end found after a sleep, or made by the network, is dated so. */
  lastSignAt: string | null
  dtmfCount: number
}

export interface CallSummary {
  callId: string
  providerCallId: string | null
  sipCallId: string | null
  direction: "outgoing" | "incoming"
  metadata: Record<string, unknown>
  startedAt: string
  establishedAt: string | null
  connectedAt: string | null
  endedAt: string | null
  endedBy: EndedBy | null
  sipCode: number | null
  cause: Cause | null
  quality: CallQuality | null
}

export interface CallQuality {
  mosAvg: number | null; mosMin: number | null
  rttAvg: number | null; rttMax: number | null
  jitterAvg: number | null; jitterMax: number | null
  lossPercent: number | null
  codec: string | null
  candidateType: string | null
  reconnects: number
  answerMs: number | null
}

/** One serialisable object; the same one reaches every tab. */
export interface PhoneEvent {
  type: PhoneEventType
  /** ISO-8601 UTC */
  at: string
  state: UserAgentState
  call?: CallInfo
  /** In `call.ended` (exactly once per call, always the last) and in `call.failed` (just before it, when the call was never established). */
  summary?: CallSummary
  cause?: Cause
  error?: { code: string; message: string; sipCode?: number; data?: unknown }
  /** `call.timeupdate`: `{seconds}` since connected; `call.stats`: the sample; `call.quality.*`: `{name, value}`; `call.dtmf`: `{count}`; `role.changed`: `{role}`; `mediaDevices.lost`: `{reason: "ended" | "muted"}`, in a call; `mediaDevices.recovered`: `{label}` of the microphone that serves now; `call.refused`: `{from, reason}`. */
  data?: Record<string, unknown>
}

export type PhoneEventType =
  | "userAgent.connecting" | "userAgent.connected" | "userAgent.disconnected" | "userAgent.reconnecting"
  | "userAgent.registration.registered" | "userAgent.registration.unregistered" | "userAgent.registration.failed"
  | "userAgent.role.changed" | "userAgent.disabled" | "userAgent.stopped"
  | "call.created" | "call.dialing" | "call.ringing" | "call.early" | "call.established" | "call.connected"
  | "call.hold" | "call.unhold" | "call.hold.refused" | "call.hold.remote" | "call.unhold.remote" | "call.muted" | "call.unmuted" | "call.reconnecting" | "call.reconnected"
  | "call.dtmf" | "call.stats" | "call.quality.warning" | "call.quality.cleared" | "call.timeupdate"
  | "call.ending" | "call.failed" | "call.ended" | "call.refused"
  | "callList.added" | "callList.removed"
  | "mediaDevices.changed" | "mediaDevices.lost" | "mediaDevices.recovered" | "mediaDevices.getUserMedia.error"
  | "audioContext.blocked" | "audioContext.unlocked"
  | "error"

export interface UserAgent {
  /** Joins the election. Resolves when registered (host) or when the host's state arrived (remote). */
  start(): Promise<void>
  /** Leaves in this tab only: hangs up and unregisters when it is the host, then another tab takes over. */
  stop(): Promise<void>
  register(): Promise<void>
  unregister(): Promise<void>
  isStarted(): boolean
  isConnected(): boolean
  isRegistered(): boolean
  /** Registered and free to call. */
  isReady(): boolean
  /** Microphone, then `beforeInvite`, then INVITE. Resolves when the INVITE left; rejects when it never did (a call that already existed then also emits `call.failed` and `call.ended`). Works in every tab. */
  call(target: string, options?: CallOptions): Promise<Call>
  /**
   * The same with everything at once: starts the phone when it is not, and opens the microphone, registers and gathers
   * candidates while the app asks its server. The INVITE leaves when all of it is there and never before `before` resolved;
   * its answer says what is dialled and how. Rejects with the first thing that prevents the call; then `before` may still
   * succeed, and what it made at the server is the app's to close. The call exists, as `dialing`, from the start.
   */
  place(request: PlaceRequest): Promise<Call>
  hangupAll(): Promise<void>
  redial(options?: CallOptions): Promise<Call>
  /** Makes this tab the host; refused with `in_call` while the host has a call. */
  takeOver(): Promise<void>
  startDebug(): Promise<void>
  stopDebug(): Promise<void>
  diagnose(options?: { timeoutMs?: number }): Promise<DiagnoseReport>
}

export interface CallOptions {
  via?: "sip" | "dialer"
  /** The app's own uuid; made here when absent. */
  id?: string
  displayName?: string
  /** Serialisable; comes back in every CallInfo and in the summary. */
  metadata?: Record<string, unknown>
  customHeaders?: string[]
  /** Runs in the tab that asked, after the microphone was granted. A rejection cancels the call before anything left; `target` replaces what is dialled, `via` how. */
  beforeInvite?: (call: CallInfo) => Promise<void | { target?: string; via?: "sip" | "dialer" }>
}

export interface PlaceRequest {
  number: string
  /** The app's own uuid; made here when absent. */
  id?: string
  /** Begun by the app before or as it calls `place`. A rejection cancels the call; its `code` and `data` come back in the error. */
  before?: Promise<void | { target?: string; via?: "sip" | "dialer" }>
  /** What to prepare for: with `dialer` no candidates are gathered. `before` has the last word. */
  via?: "sip" | "dialer"
  displayName?: string
  metadata?: Record<string, unknown>
  customHeaders?: string[]
}

/** A handle that stays valid in every tab and role; it reads the mirrored state and runs commands on the host. */
export interface Call {
  getId(): string
  getProviderCallId(): string | null
  getDirection(): "outgoing" | "incoming"
  getState(): CallState
  getInfo(): CallInfo
  isEstablished(): boolean
  isOnHold(): boolean
  isMuted(): boolean
  isEnded(): boolean
  remoteIdentity(): { number: string; name: string }
  /** BYE, CANCEL or, before the INVITE left, a clean local end. Resolves when it was asked for; `call.ended` comes when the other side knows. */
  hangup(): Promise<void>
  /** A refusal keeps the call and rejects with `hold_refused` / `unhold_refused`. */
  hold(): Promise<void>
  unhold(): Promise<void>
  mute(): Promise<void>
  unmute(): Promise<void>
  sendDTMF(tones: string): Promise<void>
  getStats(): Promise<Record<string, unknown> | null>
  summary(): CallSummary
}

export interface CallList {
  getCalls(): Call[]
  /** Without an id: the primary call. A call that ended moments ago is still found by its id. */
  getCall(id?: string): Call | undefined
}
