import { explicar } from "../ligacao/textos.js"

/** @import { Linha } from "../tipos.js" */

/**
 * What a telephone says of itself when it is pointed at or reached: whether a call could be placed, and what is in the way.
 * @param {Document} document
 * @param {Linha} linha
 */
export function montarDicas(document, linha) {
  /** @param {{ target: HTMLElement }} partes */
  const dizer = ({ target }) => {
    const botao = target.closest?.("[data-ligar]")
    if (botao) {
      botao.title = dica(botao, linha, document.documentElement.dataset.linha)
    }
  }
  document.addEventListener("pointerover", dizer)
  document.addEventListener("focusin", dizer)
  return () => {
    document.removeEventListener("pointerover", dizer)
    document.removeEventListener("focusin", dizer)
  }
}

/** @param {HTMLElement} botao @param {Linha} linha @param {string} estado */
function dica(botao, linha, estado) {
  const { nome } = botao.dataset
  if (botao.hasAttribute("data-em-ligacao")) {
    return `Em ligação com ${nome}`
  }
  switch (estado) {
    case "ocupada":
      return "Você já está em uma ligação"
    case "conectando":
      return "Conectando a linha…"
    case "sem-ramal":
    case "falha":
      return indisponivel(linha.estado().userAgent.cause)
    case "por-confirmar":
      return indisponivel(linha.naoLiga())
    default:
      return `Ligar para ${nome}`
  }
}

/** @param {string | null | undefined} causa */
function indisponivel(causa) {
  const { texto, recado } = explicar(causa)
  return recado || texto
}
