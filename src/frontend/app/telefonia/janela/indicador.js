import { LINHA } from "../ligacao/textos.js"

/** @import { Linha } from "../tipos.js" */

/** @type {Record<string, string>} */
const ESTADO = { stopped: "parada", registered: "disponivel", connecting: "conectando", connected: "conectando", reconnecting: "conectando" }

/** What may change it. It reads the state at each event, so that a tab that missed one is right at the next. */
export const INDICADOS = [
  ...["connecting", "connected", "disconnected", "reconnecting", "disabled", "stopped", "role.changed"].map((tipo) => `userAgent.${tipo}`),
  ...["registered", "unregistered", "failed"].map((tipo) => `userAgent.registration.${tipo}`),
]

// Whatever the line does, no call is placed by it.
/** @param {{ state: string, cause?: string }} partes @param {string | null} naoLiga */
function daLinha({ state, cause }, naoLiga) {
  return naoLiga === "ramal_por_confirmar" ? "por-confirmar" : (ESTADO[state] ?? (cause === "sem_ramal" ? "sem-ramal" : "falha"))
}

/**
 * The pill in the top bar: whether a call could be placed now. Every telephone of the page looks the same way, by `data-linha` above it.
 * @param {HTMLElement} elemento
 * @param {Linha} linha
 */
export function montarIndicador(elemento, linha) {
  if (!elemento) {
    return () => {}
  }
  const { dataset } = elemento.ownerDocument.documentElement
  let jaEsteve = false

  function refletir() {
    const { userAgent, calls } = linha.estado()
    const estado = calls.length > 0 ? "ocupada" : daLinha(userAgent, linha.naoLiga())
    jaEsteve ||= estado === "disponivel"
    const texto = estado === "conectando" && !jaEsteve ? "Conectando…" : (LINHA[estado] ?? "")
    elemento.dataset.estado = estado
    dataset.linha = estado
    if (elemento.textContent !== texto) {
      elemento.textContent = texto
    }
  }
  return linha.aoEvento(refletir)
}
