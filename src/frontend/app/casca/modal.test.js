import assert from "node:assert/strict"
import { beforeEach, test } from "node:test"
import { JSDOM } from "jsdom"
import { montarModal } from "./modal.js"

let document, modal, casca, CustomEvent

beforeEach(() => {
  const { window } = new JSDOM(`
    <div class="app"><main id="conteudo"><a id="cartao" href="/o/aurora/oportunidades/1">Cartão</a></main></div>
    <div id="fundo" hidden></div><dialog id="modal"></dialog>`)
  ;({ document, CustomEvent } = window)
  globalThis.CustomEvent = CustomEvent
  modal = document.getElementById("modal")
  casca = document.querySelector(".app")
  // jsdom has the dialog's attribute but not its methods.
  modal.show = () => {
    modal.open = true
  }
  modal.close = () => {
    modal.open = false
  }
  montarModal(document)
})

function disparar(nome, detail) {
  document.dispatchEvent(new CustomEvent(nome, { detail }))
  return detail
}

function abrirCartao() {
  document.getElementById("cartao").focus()
  modal.innerHTML = `<h2 tabindex="-1">Usina</h2><button data-fechar>Fechar</button>`
  disparar("htmx:afterSwap", { target: modal })
}

test("a fragment that arrives opens the dialog, focuses its title and makes the page behind inert", () => {
  abrirCartao()
  assert.equal(modal.open, true)
  assert.equal(casca.inert, true)
  assert.equal(document.getElementById("fundo").hidden, false)
  assert.equal(document.activeElement.textContent, "Usina")
})

test("the first refused field is focused before the title", () => {
  modal.innerHTML = `<h2 tabindex="-1">Editar</h2><input aria-invalid="true">`
  disparar("htmx:afterSwap", { target: modal })
  assert.equal(document.activeElement.tagName, "INPUT")
})

test("Escape, the backdrop and the close button close it, empty it and give the focus back", () => {
  const saidas = [
    () => document.dispatchEvent(new document.defaultView.KeyboardEvent("keydown", { key: "Escape" })),
    () => document.getElementById("fundo").click(),
    () => modal.querySelector("[data-fechar]").click(),
  ]
  for (const sair of saidas) {
    abrirCartao()
    sair()
    assert.equal(modal.open, false)
    assert.equal(modal.childElementCount, 0)
    assert.equal(casca.inert, false)
    assert.equal(document.activeElement.id, "cartao")
  }
})

test("the focus goes to the redrawn card when the one that opened the dialog is gone", () => {
  abrirCartao()
  document.getElementById("conteudo").innerHTML = `<a id="novo" href="/o/aurora/oportunidades/1">Cartão</a>`
  document.getElementById("fundo").click()
  assert.equal(document.activeElement.id, "novo")
})

test("the focus goes to the redrawn button of the same id", () => {
  document.getElementById("conteudo").innerHTML = `<button id="renovar-1">Gerar novo link</button>`
  document.getElementById("renovar-1").focus()
  modal.innerHTML = `<h2 tabindex="-1">Link do convite</h2>`
  disparar("htmx:afterSwap", { target: modal })
  document.getElementById("conteudo").innerHTML = `<a href="/o/aurora/oportunidades/1">Cartão</a><button id="renovar-1">Gerar novo link</button>`
  document.getElementById("fundo").click()
  assert.equal(document.activeElement.id, "renovar-1")
})

test("a boosted visit closes the dialog, a refreshed board does not", () => {
  abrirCartao()
  disparar("htmx:beforeSwap", { target: document.createElement("div"), xhr: { status: 200 } })
  assert.equal(modal.open, true)
  disparar("htmx:beforeSwap", { target: document.getElementById("conteudo"), boosted: true, xhr: { status: 200 } })
  assert.equal(modal.open, false)
})

test("an error page never lands inside a fragment, a refused form does", () => {
  const erro = disparar("htmx:beforeSwap", { target: modal, shouldSwap: true, xhr: { status: 500 } })
  assert.deepEqual([erro.shouldSwap, erro.isError], [false, true])
  const recusa = disparar("htmx:beforeSwap", { target: modal, shouldSwap: true, xhr: { status: 422 } })
  assert.equal(recusa.shouldSwap, true)
})

test("what is being typed in place is sent before the dialog is emptied", () => {
  abrirCartao()
  modal.innerHTML = `<input id="valor">`
  let perdido = null
  document.getElementById("valor").addEventListener("blur", () => {
    perdido = { aberto: modal.open, no: modal.childElementCount }
  })
  document.getElementById("valor").focus()
  document.getElementById("fundo").click()
  assert.deepEqual(perdido, { aberto: true, no: 1 })
})

for (const [nome, status, abre] of [
  ["refused opens it again", 422, true],
  ["accepted leaves it closed", 200, false],
]) {
  test(`what the dialog was saving when it was closed stays until the answer; ${nome}`, () => {
    abrirCartao()
    modal.innerHTML = `<form id="resumo"><input></form>`
    const elt = document.getElementById("resumo")
    const xhr = Object.assign(new EventTarget(), { status, getResponseHeader: () => "text/html" })
    disparar("htmx:beforeSend", { elt, target: elt, xhr, requestConfig: { verb: "post" } })
    document.getElementById("fundo").click()
    assert.equal(modal.open, false)
    assert.equal(elt.isConnected, true)
    const troca = disparar("htmx:beforeSwap", { target: elt, xhr, shouldSwap: true })
    assert.equal(troca.shouldSwap, abre)
    if (troca.shouldSwap) {
      elt.outerHTML = `<form id="resumo"><input aria-invalid="true"></form>`
      document.getElementById("resumo").dispatchEvent(new CustomEvent("htmx:afterSwap", { bubbles: true, detail: { target: elt, xhr } }))
    }
    xhr.dispatchEvent(new Event("loadend"))
    assert.equal(modal.open, abre)
    assert.equal(modal.childElementCount, abre ? 1 : 0)
  })
}

test("only a write that the server accepted announces changed data", () => {
  let anuncios = 0
  document.body.addEventListener("dados-alterados", () => {
    anuncios++
  })
  const pedido = (verb, status) => disparar("htmx:afterRequest", { target: modal, requestConfig: { verb }, xhr: { status } })
  pedido("get", 200)
  pedido("post", 422)
  assert.equal(anuncios, 0)
  pedido("post", 200)
  assert.equal(anuncios, 1)
})

test("a page asked for before the dialog does not come to close it, one asked for later does", () => {
  const pedir = (detail) => {
    const xhr = Object.assign(new EventTarget(), {
      abortado: false,
      abort() {
        this.abortado = true
      },
    })
    disparar("htmx:beforeSend", { xhr, elt: document.getElementById("cartao"), requestConfig: { verb: "get" }, ...detail })
    return xhr
  }
  const conteudo = document.getElementById("conteudo")
  const antes = pedir({ boosted: true, target: conteudo })
  const filtro = pedir({ boosted: false, target: conteudo })
  const envio = pedir({ boosted: true, target: conteudo, requestConfig: { verb: "post" } })
  pedir({ target: modal }).dispatchEvent(new Event("loadend"))
  const depois = pedir({ boosted: true, target: conteudo })
  assert.deepEqual(
    [antes, filtro, envio, depois].map(({ abortado }) => abortado),
    [true, false, false, false],
  )
})
