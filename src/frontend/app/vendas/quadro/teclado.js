import { avisar } from "../../casca/avisos.js"
import { letraSolta } from "../../casca/atalhos.js"
import { dizer, ouvir } from "../../casca/barramento.js"
import { criarParadas } from "./paradas.js"

/**
 * The board by keyboard. A column is one stop of Tab: the card one was at last. Arrows go on from card to card and from column to
 * column; L calls, M opens "Mover".
 * @param {Document} document
 * @param {HTMLElement} quadro
 * @param {{ abrirMover: (botao: HTMLElement, volta: HTMLElement) => void, signal?: AbortSignal }} partes
 */
export function montarTeclado(document, quadro, { abrirMover, signal }) {
  const paradas = criarParadas(quadro)

  /** @param {De<KeyboardEvent>} evento */
  const aoTeclar = (evento) => {
    const parada = paradaDe(evento.target)
    if (!parada || evento.defaultPrevented) {
      return
    }
    const passo = evento.ctrlKey || evento.altKey || evento.metaKey || evento.shiftKey ? null : PASSOS[evento.key]
    if (passo) {
      evento.preventDefault()
      ir(passo(quadro, parada))
    } else if (parada.matches(".cartao")) {
      const acao = { l: ligar, m: mover }[letraSolta(evento) ?? ""]
      if (acao) {
        evento.preventDefault()
        acao(parada, evento.target)
      }
    }
  }

  /** @param {HTMLElement} cartao */
  const ligar = (cartao) => {
    const botao = cartao.querySelector(".ligar")
    if (botao && !botao.disabled) {
      dizer(document, "crm:discar", { numero: "", ...botao.dataset })
    } else if (!botao) {
      avisar("Este contato não tem telefone para ligar.", { tipo: "alerta", chave: "sem-telefone" })
    }
  }
  /** @param {HTMLElement} cartao @param {HTMLElement} volta */
  const mover = (cartao, volta) => {
    const botao = cartao.querySelector("[data-mover]")
    if (botao) {
      abrirMover(botao, volta)
    }
  }

  quadro.addEventListener("keydown", aoTeclar, { signal })
  document.addEventListener("focusin", ({ target }) => paradas.focou(target), { signal })
  ouvir(document, "crm:cartoes-novos", paradas.arrumar, { signal })
  ouvir(document, "crm:cartao-movido", paradas.arrumar, { signal })
}

/** @type {Record<string, (quadro: HTMLElement, parada: HTMLElement) => HTMLElement | null | undefined>} */
const PASSOS = {
  ArrowDown: (_, parada) => aoLado(parada, 1),
  ArrowUp: (_, parada) => aoLado(parada, -1),
  ArrowRight: (quadro, parada) => naColuna(quadro, parada, 1),
  ArrowLeft: (quadro, parada) => naColuna(quadro, parada, -1),
  Home: (_, parada) => cartoesDe(parada.closest(".coluna"))[0],
  End: (_, parada) => cartoesDe(parada.closest(".coluna")).at(-1),
}

/** @param {HTMLElement} alvo */
const paradaDe = (alvo) => alvo.closest?.(".coluna__cartoes > .cartao, .coluna__cartoes > [data-mais], .coluna__nova") ?? null

/** @param {HTMLElement} coluna @returns {HTMLElement[]} */
const cartoesDe = (coluna) => [...coluna.querySelectorAll(".coluna__cartoes > .cartao")]

// Cards that were let go come back when their place is near; until they are there one stays.
/** @param {HTMLElement} parada @param {number} passo @returns {HTMLElement | null | undefined} */
function aoLado(parada, passo) {
  const todas = [...parada.closest(".coluna").querySelectorAll(".coluna__cartoes > :is(.cartao, [data-reserva], [data-mais]), .coluna__nova")]
  return todas[todas.indexOf(parada) + passo]
}

// Beside it, as the eye sees it. A column without cards has its "Adicionar"; one without that is passed over.
/** @param {HTMLElement} quadro @param {HTMLElement} parada @param {number} passo */
function naColuna(quadro, parada, passo) {
  const colunas = [...quadro.querySelectorAll(".coluna")]
  const altura = meio(parada)
  for (let i = colunas.indexOf(parada.closest(".coluna")) + passo; i >= 0 && i < colunas.length; i += passo) {
    const cartoes = cartoesDe(colunas[i])
    const perto = cartoes.sort((a, b) => Math.abs(meio(a) - altura) - Math.abs(meio(b) - altura))[0] ?? colunas[i].querySelector(".coluna__nova")
    if (perto) {
      return perto
    }
  }
  return null
}

/** @param {HTMLElement} parada */
function meio(parada) {
  const { top, bottom } = parada.getBoundingClientRect()
  return (top + bottom) / 2
}

/** @param {HTMLElement | null | undefined} parada */
function ir(parada) {
  parada?.scrollIntoView?.({ block: "nearest", inline: "nearest" })
  ;(parada?.matches(".cartao") ? parada.querySelector("h3 a") : parada)?.focus({ preventScroll: true })
}
