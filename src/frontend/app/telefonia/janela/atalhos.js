import { executar } from "../../casca/comandos.js"

/** @type {Record<string, string>} */
const ACOES = { m: "mudo", e: "espera", t: "teclado" }

/**
 * One letter does what its button does, only while the focus is in the window and nothing is being typed (WCAG 2.1.4).
 * @param {HTMLElement} secao
 */
export function montarAtalhos(secao) {
  /** @param {De<KeyboardEvent>} evento */
  const aoTeclar = (evento) => {
    if (evento.repeat || evento.ctrlKey || evento.altKey || evento.metaKey || evento.target.closest("input, textarea, [role='group']")) {
      return
    }
    const botao = secao.querySelector(`[data-acao="${ACOES[evento.key.toLowerCase()]}"]`)
    if (botao && !botao.hidden && !botao.disabled) {
      evento.preventDefault()
      executar(botao)
    }
  }
  secao.addEventListener("keydown", aoTeclar)
  return () => secao.removeEventListener("keydown", aoTeclar)
}
