import { encostar } from "../../casca/encosto.js"
import { etapaDe, nomeDaEtapa } from "./movimento.js"

/** @import { Movimento } from "./movimento.js" */

/**
 * "Mover": the way without a mouse. One menu for the whole board, filled for the card that asks.
 * @param {Document} document
 * @param {HTMLElement} quadro
 * @param {Pick<Movimento, "mover">} partes
 * @param {{ signal?: AbortSignal }} [opcoes]
 */
export function montarMenuDeMover(document, quadro, { mover }, { signal } = {}) {
  const menu = document.getElementById("mover")
  /** @type {HTMLElement | null} */
  let botao = null

  /** @param {De<PointerEvent>} evento */
  const abrir = (evento) => {
    botao = evento.target.closest?.("[data-mover]")
    if (!botao) {
      return
    }
    const cartao = botao.closest(".cartao")
    menu.replaceChildren(
      ...destinosDe(quadro, cartao).map(({ texto, lista, antesDe }) =>
        item(document, texto, () => {
          menu.hidePopover()
          botao?.focus({ preventScroll: true })
          mover(cartao, lista, antesDe)
          cartao.scrollIntoView({ block: "nearest", inline: "nearest" })
        }),
      ),
    )
    menu.showPopover()
    encostar(menu, botao)
    menu.querySelector("button").focus()
  }

  /** @param {De<KeyboardEvent>} evento */
  const teclar = (evento) => {
    /** @type {HTMLElement[]} */
    const itens = [...menu.querySelectorAll(".menu__item")]
    const atual = itens.indexOf(/** @type {HTMLElement} */ (document.activeElement))
    const alvo = {
      ArrowDown: itens[(atual + 1) % itens.length],
      ArrowUp: itens[(atual - 1 + itens.length) % itens.length],
      Home: itens[0],
      End: itens.at(-1),
    }[evento.key]
    if (alvo) {
      evento.preventDefault()
      alvo.focus()
    } else if (evento.key === "Escape" || evento.key === "Tab") {
      evento.preventDefault()
      evento.stopPropagation()
      menu.hidePopover()
      botao?.focus({ preventScroll: true })
    }
  }

  quadro.addEventListener("click", abrir, { signal })
  menu.addEventListener("keydown", teclar, { signal })
}

/**
 * Everywhere a card can go: its places in this column first, then the top of every other one.
 * @param {HTMLElement} quadro
 * @param {HTMLElement} cartao
 */
export function destinosDe(quadro, cartao) {
  const lista = cartao.parentElement
  const cartoes = [...lista.querySelectorAll(".cartao")]
  const lugar = cartoes.indexOf(cartao)
  const nesta = [
    lugar > 0 && { texto: "Para o topo", lista, antesDe: cartoes[0] },
    lugar > 0 && { texto: "Subir", lista, antesDe: cartoes[lugar - 1] },
    lugar < cartoes.length - 1 && { texto: "Descer", lista, antesDe: cartoes[lugar + 1].nextElementSibling },
  ].filter((destino) => destino !== false)
  const outras = [...quadro.querySelectorAll(".coluna__cartoes")]
    .filter((outra) => etapaDe(outra) !== etapaDe(lista))
    .map((outra) => ({ texto: `Mover para ${nomeDaEtapa(outra)}`, lista: outra, antesDe: outra.querySelector(".cartao") }))
  return [...nesta, ...outras]
}

/** @param {Document} document @param {string} texto @param {() => void} escolher */
function item(document, texto, escolher) {
  const botao = document.createElement("button")
  botao.type = "button"
  botao.role = "menuitem"
  botao.className = "menu__item"
  botao.tabIndex = -1
  botao.textContent = texto
  botao.addEventListener("click", escolher)
  return botao
}
