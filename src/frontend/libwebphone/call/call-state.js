const OVER = ["ended", "failed"]

const LAST = ["ending", ...OVER]

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

export const mayMove = (from, to) => NEXT[from].includes(to)

export const isOver = state => OVER.includes(state)
