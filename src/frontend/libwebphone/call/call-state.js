/** @import { CallState } from "../types.js" */

/** @type {CallState[]} */
const OVER = ["ended", "failed"]

/** @type {CallState[]} */
const LAST = ["ending", ...OVER]

/** @type {Record<CallState, CallState[]>} */
const NEXT = {
  dialing: ["ringing", "early", "established", ...LAST],
  ringing: ["early", "established", ...LAST],
  early: ["established", ...LAST],
  established: ["connected", "held", "reconnecting", ...LAST],
  connected: ["held", "reconnecting", ...LAST],
  held: ["established", "connected", "reconnecting", ...LAST],
  reconnecting: ["established", "connected", "held", ...LAST],
  ending: OVER,
  ended: [],
  failed: [],
}

/** @param {CallState} from @param {CallState} to */
export const mayMove = (from, to) => NEXT[from].includes(to)

/** @param {CallState} state */
export const isOver = (state) => OVER.includes(state)
