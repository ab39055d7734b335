import { dizer } from "../../casca/barramento.js"
import { completar } from "./cartoes.js"

/** @import { Htmx } from "../../casca/htmx.js" */

const MARCAS = ["data-em-ligacao", "title"]

/**
 * Brings the board shown to what the server says now, and touches only what differs: scroll, focus, what is being typed and
 * the further cards a column has loaded stay. A board of other columns is drawn again.
 * @param {Document} document
 * @param {HTMLElement} quadro
 * @param {string} html
 * @param {{ htmx?: Htmx }} [opcoes]
 */
export function reconciliar(document, quadro, html, { htmx } = {}) {
  const novo = new /** @type {any} */ (document.defaultView).DOMParser().parseFromString(html, "text/html")
  completar(novo)
  if (etapas(novo) !== etapas(quadro) || (vazio(novo) && !vazio(document))) {
    redesenhar(document, novo, { htmx })
    return
  }
  if (!vazio(novo)) {
    vazio(document)?.remove()
  }
  const foco = guardarFoco(document)
  const listas = [...novo.querySelectorAll(".coluna__cartoes")].map((lista) => [document.getElementById(lista.id), lista])
  listas.forEach(([atual, nova]) => tirar(atual, nova))
  listas.forEach(([atual, nova]) => trazer(document, atual, nova, { htmx }))
  listas.forEach(([atual, nova]) => terminar(document, atual, nova))
  foco()
  copiarTextos(document, novo)
  dizer(document, "crm:cartoes-novos")
}

/** @param {Document} document @param {Document} novo @param {{ htmx?: Htmx }} partes */
function redesenhar(document, novo, { htmx }) {
  const funilAtual = document.getElementById("funil")
  const digitando = document.activeElement?.matches("input, select") && funilAtual.contains(document.activeElement)
  if (!novo.getElementById("funil") || funilAtual.querySelector("[data-rapida]") || digitando) {
    return
  }
  const funil = document.adoptNode(novo.getElementById("funil"))
  funilAtual.replaceWith(funil)
  htmx?.process(funil)
  dizer(document, "crm:funil-trocado")
}

/** @param {ParentNode} raiz */
const etapas = (raiz) => [...raiz.querySelectorAll("[data-etapa]")].map(({ dataset }) => dataset.etapa).join()

/** @param {ParentNode} raiz */
const vazio = (raiz) => raiz.querySelector(".quadro-vazio")

// The server spoke of the cards up to the last one it sent, or of all, when no more follow.
/** @param {HTMLElement} lista @param {HTMLElement} nova */
function tirar(lista, nova) {
  const ate = nova.querySelector("[data-mais]") && [...nova.querySelectorAll(".cartao")].at(-1)?.dataset.posicao
  for (const cartao of [...lista.querySelectorAll(".cartao")]) {
    if (!nova.ownerDocument.getElementById(cartao.id) && (!ate || cartao.dataset.posicao <= ate)) {
      cartao.remove()
    }
  }
}

/**
 * @param {Document} document
 * @param {HTMLElement} lista
 * @param {HTMLElement} nova
 * @param {{ htmx?: Htmx }} partes
 */
function trazer(document, lista, nova, { htmx }) {
  // Into another column, whose turn comes.
  /** @param {any} no */
  const mudouDeColuna = (no) => no?.id && !nova.contains(nova.ownerDocument.getElementById(no.id)) && nova.ownerDocument.getElementById(no.id)
  /** @type {HTMLElement | null} */
  let lugar = lista.firstElementChild
  for (const modelo of nova.querySelectorAll(".cartao")) {
    while (mudouDeColuna(lugar)) {
      lugar = lugar?.nextElementSibling ?? null
    }
    const atual = document.getElementById(modelo.id)
    const cartao = atual ?? document.importNode(modelo, true)
    if (cartao === lugar) {
      lugar = lugar.nextElementSibling
    } else {
      lista.insertBefore(cartao, lugar)
      delete cartao.dataset.lote
    }
    if (!atual) {
      htmx?.process(cartao)
    } else if (assinatura(atual) !== assinatura(modelo)) {
      renovar(document, atual, modelo, { htmx })
    }
  }
}

// The article stays, for what holds on to it: the drag, its batch.
/**
 * @param {Document} document
 * @param {HTMLElement} cartao
 * @param {HTMLElement} modelo
 * @param {{ htmx?: Htmx }} partes
 */
function renovar(document, cartao, modelo, { htmx }) {
  cartao.dataset.posicao = modelo.dataset.posicao
  cartao.replaceChildren(...document.importNode(modelo, true).childNodes)
  htmx?.process(cartao)
}

/** @param {HTMLElement} cartao */
function assinatura(cartao) {
  const copia = /** @type {HTMLElement} */ (cartao.cloneNode(true))
  copia.querySelectorAll(".ligar").forEach((ligar) => MARCAS.forEach((marca) => ligar.removeAttribute(marca)))
  copia.querySelectorAll("[tabindex]").forEach((controle) => controle.removeAttribute("tabindex"))
  return cartao.dataset.posicao + copia.innerHTML
}

/** @param {Document} document @param {HTMLElement} lista @param {HTMLElement} nova */
function terminar(document, lista, nova) {
  const mais = nova.querySelector("[data-mais]")
  if (!mais) {
    lista.querySelectorAll("[data-mais], [data-reserva]").forEach((resto) => resto.remove())
  } else if (!lista.querySelector("[data-lote], [data-reserva]")) {
    const demais = [...lista.querySelectorAll(".cartao")].slice(nova.querySelectorAll(".cartao").length)
    demais.forEach((cartao) => cartao.remove())
    const atual = lista.querySelector("[data-mais]") ?? lista.insertBefore(document.importNode(mais, true), lista.querySelector(".coluna__vazia"))
    atual.setAttribute("href", mais.getAttribute("href") ?? "")
  }
}

/** @param {Document} document @param {Document} novo */
function copiarTextos(document, novo) {
  const partes = [
    "#funil .cabecalho__apoio",
    ...[...novo.querySelectorAll("[data-etapa]")].flatMap(({ dataset }) =>
      ["quantidade", "soma"].map((parte) => `[data-etapa="${dataset.etapa}"] [data-parte="${parte}"]`),
    ),
  ]
  for (const seletor of partes) {
    const [atual, nova] = [document.querySelector(seletor), novo.querySelector(seletor)]
    if (atual && nova && atual.textContent !== nova.textContent) {
      atual.textContent = nova.textContent
    }
  }
}

// By card and control, because the control may have been drawn again; a card that is gone leaves its column.
/** @param {Document} document */
function guardarFoco(document) {
  const focado = document.activeElement
  const cartao = focado?.closest?.(".coluna .cartao")
  if (!focado || !cartao) {
    return () => {}
  }
  const controle = [".ligar", ".cartao__mover", "h3 a"].find((seletor) => focado.matches(seletor))
  const lista = cartao.parentElement
  return () => {
    const alvo = focado.isConnected ? focado : (document.getElementById(cartao.id)?.querySelector(controle ?? "h3 a") ?? lista.querySelector(".cartao h3 a"))
    if (alvo && alvo !== document.activeElement) {
      alvo.focus({ preventScroll: true })
    }
  }
}
