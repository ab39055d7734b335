/** @import { Cause } from "./types.js" */

/** @type {Record<number, Cause>} */
const BY_SIP_CODE = {
  401: "auth",
  407: "auth",
  403: "forbidden",
  603: "rejected",
  404: "not_found",
  604: "not_found",
  410: "not_found",
  484: "not_found",
  408: "no_answer",
  480: "no_answer",
  486: "busy",
  600: "busy",
  487: "cancelled",
  415: "media_incompatible",
  488: "media_incompatible",
  606: "media_incompatible",
}

/** @type {Record<string, Cause>} */
const BY_SIP_LIBRARY = {
  "Connection Error": "network",
  "Request Timeout": "network",
  "RTP Timeout": "network",
  "Dialog Error": "network",
  "No ACK": "network",
  "Authentication Error": "auth",
  Canceled: "cancelled",
  "No Answer": "no_answer",
  Expires: "no_answer",
  Terminated: "normal",
  "Incompatible SDP": "media_incompatible",
  "Missing SDP": "media_incompatible",
  "Bad Media Description": "media_incompatible",
  "WebRTC Error": "media_incompatible",
}

/** @type {Record<string, Cause>} */
const BY_MEDIA_ERROR = {
  NotAllowedError: "mic_denied",
  SecurityError: "mic_denied",
  NotFoundError: "mic_missing",
  OverconstrainedError: "mic_missing",
  NotReadableError: "mic_busy",
  AbortError: "mic_busy",
}

/** @type {Set<string>} */
const CAUSES = new Set([
  "normal",
  "busy",
  "no_answer",
  "rejected",
  "forbidden",
  "not_found",
  "cancelled",
  "media_incompatible",
  "mic_denied",
  "mic_missing",
  "mic_busy",
  "network",
  "auth",
  "server",
  "unknown",
])

/** @param {number | null} sipCode @param {string} [libraryCause] @returns {Cause} */
export function causeOfSip(sipCode, libraryCause) {
  const code = sipCode ?? 0
  return BY_SIP_CODE[code] ?? (code >= 500 && code < 600 ? "server" : (BY_SIP_LIBRARY[libraryCause ?? ""] ?? "unknown"))
}

/** @param {any} error @returns {Cause} */
export const causeOfMedia = (error) => BY_MEDIA_ERROR[error?.name] ?? "unknown"

/** @param {any} error @returns {Cause} */
export const causeOfError = (error) => (CAUSES.has(error?.code) ? error.code : "server")
