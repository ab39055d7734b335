import { toPlain } from "./phone-error.js"

/**
 * @import { CallState, CallSummary, Cause, EventDetails, PhoneEvent, PhoneEventType, UserAgentState } from "./types.js"
 * @import { Call } from "./call/call.js"
 */

/**
 * One object that survives structured cloning, so that the other tabs get the very same.
 * @param {PhoneEventType} type
 * @param {UserAgentState} state
 * @param {EventDetails} [options]
 * @returns {PhoneEvent}
 */
export function phoneEvent(type, state, { call, summary, cause, error, data } = {}) {
  return {
    type,
    at: new Date().toISOString(),
    state,
    ...(call && { call: "info" in call ? call.info() : call }),
    ...(summary && { summary }),
    ...(cause && { cause: /** @type {Cause} */ (cause) }),
    ...(error ? { error: toPlain(error) } : {}),
    ...(data && { data: /** @type {Record<string, unknown>} */ (data) }),
  }
}
