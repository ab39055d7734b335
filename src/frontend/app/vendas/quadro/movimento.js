import { dizer } from "../../casca/barramento.js"
import { avisar, avisarSessaoExpirada } from "../../casca/avisos.js"
import { requisitar } from "../../casca/http.js"
import { idDe } from "./cartoes.js"

const PRAZO_MS = 15_000

/** @typedef {{ lista: HTMLElement, antesDe: HTMLElement | null }} Lugar */

/** @typedef {{ etapaId: string, quantidade: string, soma: string }} Totais */

/** @typedef {ReturnType<typeof criarMovimento>} Movimento */

/**
 * Moves a card at once and asks the server afterwards. What the server refuses, or never answers, is taken back: the card
 * returns to where it was, the focus stays on it, and a message says why.
 * @param {Document} document
 * @param {HTMLElement} quadro
 * @param {{ fetch?: typeof globalThis.fetch }} [opcoes]
 */
export function criarMovimento(document, quadro, { fetch = globalThis.fetch } = {}) {
  const base = () => document.getElementById("funil").dataset.endereco
  // Where the server last had each card that is on its way, and how many of its moves it has not answered.
  /** @type {Map<HTMLElement, Lugar & { pendentes: number }>} */
  const seguros = new Map()
  let emCurso = 0
  /** @type {Promise<unknown>} */
  let fila = Promise.resolve()

  /**
   * @param {HTMLElement} cartao
   * @param {HTMLElement} lista
   * @param {HTMLElement | null} antesDe
   * @param {Lugar} [volta]
   */
  async function mover(cartao, lista, antesDe, volta = lugarDe(cartao)) {
    const seguro = seguros.get(cartao) ?? { ...volta, pendentes: 0 }
    seguros.set(cartao, seguro)
    seguro.pendentes++
    pousar(cartao, lista, antesDe)
    const destino = destinoDe(cartao)
    anunciar(document, cartao, lista)
    marcar(1)
    // One after the other: each names the place that the answer before it gave the card.
    const pedido = fila.then(() => pedir(cartao, destino, { etapa: etapaDe(seguro.lista), posicao: cartao.dataset.posicao }))
    fila = pedido
    const resposta = await pedido
    marcar(-1)
    seguro.pendentes--
    const movido = resposta.status === 200
    if (movido) {
      cartao.dataset.posicao = resposta.corpo.posicao
      Object.assign(seguro, { lista, antesDe })
      resposta.corpo.totais.forEach((/** @type {Totais} */ total) => mostrarTotais(quadro, total))
    } else if (seguro.pendentes === 0) {
      pousar(cartao, seguro.lista, seguro.antesDe?.parentElement === seguro.lista ? seguro.antesDe : null)
      explicar(document, resposta, seguro.lista)
    }
    if (seguro.pendentes === 0) {
      seguros.delete(cartao)
    }
    return movido
  }

  // Whoever asked the server meanwhile heard of the board as it was before.
  /** @param {number} mais */
  function marcar(mais) {
    emCurso += mais
    quadro.toggleAttribute("data-movendo", emCurso > 0)
    dizer(document, "crm:cartao-movido")
  }

  /**
   * @param {HTMLElement} cartao
   * @param {any} destino
   * @param {{ etapa: string, posicao: string }} partes
   */
  async function pedir(cartao, destino, { etapa, posicao }) {
    const [caminho, consulta = ""] = base().split("?")
    const corpo = { ...destino, etapaVista: etapa, posicaoVista: posicao }
    const endereco = `${caminho}/${idDe(cartao)}/posicao${consulta && `?${consulta}`}`
    return requisitar(endereco, { document, metodo: "POST", corpo, retomar: true, prazo: PRAZO_MS, fetch })
  }

  return { mover, lugarDe }
}

/**
 * Where a card is: its list, and what follows it.
 * @param {HTMLElement} cartao
 */
export function lugarDe(cartao) {
  return { lista: cartao.parentElement, antesDe: cartao.nextElementSibling }
}

/** @param {HTMLElement} cartao */
function destinoDe(cartao) {
  return {
    etapaId: etapaDe(cartao.parentElement),
    depoisDe: idDe(vizinho(cartao, "previousElementSibling")),
    antesDe: idDe(vizinho(cartao, "nextElementSibling")),
  }
}

/** @param {HTMLElement} lista */
export const etapaDe = (lista) => lista.closest("[data-etapa]").dataset.etapa

/** @param {HTMLElement} lista */
export const nomeDaEtapa = (lista) => lista.closest("[data-etapa]").querySelector("h2").textContent

// Moving an element in the document blurs it: whoever held the focus inside gets it back.
/** @param {HTMLElement} cartao @param {HTMLElement} lista @param {HTMLElement | null} antesDe */
function pousar(cartao, lista, antesDe) {
  const focado = cartao.contains(cartao.ownerDocument.activeElement) ? cartao.ownerDocument.activeElement : null
  lista.insertBefore(cartao, antesDe ?? lista.querySelector("[data-mais], .coluna__vazia"))
  focado?.focus({ preventScroll: true })
}

// Only a card is a neighbour the server knows.
/**
 * @param {HTMLElement} cartao
 * @param {"previousElementSibling" | "nextElementSibling"} direcao
 */
function vizinho(cartao, direcao) {
  const outro = cartao[direcao]
  return outro?.classList.contains("cartao") ? outro : null
}

/**
 * @param {HTMLElement} quadro
 * @param {{ etapaId: string, quantidade: string, soma: string }} partes
 */
function mostrarTotais(quadro, { etapaId, quantidade, soma }) {
  const coluna = quadro.querySelector(`[data-etapa="${etapaId}"]`)
  if (coluna) {
    coluna.querySelector("[data-parte='quantidade']").textContent = quantidade
    coluna.querySelector("[data-parte='soma']").textContent = soma
  }
}

/** @param {Document} document @param {HTMLElement} cartao @param {HTMLElement} lista */
function anunciar(document, cartao, lista) {
  const voz = document.getElementById("voz")
  if (voz) {
    voz.textContent = `${cartao.querySelector("h3 a").textContent} movida para ${nomeDaEtapa(lista)}, ${lugarEmPalavras(cartao, lista)}.`
  }
}

// A column shows a part of its cards: how many it has is not counted on them, and what was let go above has no number.
/** @param {HTMLElement} cartao @param {HTMLElement} lista */
function lugarEmPalavras(cartao, lista) {
  const cartoes = [...lista.querySelectorAll(".cartao")]
  const posicao = `posição ${cartoes.indexOf(cartao) + 1}`
  return lista.querySelector("[data-mais], [data-reserva]") ? posicao : `${posicao} de ${cartoes.length}`
}

/**
 * @param {Document} document
 * @param {{ status: number, corpo: any }} partes
 * @param {HTMLElement} lista
 */
function explicar(document, { status, corpo }, lista) {
  if (status === 401) {
    avisarSessaoExpirada()
  } else if (status === 409) {
    avisar(corpo?.mensagem ?? "Outra pessoa moveu este cartão antes.", { tipo: "alerta", chave: "mover" })
    dizer(document, "dados-alterados")
  } else if (status === 404) {
    avisar("Este cartão não está mais no funil.", { tipo: "alerta", chave: "mover" })
    dizer(document, "dados-alterados")
  } else {
    avisar(`Não foi possível mover. O cartão voltou para ${nomeDaEtapa(lista)}.`, { tipo: "perigo", chave: "mover" })
  }
}
