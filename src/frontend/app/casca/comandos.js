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
