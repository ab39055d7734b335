import assert from "node:assert/strict"
import { beforeEach, test } from "node:test"
import { JSDOM } from "jsdom"
import { montarCarga } from "./carga.js"
import { montarEsqueletos } from "./esqueletos.js"
import { montarModal } from "./modal.js"

let document, CustomEvent

beforeEach((t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] })
  const { window } = new JSDOM(
    `
    <div class="app"><a data-navegacao href="/o/aurora/hoje">Hoje</a><a data-navegacao href="/o/aurora/oportunidades">Funil</a>
      <main id="conteudo"><form id="filtros"></form><div id="quadro" data-esqueleto="detalhe"><a id="cartao" href="/o/aurora/oportunidades/1">Cartão</a></div>
      <a id="nova" href="/o/aurora/oportunidades/criar">Nova</a></main></div>
    <div id="fundo" hidden></div><dialog id="modal"></dialog><div id="carga" hidden></div>
    <template id="esqueleto-quadro" data-endereco="/o/aurora/oportunidades"><p>funil</p></template>
    <template id="esqueleto-detalhe"><h2 tabindex="-1">detalhe</h2></template>
    <template id="esqueleto-formulario"><h2 tabindex="-1">formulário</h2></template>`,
    { url: "http://crm.example/o/aurora/ramais" },
  )
  ;({ document, CustomEvent } = window)
  globalThis.CustomEvent = CustomEvent
  const modal = document.getElementById("modal")
  modal.show = () => {
    modal.open = true
  }
  modal.close = () => {
    modal.open = false
  }
  montarCarga(document)
  montarEsqueletos(document)
  montarModal(document)
})

const porId = (id) => document.getElementById(id)

const desistidos = []

function pedir(elt, target, path, verb = "get") {
  const detail = { xhr: Object.assign(new EventTarget(), { status: 200, abort: () => desistidos.push(elt.id) }), elt, target, requestConfig: { path, verb } }
  const disparar = (nome) => document.dispatchEvent(new CustomEvent(nome, { detail }))
  disparar("htmx:beforeSend")
  return {
    chegar() {
      disparar("htmx:afterSwap")
      detail.xhr.dispatchEvent(new Event("loadend"))
    },
    falhar: () => detail.xhr.dispatchEvent(new Event("loadend")),
  }
}

test("what is replaced is busy at once; the board stands over the page that is left from 300 ms on, until it comes", (t) => {
  const pedido = pedir(document.querySelector("a"), porId("conteudo"), "/o/aurora/oportunidades?parada=true")
  assert.equal(porId("conteudo").getAttribute("aria-busy"), "true")
  t.mock.timers.tick(299)
  assert.equal(document.querySelector(".espera"), null)
  assert.equal(porId("carga").hidden, true)
  t.mock.timers.tick(1)
  assert.equal(document.querySelector(".app > .espera").textContent, "funil")
  assert.equal(porId("carga").hidden, false)
  pedido.chegar()
  assert.equal(document.querySelector(".espera"), null)
  assert.equal(porId("conteudo").hasAttribute("aria-busy"), false)
  assert.equal(porId("carga").hidden, true)
})

test("a quick answer shows nothing, and another page has no board to show", (t) => {
  pedir(document.querySelector("a"), porId("conteudo"), "/o/aurora/oportunidades").chegar()
  pedir(document.querySelector("a"), porId("conteudo"), "/o/aurora/conexoes")
  t.mock.timers.tick(1000)
  assert.equal(document.querySelector(".espera"), null)
})

test("a filter empties the cards that it may take away", (t) => {
  const pedido = pedir(porId("filtros"), porId("conteudo"), "/o/aurora/oportunidades")
  t.mock.timers.tick(300)
  assert.equal(porId("quadro").hasAttribute("data-esperando"), true)
  pedido.falhar()
  assert.equal(porId("quadro").hasAttribute("data-esperando"), false)
})

test("the dialog opens with the skeleton of what was asked for, and closes when nothing comes", (t) => {
  const modal = porId("modal")
  for (const [link, texto] of [
    ["cartao", "detalhe"],
    ["nova", "formulário"],
  ]) {
    const pedido = pedir(porId(link), modal, porId(link).href)
    t.mock.timers.tick(300)
    assert.equal(modal.open, true)
    assert.equal(modal.textContent, texto)
    pedido.falhar()
    assert.equal(modal.open, false)
  }
})

test("what arrives takes the place of the skeleton and stays", (t) => {
  const pedido = pedir(porId("cartao"), porId("modal"), porId("cartao").href)
  t.mock.timers.tick(300)
  porId("modal").innerHTML = `<h2 tabindex="-1">Usina</h2>`
  pedido.chegar()
  assert.equal(porId("modal").open, true)
  assert.equal(document.activeElement.textContent, "Usina")
})

test("closing the dialog while it waits gives the request up", (t) => {
  desistidos.length = 0
  pedir(porId("cartao"), porId("modal"), porId("cartao").href)
  t.mock.timers.tick(300)
  porId("fundo").click()
  assert.equal(porId("modal").open, false)
  assert.deepEqual(desistidos, ["cartao"])
})
