import { icone } from "../../casca/icone.js"

const NOME = "oportunidade-"

/**
 * What only scripts use is not sent with every card: its name in the document, what a call is told, the button of "Mover".
 * Cards that came from the server get it before anything else looks at them, wherever they stand.
 * @param {ParentNode} raiz
 */
export function completar(raiz) {
  raiz.querySelectorAll(".cartao:not([id])").forEach(completarUm)
}

/** @param {HTMLElement | null} cartao */
export const idDe = (cartao) => cartao?.id.slice(NOME.length) ?? null

/** @param {HTMLElement} cartao */
function completarUm(cartao) {
  const titulo = cartao.querySelector("h3 a")
  const id = String(titulo.getAttribute("href")).split("/").at(-1)
  const ligar = cartao.querySelector(".ligar")
  cartao.id = NOME + id
  titulo.draggable = false
  if (ligar) {
    Object.assign(ligar.dataset, { numero: ligar.dataset.ligar, nome: ligar.textContent, oportunidadeId: id })
  }
  comMover(cartao)
}

/**
 * The button of "Mover", which what is won or lost does not have.
 * @param {HTMLElement} cartao
 */
export function comMover(cartao) {
  if (cartao.querySelector("[data-encerrada]")) {
    return
  }
  const botao = cartao.ownerDocument.createElement("button")
  botao.type = "button"
  botao.className = "cartao__mover"
  botao.dataset.mover = ""
  botao.setAttribute("aria-haspopup", "true")
  botao.setAttribute("aria-label", `Mover ${cartao.querySelector("h3").textContent}`)
  botao.append(icone("ellipsis"))
  cartao.querySelector(":scope > p:last-of-type").querySelector("span").before(botao)
}
