import assert from "node:assert/strict"
import { beforeEach, test } from "node:test"
import { JSDOM } from "jsdom"
import { letraSolta, montarAtalhosDaPagina } from "./atalhos.js"
import { oferecer } from "./comandos.js"

let window, document, pedidos

beforeEach(() => {
  ;({ window } = new JSDOM(
    `<div class="app"><button data-abrir-paleta>Buscar</button><div class="menu" popover><button data-abrir-atalhos>Atalhos</button></div>
     <main><h1 tabindex="-1">Funil</h1><input type="search" value="usina"><a data-criacao href="/o/a/oportunidades/criar">Nova</a><textarea></textarea></main></div>
     <section class="telefone"><button id="mudo">Mudo</button></section><dialog id="modal"><button id="fechar">x</button></dialog>
     <div id="veu" hidden></div><dialog id="atalhos" data-veu="veu"><h2 tabindex="-1">Atalhos</h2><button data-fechar-atalhos>x</button><input type="checkbox" data-atalhos-ligados></dialog>`,
    { url: "http://crm.example/" },
  ))
  document = window.document
  globalThis.localStorage = window.localStorage
  const ajuda = document.getElementById("atalhos")
  ajuda.show = () => {
    ajuda.open = true
  }
  ajuda.close = () => {
    ajuda.open = false
  }
  pedidos = []
  montarAtalhosDaPagina(document, { htmx: { ajax: (_, endereco) => pedidos.push(endereco) } })
})

function teclar(key, { em = document.querySelector("h1"), ...mais } = {}) {
  const evento = new window.KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...mais })
  em.dispatchEvent(evento)
  return evento.defaultPrevented
}

test("/ goes to the search of the page with what stands there chosen, N to what the page creates", () => {
  assert.equal(teclar("/"), true)
  const campo = document.querySelector("[type=search]")
  assert.equal(document.activeElement, campo)
  assert.equal(campo.selectionEnd, 5)
  assert.equal(teclar("N"), true)
  assert.deepEqual(pedidos, ["/o/a/oportunidades/criar"])
})

test("a page without a search has the palette, and one that creates nothing leaves N alone", () => {
  let aberta = 0
  oferecer(document.querySelector("[data-abrir-paleta]"), () => aberta++)
  document.querySelector("main").replaceChildren()
  assert.equal(teclar("/", { em: document.body }), true)
  assert.equal(aberta, 1)
  assert.equal(teclar("n", { em: document.body }), false)
})

test("nothing happens where a letter is typed, where others have keys, and with another key held", () => {
  const alheios = ["textarea", "[type=search]", "#fechar", "#mudo", ".menu button"].map((seletor) => document.querySelector(seletor))
  assert.deepEqual(
    alheios.map((em) => teclar("n", { em })),
    alheios.map(() => false),
  )
  for (const mais of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }, { repeat: true }, { isComposing: true }]) {
    assert.equal(teclar("n", mais), false)
  }
  document.getElementById("modal").setAttribute("open", "")
  assert.equal(teclar("n"), false)
  assert.deepEqual(pedidos, [])
})

test("? opens the sheet over the page, Escape closes it and the focus is where it was", () => {
  const h1 = document.querySelector("h1")
  h1.focus()
  assert.equal(teclar("?", { shiftKey: true }), true)
  const ajuda = document.getElementById("atalhos")
  assert.deepEqual([ajuda.open, document.activeElement.localName, document.querySelector(".app").inert], [true, "h2", true])
  assert.equal(ajuda.querySelector("input").checked, true)
  teclar("Escape", { em: ajuda })
  assert.deepEqual([ajuda.open, document.activeElement], [false, h1])
})

test("switched off they stay off, and the menu still opens the sheet that brings them back", () => {
  document.querySelector("[data-abrir-atalhos]").click()
  const caixa = document.querySelector("[data-atalhos-ligados]")
  caixa.click()
  document.querySelector("[data-fechar-atalhos]").click()
  assert.deepEqual([teclar("n"), teclar("?"), teclar("/")], [false, false, false])
  assert.equal(letraSolta({ key: "l", target: document.body }), null)

  document.querySelector("[data-abrir-atalhos]").click()
  assert.equal(caixa.checked, false)
  caixa.click()
  document.querySelector("[data-fechar-atalhos]").click()
  assert.equal(teclar("n"), true)
})
