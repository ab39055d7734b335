const OVER = ["ended", "failed"]

const NEXT = {
  dialing: ["ringing", "early", "established", ...OVER],
  ringing: ["early", "established", ...OVER],
  early: ["established", ...OVER],
  established: ["connected", "held", "reconnecting", ...OVER],
  connected: ["held", "reconnecting", ...OVER],
  held: ["established", "connected", "reconnecting", ...OVER],
  reconnecting: ["established", "connected", "held", ...OVER],
  ended: [],
  failed: [],
}

export const mayMove = (from, to) => NEXT[from].includes(to)

export const isOver = state => OVER.includes(state)
