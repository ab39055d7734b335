// A name of its own for this page, for as long as it lives: what it changed itself comes back to it as a hint.
const nova = () => globalThis.crypto?.randomUUID?.() ?? `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`

export const ABA = nova()

/** Goes with every request that may change something. */
export const CABECALHO_DA_ABA = { "X-Aba": ABA }
