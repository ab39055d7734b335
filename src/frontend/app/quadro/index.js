import { ligarArrasto } from "./arrasto.js"
import { completar } from "./cartoes.js"
import { ligarFocoDeQuemVolta } from "./foco.js"
import { criarLotes } from "./lotes.js"
import { ligarFrescor } from "./frescor.js"
import { ligarMenuDeMover } from "./menu.js"
import { criarMovimento } from "./movimento.js"
import { ligarCriacaoRapida } from "./rapida.js"

/**
 * @import { Digitado } from "../digitado.js"
 * @import { Htmx } from "../htmx.js"
 */

/**
 * What stands in for the browser's own parts in tests, and what the page lends.
 * @typedef {object} OpcoesDoQuadro
 * @property {Htmx} [htmx]
 * @property {Digitado} [digitado]
 * @property {typeof globalThis.fetch} [fetch]
 * @property {typeof globalThis.IntersectionObserver} [Observador]
 * @property {(lista: HTMLElement, opcoes: import("sortablejs").Options) => import("sortablejs")} [criar]
 * @property {number} [maximo]
 * @property {number} [pausa]
 * @property {() => number} [agora]
 * @property {number} [intervalo]
 * @property {number} [entreNovidades]
 */

/**
 * The board: cards that can be moved, columns that load as they are read. Drawn again, it is wired again.
 * @param {Document} document
 * @param {OpcoesDoQuadro} [parte1]
 */
export function ligarQuadro(document, { htmx, ...opcoes } = {}) {
  let desligar = () => {}

  const religar = () => {
    const quadro = document.getElementById("quadro")
    if (quadro?.dataset.ligado) {
      return
    }
    desligar()
    desligar = quadro ? ligar(document, quadro, { htmx, ...opcoes }) : () => {}
  }

  document.addEventListener("htmx:afterSettle", religar)
  document.addEventListener("htmx:historyRestore", religar)
  religar()
}

/** @param {Document} document @param {HTMLElement} quadro @param {OpcoesDoQuadro} opcoes */
function ligar(document, quadro, opcoes) {
  quadro.dataset.ligado = "sim"
  completar(quadro)
  const aoChegarUm = () => completar(quadro)
  quadro.addEventListener("htmx:oobAfterSwap", aoChegarUm)
  const movimento = criarMovimento(document, quadro, opcoes)
  const partes = [
    ligarArrasto(quadro, movimento, opcoes),
    ligarMenuDeMover(document, quadro, movimento),
    criarLotes(document, quadro, opcoes),
    ligarCriacaoRapida(quadro, opcoes),
    ligarFrescor(document, quadro, opcoes),
    ligarFocoDeQuemVolta(document, quadro),
  ]
  document.dispatchEvent(new CustomEvent("crm:cartoes-novos"))
  return () => {
    quadro.removeEventListener("htmx:oobAfterSwap", aoChegarUm)
    partes.forEach((desligarParte) => desligarParte())
  }
}
