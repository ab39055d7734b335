/** @import { Linha } from "../tipos.js" */

/**
 * The browser may refuse to play before a click: then one click is asked for.
 * @param {HTMLElement} aviso
 * @param {Linha} linha
 */
export function montarSom(aviso, linha) {
  const botao = aviso.querySelector("button")
  const ativar = () => linha.ativarSom()
  const desligar = linha.aoEvento(() => {
    aviso.hidden = !linha.estado().audioBlocked
  })
  botao.addEventListener("click", ativar)
  return () => {
    desligar()
    botao.removeEventListener("click", ativar)
  }
}
