import { controlador, dizer, ouvir } from "../../casca/barramento.js"
import { montarArrasto } from "./arrasto.js"
import { completar } from "./cartoes.js"
import { montarFocoDeQuemVolta } from "./foco.js"
import { criarLotes } from "./lotes.js"
import { montarFrescor } from "./frescor.js"
import { montarMenuDeMover } from "./menu.js"
import { criarMovimento } from "./movimento.js"
import { montarCriacaoRapida } from "./rapida.js"
import { montarTeclado } from "./teclado.js"

/**
 * @import { Digitado } from "../../casca/digitado.js"
 * @import { Htmx } from "../../casca/htmx.js"
 */

/**
 * What stands in for the browser's own parts in tests, and what the page lends.
 * @typedef {object} OpcoesDoQuadro
 * @property {Htmx} [htmx]
 * @property {Digitado} [digitado]
 * @property {typeof globalThis.fetch} [fetch]
 * @property {typeof globalThis.IntersectionObserver} [Observador]
 * @property {(lista: HTMLElement, opcoes: import("sortablejs").Options) => import("sortablejs")} [criar]
 * @property {AbortSignal} [signal]  Until the board is drawn again.
 * @property {number} [maximo]
 * @property {number} [pausa]
 * @property {() => number} [agora]
 * @property {number} [intervalo]
 * @property {number} [entreNovidades]
 */

/**
 * The board: cards that can be moved, columns that load as they are read. Drawn again, it is wired again.
 * @param {Document} document
 * @param {OpcoesDoQuadro} [opcoes]
 */
export function montarQuadro(document, opcoes = {}) {
  /** @type {AbortController | null} */
  let ligado = null

  const religar = () => {
    const quadro = document.getElementById("quadro")
    if (quadro?.dataset.ligado) {
      return
    }
    ligado?.abort()
    ligado = quadro ? controlador(document) : null
    if (ligado) {
      ligar(document, quadro, { ...opcoes, signal: ligado.signal })
    }
  }

  document.addEventListener("htmx:afterSettle", religar)
  document.addEventListener("htmx:historyRestore", religar)
  ouvir(document, "crm:funil-trocado", religar)
  religar()
}

/** @param {Document} document @param {HTMLElement} quadro @param {OpcoesDoQuadro} opcoes */
function ligar(document, quadro, opcoes) {
  quadro.dataset.ligado = "sim"
  completar(quadro)
  quadro.addEventListener("htmx:oobAfterSwap", () => completar(quadro), { signal: opcoes.signal })
  const movimento = criarMovimento(document, quadro, opcoes)
  montarArrasto(quadro, movimento, opcoes)
  const menu = montarMenuDeMover(document, quadro, movimento, opcoes)
  montarTeclado(document, quadro, { abrirMover: menu.abrir, signal: opcoes.signal })
  criarLotes(document, quadro, opcoes)
  montarCriacaoRapida(quadro, opcoes)
  montarFrescor(document, quadro, opcoes)
  montarFocoDeQuemVolta(document, quadro, opcoes)
  dizer(document, "crm:cartoes-novos")
}
