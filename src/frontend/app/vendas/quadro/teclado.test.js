import assert from "node:assert/strict"
import { beforeEach, test } from "node:test"
import { JSDOM } from "jsdom"
import { dizer } from "../../casca/barramento.js"
import { montarMenuDeMover } from "./menu.js"
import { reconciliar } from "./reconciliacao.js"
import { montarTeclado } from "./teclado.js"

const cartao = (n, mais = "") =>
  `<article class="cartao" id="oportunidade-${n}" data-posicao="p${n}"><h3><a href="oportunidades/${n}">Usina ${n}</a></h3><button class="ligar" data-numero="+55119600000${n}" data-oportunidade-id="${n}">Rita</button>${mais}<p><span></span><button class="cartao__mover" data-mover aria-haspopup="true" aria-label="Mover Usina ${n}"></button></p></article>`
const coluna = (id, nome, conteudo) => `<section class="coluna" data-etapa="${id}"><h2>${nome}</h2><b data-parte="quantidade"></b><b data-parte="soma"></b>
  <div class="coluna__cartoes" id="cartoes-${id}">${conteudo}<p class="coluna__vazia"></p></div><a class="coluna__nova" id="nova-${id}" href="#" data-criar-em>Adicionar</a></section>`
const quadroDe = (novo) =>
  `<div id="funil" data-endereco="/o/a/oportunidades"><p class="cabecalho__apoio"></p><div id="quadro">${coluna("e1", "Novo", novo)}${coluna("e2", "Visita", "")}${coluna("e3", "Proposta", cartao(4) + cartao(5))}${coluna("e4", "Ágio", cartao(6))}</div></div>`

let window, document, quadro, movidos, discados

beforeEach(() => {
  ;({ window } = new JSDOM(
    `<h1 tabindex="-1">Funil</h1>${quadroDe(cartao(1) + cartao(2) + cartao(3))}<div id="mover" popover role="menu"></div><div id="avisos"></div>`,
    {
      url: "http://crm.example/",
    },
  ))
  document = window.document
  Object.assign(globalThis, { document, localStorage: window.localStorage, CustomEvent: window.CustomEvent })
  quadro = document.getElementById("quadro")
  const menu = document.getElementById("mover")
  menu.showPopover = menu.hidePopover = () => {}
  movidos = []
  discados = []
  const { abrir } = montarMenuDeMover(document, quadro, { mover: (qual, lista) => movidos.push([qual.id, lista.id]) })
  montarTeclado(document, quadro, { abrirMover: abrir })
  document.addEventListener("crm:discar", ({ detail }) => discados.push(detail))
  // Each 40 high, from the top of its column.
  for (const [i, qual] of [...quadro.querySelectorAll(".cartao")].entries()) {
    qual.getBoundingClientRect = () => ({ top: 40 * [0, 1, 2, 0, 1, 0][i], bottom: 40 * [0, 1, 2, 0, 1, 0][i] + 40 })
    qual.scrollIntoView = () => {}
  }
  dizer(document, "crm:cartoes-novos")
})

const nome = (alvo) => alvo.closest(".cartao")?.id.replace("oportunidade-", "") ?? alvo.id
const focado = () => nome(document.activeElement)
const paradas = () =>
  [...quadro.querySelectorAll("a, button")]
    .filter((controle) => controle.tabIndex === 0)
    .map((controle) => `${nome(controle)}${controle.localName === "button" ? "*" : ""}`)
const focar = (n) => document.querySelector(`#oportunidade-${n} h3 a`).focus()

function teclar(key, mais = {}) {
  const evento = new window.KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...mais })
  document.activeElement.dispatchEvent(evento)
  return evento.defaultPrevented
}

test("a column is one stop: its first card at first, or what adds one where it has none", () => {
  assert.deepEqual(paradas(), ["1", "nova-e2", "4", "6"])
})

test("the column one is in opens up, and closes again with its card remembered", () => {
  focar(2)
  assert.deepEqual(paradas(), ["2", "2*", "2*", "nova-e1", "nova-e2", "4", "6"])
  document.querySelector("h1").focus()
  assert.deepEqual(paradas(), ["2", "nova-e2", "4", "6"])
})

test("arrows, Home and End go from card to card, down to what adds one, and stop at the ends", () => {
  focar(1)
  const onde = ["ArrowUp", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp", "Home", "End"].map((tecla) => {
    teclar(tecla)
    return focado()
  })
  assert.deepEqual(onde, ["1", "2", "3", "nova-e1", "nova-e1", "3", "1", "3"])
})

test("arrows to the side go to what stands beside, through a column without cards too", () => {
  focar(3)
  const onde = ["ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowLeft", "ArrowLeft", "ArrowLeft"].map((tecla) => {
    teclar(tecla)
    return focado()
  })
  assert.deepEqual(onde, ["nova-e2", "4", "6", "6", "4", "nova-e2", "1"])
})

test("arrows are left alone with another key held, and where no card is", () => {
  focar(1)
  assert.equal(teclar("ArrowDown", { ctrlKey: true }), false)
  document.querySelector("h1").focus()
  assert.equal(teclar("ArrowDown"), false)
})

test("L calls whom the card is about, M opens the menu and Escape comes back to the card", () => {
  focar(2)
  assert.equal(teclar("l"), true)
  assert.deepEqual(discados, [{ numero: "+551196000002", oportunidadeId: "2" }])
  assert.equal(teclar("M"), true)
  assert.equal(document.activeElement.textContent, "Para o topo")
  teclar("Escape")
  assert.equal(document.activeElement, document.querySelector("#oportunidade-2 h3 a"))
  globalThis.localStorage.setItem("crm.atalhos", "desligados")
  assert.deepEqual([teclar("l"), teclar("m")], [false, false])
})

test("a letter in the menu goes to the next item that begins with it, accents or not", () => {
  focar(2)
  teclar("m")
  const onde = ["p", "P", "v", "a", "x"].map((letra) => {
    teclar(letra)
    return document.activeElement.textContent
  })
  assert.deepEqual(onde, ["Mover para Proposta", "Para o topo", "Mover para Visita", "Mover para Ágio", "Mover para Ágio"])
  document.activeElement.click()
  assert.deepEqual(movidos, [["oportunidade-2", "cartoes-e4"]])
})

test("a card drawn anew keeps the focus and stays the stop; of one that is gone, its successor is", () => {
  focar(2)
  reconciliar(document, quadro, quadroDe(cartao(1) + cartao(2, "<p>Atendeu</p>") + cartao(3)))
  assert.match(document.getElementById("oportunidade-2").textContent, /Atendeu/)
  assert.equal(focado(), "2")
  assert.deepEqual(paradas().slice(0, 3), ["2", "2*", "2*"])
  document.querySelector("h1").focus()
  reconciliar(document, quadro, quadroDe(cartao(1) + cartao(3)))
  assert.deepEqual(paradas(), ["3", "nova-e2", "4", "6"])
})

test("what did not change is not drawn anew for its stops", () => {
  const antes = document.querySelector("#oportunidade-3 h3")
  reconciliar(document, quadro, quadroDe(cartao(1) + cartao(2) + cartao(3)))
  assert.equal(document.querySelector("#oportunidade-3 h3"), antes)
})

test("cards that were let go are waited for, not jumped over", () => {
  let visto = 0
  const reserva = document.createElement("div")
  reserva.dataset.reserva = "/lote"
  reserva.scrollIntoView = () => visto++
  document.getElementById("oportunidade-1").after(reserva)
  focar(1)
  teclar("ArrowDown")
  assert.deepEqual([focado(), visto], ["1", 1])
})
