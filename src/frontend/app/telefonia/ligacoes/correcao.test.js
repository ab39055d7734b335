import assert from "node:assert/strict"
import { beforeEach, test } from "node:test"
import { JSDOM } from "jsdom"
import { montarCorrecao } from "./correcao.js"

let document, window, enviados, pedidos

beforeEach(() => {
  ;({ window } = new JSDOM(`<form class="anotacao">
    <label class="opcao"><input type="radio" name="ResultadoId" value="1"><span>Relevante</span></label>
    <label class="opcao"><input type="radio" name="ResultadoId" value="2"><span>Caixa postal</span></label>
    <textarea name="Nota"></textarea>
    <button id="salvar">Salvar</button><button type="button" data-fechar-correcao hx-get="/ligacoes/7/anotacao">Cancelar</button><input type="hidden" name="Continuar" value="false"></form>`))
  document = window.document
  enviados = []
  pedidos = []
  const form = document.querySelector("form")
  form.requestSubmit = () => enviados.push(form.elements.Continuar.value)
  montarCorrecao(document, { htmx: { ajax: (...pedido) => pedidos.push(pedido) } })
})

function escolher(valor, tipo, detalhes = {}) {
  const radio = document.querySelector(`[value="${valor}"]`)
  const onde = tipo === "pointerdown" ? radio.parentElement : radio
  onde.dispatchEvent(new window.KeyboardEvent(tipo, { bubbles: true, cancelable: true, ...detalhes }))
  // The note that was being typed in is left by the press.
  document.querySelector("textarea").dispatchEvent(new window.Event("change", { bubbles: true }))
  radio.checked = true
  radio.dispatchEvent(new window.Event("change", { bubbles: true }))
}

test("an outcome that is pressed is saved at once, and the form stays for the note", () => {
  escolher("2", "pointerdown")
  assert.deepEqual(enviados, ["true"])
  assert.equal(document.querySelector("[name=Continuar]").value, "false")
})

test("arrow keys pass over outcomes on their way: those are saved with the form", () => {
  escolher("1", "pointerdown")
  escolher("2", "keydown", { key: "ArrowDown" })
  assert.deepEqual(enviados, ["true"])
})

test("Escape closes the form alone", () => {
  const evento = new window.KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true })
  document.querySelector("textarea").dispatchEvent(evento)
  assert.equal(evento.defaultPrevented, true)
  assert.deepEqual(pedidos, [["GET", "/ligacoes/7/anotacao", { source: document.querySelector("[data-fechar-correcao]") }]])
})

test("what happens elsewhere is nobody's business here", () => {
  const evento = new window.KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true })
  document.body.dispatchEvent(evento)
  assert.equal(evento.defaultPrevented, false)
  assert.deepEqual(pedidos, [])
})
