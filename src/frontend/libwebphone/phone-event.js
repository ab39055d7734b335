import { toPlain } from "./phone-error.js"

/** One object that survives structured cloning, so that the other tabs get the very same. */
export function phoneEvent(type, state, { call, summary, cause, error, data } = {}) {
  return {
    type,
    at: new Date().toISOString(),
    state,
    ...(call && { call: call.info?.() ?? call }),
    ...(summary && { summary }),
    ...(cause && { cause }),
    ...(error && { error: toPlain(error) }),
    ...(data && { data }),
  }
}
