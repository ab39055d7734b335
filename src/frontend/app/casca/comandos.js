/** @import { Htmx } from "./htmx.js" */

/** @type {WeakMap<HTMLElement, () => unknown>} */
const acoes = new WeakMap()

/**
 * What a control does when it is pressed, kept beside it: a key or the palette does the same without pretending to press.
 * @param {HTMLElement} controle
 * @param {() => unknown} acao
 * @param {{ signal?: AbortSignal }} [opcoes]
 */
export function montarAcao(controle, acao, opcoes) {
  oferecer(controle, acao)
  controle.addEventListener("click", () => acao(), opcoes)
}

/**
 * For what the palette finds and nobody presses.
 * @param {HTMLElement} controle
 * @param {() => unknown} acao
 */
export function oferecer(controle, acao) {
  acoes.set(controle, acao)
}

/** @param {HTMLElement} controle */
export function executar(controle) {
  acoes.get(controle)?.()
}

/**
 * As the control itself would: a link by its own attributes, anything else by what its part offers.
 * @param {Document} document
 * @param {HTMLElement} controle
 * @param {Htmx} htmx
 */
export function seguir(document, controle, htmx) {
  const endereco = controle.getAttribute("href")
  if (!endereco) {
    executar(controle)
  } else if (controle.closest("[hx-boost='false']")) {
    document.location.assign(endereco)
  } else {
    htmx.ajax("GET", endereco, { source: controle })
  }
}
