import { encostar } from "../../casca/encosto.js"
import { simples } from "../../casca/texto.js"
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
  let volta = null

  /** @param {HTMLElement} botao @param {HTMLElement} de */
  const abrir = (botao, de) => {
    volta = de
    const cartao = botao.closest(".cartao")
    menu.replaceChildren(
      ...destinosDe(quadro, cartao).map(({ texto, inicio, lista, antesDe }) =>
        item(document, texto, inicio, () => {
          menu.hidePopover()
          volta?.focus({ preventScroll: true })
          mover(cartao, lista, antesDe)
          cartao.scrollIntoView({ block: "nearest", inline: "nearest" })
        }),
      ),
    )
    menu.showPopover()
    encostar(menu, botao)
    menu.querySelector("button").focus()
  }

  /** @param {De<PointerEvent>} evento */
  const aoClicar = (evento) => {
    const botao = evento.target.closest?.("[data-mover]")
    if (botao) {
      abrir(botao, botao)
    }
  }

  /** @param {De<KeyboardEvent>} evento */
  const teclar = (evento) => {
    /** @type {HTMLElement[]} */
    const itens = [...menu.querySelectorAll(".menu__item")]
    const atual = itens.indexOf(/** @type {HTMLElement} */ (document.activeElement))
    const alvo =
      {
        ArrowDown: itens[(atual + 1) % itens.length],
        ArrowUp: itens[(atual - 1 + itens.length) % itens.length],
        Home: itens[0],
        End: itens.at(-1),
      }[evento.key] ?? pelaLetra(itens, atual, evento)
    if (alvo) {
      evento.preventDefault()
      alvo.focus()
    } else if (evento.key === "Escape" || evento.key === "Tab") {
      evento.preventDefault()
      evento.stopPropagation()
      menu.hidePopover()
      volta?.focus({ preventScroll: true })
    }
  }

  quadro.addEventListener("click", aoClicar, { signal })
  menu.addEventListener("keydown", teclar, { signal })
  return { abrir }
}

// The next one that begins with it: a stage by its name, which all of them have "Mover para" before.
/** @param {HTMLElement[]} itens @param {number} atual @param {KeyboardEvent} evento */
function pelaLetra(itens, atual, { key, ctrlKey, altKey, metaKey }) {
  const letra = key.length === 1 && !ctrlKey && !altKey && !metaKey ? simples(key) : null
  const seguintes = [...itens.slice(atual + 1), ...itens.slice(0, atual + 1)]
  return letra?.trim() ? seguintes.find(({ dataset }) => simples(dataset.inicio ?? "").startsWith(letra)) : undefined
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
    lugar > 0 && { texto: "Para o topo", inicio: "Para o topo", lista, antesDe: cartoes[0] },
    lugar > 0 && { texto: "Subir", inicio: "Subir", lista, antesDe: cartoes[lugar - 1] },
    lugar < cartoes.length - 1 && { texto: "Descer", inicio: "Descer", lista, antesDe: cartoes[lugar + 1].nextElementSibling },
  ].filter((destino) => destino !== false)
  const outras = [...quadro.querySelectorAll(".coluna__cartoes")]
    .filter((outra) => etapaDe(outra) !== etapaDe(lista))
    .map((outra) => ({ texto: `Mover para ${nomeDaEtapa(outra)}`, inicio: nomeDaEtapa(outra), lista: outra, antesDe: outra.querySelector(".cartao") }))
  return [...nesta, ...outras]
}

/** @param {Document} document @param {string} texto @param {string} inicio @param {() => void} escolher */
function item(document, texto, inicio, escolher) {
  const botao = document.createElement("button")
  botao.type = "button"
  botao.role = "menuitem"
  botao.className = "menu__item"
  botao.tabIndex = -1
  botao.dataset.inicio = inicio
  botao.textContent = texto
  botao.addEventListener("click", escolher)
  return botao
}
