import { completar } from "./cartoes.js"

const MARCAS = ["data-em-ligacao", "title"]

/**
 * Brings the board shown to what the server says now, and touches only what differs: scroll, focus, what is being typed and
 * the further cards a column has loaded stay. A board of other columns is drawn again.
 */
export function reconciliar(document, quadro, html, { htmx } = {}) {
  const novo = new document.defaultView.DOMParser().parseFromString(html, "text/html")
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
  document.dispatchEvent(new CustomEvent("crm:cartoes-novos"))
}

function redesenhar(document, novo, { htmx }) {
  const funilAtual = document.getElementById("funil")
  const digitando = document.activeElement?.matches("input, select") && funilAtual.contains(document.activeElement)
  if (!novo.getElementById("funil") || funilAtual.querySelector("[data-rapida]") || digitando) {
    return
  }
  const funil = document.adoptNode(novo.getElementById("funil"))
  funilAtual.replaceWith(funil)
  htmx?.process(funil)
  document.dispatchEvent(new CustomEvent("htmx:afterSettle", { detail: { target: funil, elt: funil } }))
}

const etapas = (raiz) => [...raiz.querySelectorAll("[data-etapa]")].map(({ dataset }) => dataset.etapa).join()

const vazio = (raiz) => raiz.querySelector(".quadro-vazio")

// The server spoke of the cards up to the last one it sent, or of all, when no more follow.
function tirar(lista, nova) {
  const ate = nova.querySelector("[data-mais]") && [...nova.querySelectorAll(".cartao")].at(-1).dataset.posicao
  for (const cartao of [...lista.querySelectorAll(".cartao")]) {
    if (!nova.ownerDocument.getElementById(cartao.id) && (ate === null || cartao.dataset.posicao <= ate)) {
      cartao.remove()
    }
  }
}

function trazer(document, lista, nova, { htmx }) {
  // Into another column, whose turn comes.
  const mudouDeColuna = (no) => no?.id && !nova.contains(nova.ownerDocument.getElementById(no.id)) && nova.ownerDocument.getElementById(no.id)
  let lugar = lista.firstElementChild
  for (const modelo of nova.querySelectorAll(".cartao")) {
    while (mudouDeColuna(lugar)) {
      lugar = lugar.nextElementSibling
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
function renovar(document, cartao, modelo, { htmx }) {
  cartao.dataset.posicao = modelo.dataset.posicao
  cartao.replaceChildren(...document.importNode(modelo, true).childNodes)
  htmx?.process(cartao)
}

function assinatura(cartao) {
  const copia = cartao.cloneNode(true)
  copia.querySelectorAll(".ligar").forEach((ligar) => MARCAS.forEach((marca) => ligar.removeAttribute(marca)))
  return cartao.dataset.posicao + copia.innerHTML
}

function terminar(document, lista, nova) {
  const mais = nova.querySelector("[data-mais]")
  if (!mais) {
    lista.querySelectorAll("[data-mais], [data-reserva]").forEach((resto) => resto.remove())
  } else if (!lista.querySelector("[data-lote], [data-reserva]")) {
    const demais = [...lista.querySelectorAll(".cartao")].slice(nova.querySelectorAll(".cartao").length)
    demais.forEach((cartao) => cartao.remove())
    const atual = lista.querySelector("[data-mais]") ?? lista.insertBefore(document.importNode(mais, true), lista.querySelector(".coluna__vazia"))
    atual.setAttribute("href", mais.getAttribute("href"))
  }
}

function copiarTextos(document, novo) {
  const partes = ["#funil .cabecalho__apoio", ...[...novo.querySelectorAll("[data-etapa]")].flatMap(({ dataset }) =>
    ["quantidade", "soma"].map((parte) => `[data-etapa="${dataset.etapa}"] [data-parte="${parte}"]`))]
  for (const seletor of partes) {
    const [atual, nova] = [document.querySelector(seletor), novo.querySelector(seletor)]
    if (atual && nova && atual.textContent !== nova.textContent) {
      atual.textContent = nova.textContent
    }
  }
}

// By card and control, because the control may have been drawn again; a card that is gone leaves its column.
function guardarFoco(document) {
  const focado = document.activeElement
  const cartao = focado?.closest?.(".coluna .cartao")
  if (!cartao) {
    return () => {}
  }
  const controle = [".ligar", ".cartao__mover", "h3 a"].find((seletor) => focado.matches(seletor))
  const lista = cartao.parentElement
  return () => {
    const alvo = focado.isConnected ? focado : document.getElementById(cartao.id)?.querySelector(controle) ?? lista.querySelector(".cartao h3 a")
    if (alvo && alvo !== document.activeElement) {
      alvo.focus({ preventScroll: true })
    }
  }
}
