import assert from "node:assert/strict"
import { beforeEach, test } from "node:test"
import { JSDOM } from "jsdom"
import { criarDigitado } from "./digitado.js"
import { montarModal } from "./modal.js"
import { criarPergunta } from "./pergunta.js"

let document, window, modal, digitado

beforeEach(() => {
  ;({ window } = new JSDOM(`
    <div class="app"><main id="conteudo"><a id="cartao" href="/o/aurora/oportunidades/1">Cartão</a>
      <form method="get"><input id="filtro" name="texto"></form></main></div>
    <div id="fundo" hidden></div><dialog id="modal"></dialog>
    <div id="veu" hidden></div>
    <dialog id="pergunta" data-veu="veu"><button data-ficar>Continuar editando</button><button data-descartar>Descartar</button></dialog>`))
  document = window.document
  globalThis.CustomEvent = window.CustomEvent
  modal = document.getElementById("modal")
  for (const dialogo of document.querySelectorAll("dialog")) {
    dialogo.show = () => {
      dialogo.open = true
    }
    dialogo.close = () => {
      dialogo.open = false
    }
  }
  digitado = criarDigitado(document, { perguntar: criarPergunta(document) })
  montarModal(document, { digitado })
  document.getElementById("cartao").focus()
  modal.innerHTML = `<h2 tabindex="-1">Nova oportunidade</h2><form id="nova" method="post" action="/criar"><input id="titulo" name="Titulo"><input id="senha" name="Senha" autocomplete="current-password">
    <select id="etapa" name="EtapaId"><option value="1">Novo</option><option value="2">Proposta</option></select></form><button id="cancelar" data-fechar>Cancelar</button>`
  disparar("htmx:afterSwap", { target: modal })
})

function disparar(nome, detail, alvo = document) {
  const evento = new window.CustomEvent(nome, { detail, bubbles: true, cancelable: true })
  alvo.dispatchEvent(evento)
  return evento
}

const pergunta = () => document.getElementById("pergunta")
const responder = async (qual) => {
  pergunta().querySelector(`[data-${qual}]`).click()
  await new Promise((resolve) => setTimeout(resolve))
}
const escapar = () => document.activeElement.dispatchEvent(new window.KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }))
const digitar = (id, valor) => {
  const campo = document.getElementById(id)
  campo.focus()
  campo.value = valor
  campo.dispatchEvent(new window.Event("input", { bubbles: true }))
}

test("an untouched dialog closes without a question", () => {
  digitar("senha", "segredo")
  document.getElementById("cancelar").click()
  assert.deepEqual([modal.open, pergunta().open], [false, false])
})

for (const [nome, sair] of [
  ["Escape", escapar],
  ["the veil", () => document.getElementById("fundo").click()],
  ["Cancelar", () => document.getElementById("cancelar").click()],
]) {
  test(`typed work is asked about by ${nome}: going on keeps it and the focus, discarding closes`, async () => {
    digitar("titulo", "Usina")
    sair()
    assert.deepEqual([modal.open, pergunta().open, modal.inert], [true, true, true])
    assert.equal(document.activeElement, pergunta().querySelector("[data-ficar]"))
    await responder("ficar")
    assert.deepEqual([modal.open, pergunta().open, modal.inert], [true, false, false])
    assert.equal(document.activeElement.id, "titulo")
    assert.equal(document.getElementById("titulo").value, "Usina")
    sair()
    await responder("descartar")
    assert.deepEqual([modal.open, pergunta().open], [false, false])
    assert.equal(document.activeElement.id, "cartao")
  })
}

test("Escape answers the question, and leaves the dialog below", () => {
  digitar("titulo", "Usina")
  escapar()
  escapar()
  assert.deepEqual([modal.open, pergunta().open], [true, false])
})

test("another choice is work, a filter of the page is not", () => {
  digitar("filtro", "usina")
  assert.equal(digitado.sujos().length, 0)
  document.getElementById("etapa").value = "2"
  assert.equal(digitado.sujos().length, 1)
})

function enviar(status) {
  const xhr = Object.assign(new EventTarget(), { status, getResponseHeader: () => "text/html" })
  const elt = document.getElementById("nova")
  const detail = { elt, xhr, target: modal, requestConfig: { verb: "post", path: "/criar" } }
  disparar("htmx:beforeSend", detail, elt)
  disparar("htmx:beforeOnLoad", detail, elt)
  modal.innerHTML = modal.innerHTML.replace(`name="Titulo"`, `name="Titulo" value="${elt.elements.Titulo.value}"`)
  disparar("htmx:afterSwap", detail, modal)
  xhr.dispatchEvent(new Event("loadend"))
}

test("what the server refused is work although the page says it as it came, and what it saved is none", () => {
  digitar("titulo", "Usina")
  enviar(422)
  assert.equal(digitado.sujos().length, 1)
  enviar(200)
  assert.equal(digitado.sujos().length, 0)
})

test("a form refused empty holds nothing to ask about", () => {
  enviar(422)
  assert.equal(digitado.sujos().length, 0)
  digitar("titulo", "Usina")
  enviar(422)
  assert.equal(digitado.sujos().length, 1)
})

test("saved work does not ask on the way to where the answer leads", () => {
  digitar("titulo", "Usina")
  const elt = document.getElementById("nova")
  const xhr = Object.assign(new EventTarget(), { status: 204 })
  disparar("htmx:beforeSend", { elt, xhr, requestConfig: { verb: "post" } }, elt)
  disparar("htmx:beforeOnLoad", { xhr }, elt)
  xhr.dispatchEvent(new Event("loadend"))
  const visita = disparar("htmx:confirm", { elt: document.body, target: document.getElementById("conteudo"), verb: "get", issueRequest() {} })
  assert.equal(visita.defaultPrevented, false)
  digitar("titulo", "Usina 75")
  assert.equal(digitado.sujos().length, 1)
})

test("a link that would replace typed work waits for the answer", async () => {
  digitar("titulo", "Usina")
  let foi = 0
  const elt = document.getElementById("cartao")
  const ir = () =>
    disparar(
      "htmx:confirm",
      {
        elt,
        target: document.getElementById("conteudo"),
        verb: "get",
        issueRequest() {
          foi++
        },
      },
      elt,
    )
  assert.equal(ir().defaultPrevented, true)
  await responder("ficar")
  assert.equal(foi, 0)
  ir()
  await responder("descartar")
  assert.equal(foi, 1)
})

test("the browser asks too when the whole page is left, unless the form itself leaves it", () => {
  const sair = () => {
    const evento = new window.Event("beforeunload", { cancelable: true })
    window.dispatchEvent(evento)
    return evento.defaultPrevented
  }
  assert.equal(sair(), false)
  digitar("titulo", "Usina")
  assert.equal(sair(), true)
  document.getElementById("nova").dispatchEvent(new window.Event("submit", { bubbles: true, cancelable: true }))
  assert.equal(sair(), false)
})
