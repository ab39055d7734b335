import assert from "node:assert/strict"
import { beforeEach, test } from "node:test"
import { JSDOM } from "jsdom"
import { montarHistorico } from "./historico.js"
import { montarModal } from "../casca/modal.js"

const FUNIL = "/o/aurora/oportunidades?responsavel=7"
const DETALHE = `<header data-endereco="/o/aurora/oportunidades/1"><h2 tabindex="-1">Usina</h2></header><input id="campo"><button data-fechar>Fechar</button>`
let document, window, modal, sujos, perguntas, pedidos, aoHtmx

function montar(endereco, { aberta = "" } = {}) {
  ;({ window } = new JSDOM(
    `<title>Funil de vendas · Aurora · CrmVoip</title>
    <div class="app"><main id="conteudo"><div id="funil" data-endereco="${FUNIL}"><h1 tabindex="-1">Funil de vendas</h1>
      <article class="cartao"><a id="cartao" href="oportunidades/1">Usina</a></article>${aberta}</div></main></div>
    <div id="fundo" hidden></div><dialog id="modal"></dialog>`,
    { url: `http://crm.example${endereco}` },
  ))
  document = window.document
  globalThis.CustomEvent = window.CustomEvent
  modal = document.getElementById("modal")
  modal.show = () => {
    modal.open = true
  }
  modal.close = () => {
    modal.open = false
  }
  sujos = []
  perguntas = []
  pedidos = []
  aoHtmx = 0
  window.onpopstate = () => {
    aoHtmx++
  }
  const digitado = { sujos: () => sujos, aoSair: (_regiao, agir) => (sujos.length ? perguntas.push(agir) : agir()) }
  const htmx = { ajax: (_verbo, caminho) => pedidos.push(caminho), process() {} }
  montarHistorico(document, { htmx, digitado, modal: montarModal(document, { digitado }) })
}

beforeEach(() => montar(FUNIL))

const onde = () => window.location.pathname + window.location.search

function abrir() {
  document.getElementById("cartao").focus()
  modal.innerHTML = DETALHE
  document.dispatchEvent(new window.CustomEvent("htmx:afterSwap", { detail: { target: modal } }))
}

async function andar(passos) {
  window.history.go(passos)
  await assentar()
}

// jsdom goes through its history in a timer of its own: two, where the step is taken back.
async function assentar() {
  for (let vez = 0; vez < 6; vez++) {
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

test("a deal opened over the board has an address, and the board's filters with it", () => {
  abrir()
  assert.equal(onde(), "/o/aurora/oportunidades/1?responsavel=7&sobre=funil")
  assert.equal(document.title, "Usina · Aurora · CrmVoip")
})

test("Back closes it and leaves the board alone, Forward asks for it again", async () => {
  abrir()
  await andar(-1)
  assert.equal(onde(), FUNIL)
  assert.deepEqual([modal.open, aoHtmx, document.activeElement.id, document.title], [false, 0, "cartao", "Funil de vendas · Aurora · CrmVoip"])
  await andar(1)
  assert.deepEqual([pedidos, aoHtmx], [["/o/aurora/oportunidades/1"], 0])
})

test("closing it takes its step back", async () => {
  abrir()
  document.getElementById("fundo").click()
  await assentar()
  assert.equal(onde(), FUNIL)
  assert.equal(aoHtmx, 0)
})

test("another deal in the dialog takes the place of the first", async () => {
  abrir()
  modal.querySelector("header").dataset.endereco = "/o/aurora/oportunidades/2"
  document.dispatchEvent(new window.CustomEvent("htmx:afterSwap", { detail: { target: modal } }))
  assert.equal(window.location.pathname, "/o/aurora/oportunidades/2")
  await andar(-1)
  assert.equal(onde(), FUNIL)
})

test("a board that comes with an open deal opens it, and closing it stays on the board", () => {
  montar("/o/aurora/oportunidades/1?responsavel=7&sobre=funil", { aberta: `<template id="aberta">${DETALHE}</template>` })
  assert.equal(modal.open, true)
  assert.equal(document.activeElement.textContent, "Usina")
  document.getElementById("fundo").click()
  assert.equal(onde(), FUNIL)
  assert.equal(document.activeElement.id, "cartao")
})

test("Back over typed work stays until it may be lost", async () => {
  abrir()
  sujos = ["formulário"]
  await andar(-1)
  assert.equal(window.location.pathname, "/o/aurora/oportunidades/1")
  assert.deepEqual([modal.open, perguntas.length, aoHtmx], [true, 1, 0])
  sujos = []
  perguntas[0]()
  await assentar()
  assert.deepEqual([onde(), modal.open], [FUNIL, false])
})

test("another page is htmx's to bring back", async () => {
  window.history.replaceState({ htmx: true }, "", "/o/aurora/contatos")
  window.history.pushState({ htmx: true }, "", FUNIL)
  document.dispatchEvent(new window.CustomEvent("htmx:pushedIntoHistory"))
  await andar(-1)
  assert.equal(aoHtmx, 1)
})

test("a card's address is the board's, also while a deal is open", () => {
  abrir()
  const detail = { path: "oportunidades/2" }
  document.dispatchEvent(new window.CustomEvent("htmx:configRequest", { detail }))
  assert.equal(detail.path, "/o/aurora/oportunidades/2")
})
