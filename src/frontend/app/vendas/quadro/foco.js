/** @typedef {{ cartao: HTMLElement, lista: HTMLElement, lugar: number }} Saida */

/**
 * Who opened a card by keyboard and won or lost it comes back to a board where the card is not any more: the one that took its
 * place gets the focus, else what is left in its column.
 * @param {Document} document
 * @param {HTMLElement} quadro
 * @param {{ signal?: AbortSignal }} [opcoes]
 */
export function montarFocoDeQuemVolta(document, quadro, { signal } = {}) {
  const modal = document.getElementById("modal")
  /** @type {Saida | null} */
  let saida = null

  /** @param {{ target: HTMLElement }} partes */
  const abrir = ({ target }) => {
    const cartao = target.closest?.(".cartao")
    if (cartao && target.closest("h3 a")) {
      saida = { cartao, lista: cartao.parentElement, lugar: cartoes(cartao.parentElement).indexOf(cartao) }
    }
  }
  const fechar = () => {
    if (saida && !saida.cartao.isConnected && (document.activeElement ?? document.body) === document.body) {
      herdeiro(document, saida)?.focus()
    }
    saida = null
  }

  quadro.addEventListener("click", abrir, { signal })
  modal?.addEventListener("close", fechar, { signal })
}

/** @param {HTMLElement} lista */
const cartoes = (lista) => [...lista.querySelectorAll(".cartao")]

/** @param {Document} document @param {{ lista: HTMLElement, lugar: any }} partes */
function herdeiro(document, { lista, lugar }) {
  if (!lista.isConnected) {
    return document.querySelector("main h1")
  }
  const restantes = cartoes(lista)
  const cartao = restantes[lugar] ?? restantes.at(-1)
  return cartao?.querySelector("h3 a") ?? lista.closest(".coluna").querySelector("[data-criar-em]") ?? document.querySelector("main h1")
}
