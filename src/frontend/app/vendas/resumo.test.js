import assert from "node:assert/strict"
import { beforeEach, test } from "node:test"
import { JSDOM } from "jsdom"
import { montarResumo } from "./resumo.js"

let document, formulario, CustomEvent

beforeEach(() => {
  const { window } = new JSDOM(`<form id="resumo"><input name="Titulo" value="Usina"><input name="Valor" value="10,00">
    <select name="ResponsavelId"><option value="a" selected>Ana</option><option value="b">Bruno</option></select>
    <input name="ProximoPassoEm" value="30/11/2026"><input type="hidden" name="Versao" value="7"></form><button id="fora">x</button>`)
  ;({ document, CustomEvent } = window)
  globalThis.Event = window.Event
  formulario = document.getElementById("resumo")
  montarResumo(document)
})

function enviar(successful = true) {
  const parameters = {}
  document.dispatchEvent(new CustomEvent("htmx:configRequest", { detail: { elt: formulario, parameters } }))
  document.dispatchEvent(new CustomEvent("htmx:afterRequest", { detail: { elt: formulario, successful } }))
  return parameters
}

test("a changed field travels with what it said before, and the next time with what was saved", () => {
  const { Titulo, ResponsavelId } = formulario.elements
  Titulo.value = "Usina 75 kWp"
  ResponsavelId.value = "b"
  assert.deepEqual(enviar(), { "Antes[Titulo]": "Usina", "Antes[ResponsavelId]": "a" })
  Titulo.value = "Usina 80 kWp"
  assert.deepEqual(enviar(), { "Antes[Titulo]": "Usina 75 kWp" })
  assert.equal(ResponsavelId.value, "b")
})

test("what was not saved is still changed", () => {
  formulario.elements.Valor.value = "20,00"
  enviar(false)
  assert.deepEqual(enviar(), { "Antes[Valor]": "10,00" })
})

test("a refused form says itself what is stored", () => {
  formulario.insertAdjacentHTML("beforeend", `<input type="hidden" name="Antes[Valor]" value="25,00">`)
  formulario.elements.Valor.value = "30,00"
  assert.deepEqual(enviar(), {})
})

function escapar(campo) {
  const tecla = new document.defaultView.KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true })
  campo.dispatchEvent(tecla)
  return tecla.defaultPrevented
}

test("Escape undoes the field it is pressed in, and only that; the next one is the dialog's", () => {
  const { Titulo, Valor } = formulario.elements
  Titulo.value = "Usina pela metade"
  Valor.value = "1"
  assert.equal(escapar(Titulo), true)
  assert.deepEqual([Titulo.value, Valor.value], ["Usina", "1"])
  assert.equal(escapar(Titulo), false)
})

test("with nothing changed nothing is sent", () => {
  const evento = new CustomEvent("htmx:configRequest", { cancelable: true, detail: { elt: formulario, parameters: {} } })
  document.dispatchEvent(evento)
  assert.equal(evento.defaultPrevented, true)
})

test("what is on its way to the server was finished, and Escape leaves it", () => {
  const { Titulo } = formulario.elements
  Titulo.value = "Usina 75 kWp"
  document.dispatchEvent(new CustomEvent("htmx:configRequest", { detail: { elt: formulario, parameters: {} } }))
  assert.equal(escapar(Titulo), false)
  assert.equal(Titulo.value, "Usina 75 kWp")
})

test("Escape takes a refused field back to what is stored, and the refusal with it", () => {
  formulario.insertAdjacentHTML("beforeend", `<input type="hidden" name="Antes[Titulo]" value="Usina"><input type="hidden" name="Recusado" value="true">`)
  const { Titulo } = formulario.elements
  Titulo.defaultValue = ""
  Titulo.value = ""
  let mudancas = 0
  formulario.addEventListener("change", () => {
    mudancas++
  })
  assert.equal(escapar(Titulo), true)
  assert.deepEqual([Titulo.value, mudancas], ["Usina", 1])
})
