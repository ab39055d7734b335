/** @import { EventoDaLinha, EventoDoTelefone, Pagina } from "../tipos.js" */

const PASSO_MS = 1000
// Far above what a hidden page is held back: one with a call up is not, and each event of the line is a beat too.
const SONO_MS = 15000
const PROVAS = 2
const FIM = ["call.ending", "call.failed", "call.ended"]

/**
 * Notices that the computer slept during a call: the clock jumped. Until sound flows again nobody knows whether the call outlived
 * the sleep; one that ends before that ended, as far as anybody saw, at the last beat, and sleep is no talk.
 * @param {{ pagina: EventTarget, document: Document, aoAcordar: () => void, aoContinuar: () => void, agora?: () => number }} partes
 */
export function criarVigilia({ pagina, document, aoAcordar, aoContinuar, agora = () => Date.now() }) {
  /** @type {number | null} */
  let batida = null
  /** @type {number | null} */
  let sono = null
  let provas = 0
  /** @type {number | null} */
  let relogio = null

  function bater() {
    if (batida === null) {
      return
    }
    const antes = batida
    batida = agora()
    if (batida - antes > SONO_MS) {
      sono ??= antes
      provas = 0
      aoAcordar()
    }
  }

  function comecar() {
    batida ??= agora()
    relogio ??= setInterval(bater, PASSO_MS)
  }

  function parar() {
    clearInterval(relogio)
    batida = sono = relogio = null
  }

  // The first packets after it may have waited in the machine all the time.
  /** @param {EventoDaLinha} partes */
  function provar({ type, data }) {
    const prova = type === "call.reconnected" ? PROVAS : type === "call.stats" && data?.received > 0 ? 1 : 0
    provas = prova > 0 || type !== "call.stats" ? provas + prova : 0
    if (sono !== null && provas >= PROVAS) {
      sono = null
      aoContinuar()
    }
  }

  // libwebphone may have heard the other side for the last time earlier still.
  /** @param {EventoDaLinha} evento */
  function datar(evento) {
    const { call, summary } = evento
    const endedAt = new Date(Math.min(Number(sono), Date.parse(summary?.endedAt ?? call?.endedAt ?? "") || Number(sono))).toISOString()
    return /** @type {EventoDoTelefone} */ ({
      ...evento,
      at: endedAt,
      call: { ...call, endedAt },
      ...(summary && { summary: { ...summary, endedAt, dormiu: true } }),
    })
  }

  /** @type {[EventTarget, string][]} */
  const escutas = [
    [document, "visibilitychange"],
    [document, "resume"],
    [pagina, "pageshow"],
    [pagina, "focus"],
  ]
  escutas.forEach(([alvo, evento]) => alvo.addEventListener(evento, bater))

  return {
    /** Whether a sleep was noticed that the call is not known to have outlived. */
    duvida: () => sono !== null,

    /**
     * The event as it is to be told, with `emLigacao` whether a call is up after it.
     * @param {EventoDaLinha} evento
     * @param {boolean} emLigacao
     */
    passar(evento, emLigacao) {
      bater()
      provar(evento)
      const dito = sono !== null && FIM.includes(evento.type) ? datar(evento) : evento
      if (evento.type === "call.ended") {
        parar()
      } else if (emLigacao) {
        comecar()
      }
      return dito
    },

    parar() {
      parar()
      escutas.forEach(([alvo, evento]) => alvo.removeEventListener(evento, bater))
    },
  }
}
