import assert from "node:assert/strict"
import { test } from "node:test"
import { JSDOM } from "jsdom"
import { montarEndereco, sugerir } from "./endereco.js"
import { montarFormularios } from "../casca/formularios.js"
import { montarSenhas } from "./senha.js"

function pagina(html) {
  const { window } = new JSDOM(html)
  globalThis.document = window.document
  return window
}

function digitar({ document, Event }, id, texto) {
  const campo = document.getElementById(id)
  campo.value = texto
  campo.dispatchEvent(new Event("input", { bubbles: true }))
}

test("an address is suggested as the domain accepts it", () => {
  assert.equal(sugerir("  Aurora Energia Solar Ltda. "), "aurora-energia-solar-ltda")
  assert.equal(sugerir("São João & Filhos"), "sao-joao-filhos")
  assert.equal(sugerir("123"), "123")
  assert.equal(sugerir(`${"x".repeat(39)} yz`), "x".repeat(39))
})

const FORMULARIO = (nome, slug) => `<form>
  <input id="Organizacao" name="Organizacao" data-sugere="Slug" value="${nome}"><input id="Slug" name="Slug" value="${slug}"></form>`

test("the name suggests the address until the person writes one; an emptied one is suggested again", () => {
  const window = pagina(FORMULARIO("", ""))
  const slug = () => window.document.getElementById("Slug").value
  montarEndereco(window.document)
  digitar(window, "Organizacao", "Vento Norte")
  assert.equal(slug(), "vento-norte")
  digitar(window, "Slug", "vento")
  digitar(window, "Organizacao", "Vento Norte e Sul")
  assert.equal(slug(), "vento")
  digitar(window, "Slug", "")
  digitar(window, "Organizacao", "Brisa")
  assert.equal(slug(), "brisa")
})

test("an address that came back refused is not written over", () => {
  const window = pagina(FORMULARIO("Vento Norte", "admin"))
  montarEndereco(window.document)
  digitar(window, "Organizacao", "Vento Norte Ltda")
  assert.equal(window.document.getElementById("Slug").value, "admin")
})

test("a password is shown and hidden by its eye, and hidden again before it is sent", () => {
  const window = pagina(`<form><div data-revelavel="Nova senha"><input id="NovaSenha" type="password"></div></form>`)
  const { document } = window
  montarSenhas(document)
  const olho = document.querySelector("[data-mostrar-senha]")
  const estado = () => [document.getElementById("NovaSenha").type, olho.getAttribute("aria-pressed")]
  assert.equal(olho.textContent, "Mostrar nova senha")
  assert.deepEqual(estado(), ["password", "false"])
  olho.click()
  assert.deepEqual(estado(), ["text", "true"])
  document.querySelector("form").dispatchEvent(new window.Event("submit", { bubbles: true, cancelable: true }))
  assert.deepEqual(estado(), ["password", "false"])
})

test("a form that makes something is sent once, until the page is shown again", () => {
  const window = pagina(`<form data-uma-vez><button>Criar</button></form>`)
  const { document } = window
  montarFormularios(document)
  const enviar = () =>
    document
      .querySelector("form")
      .dispatchEvent(new window.SubmitEvent("submit", { bubbles: true, cancelable: true, submitter: document.querySelector("button") }))
  assert.deepEqual([enviar(), enviar()], [true, false])
  window.dispatchEvent(new window.Event("pageshow"))
  assert.equal(enviar(), true)
})

test("a page that came back refused puts the cursor at the first refused field", () => {
  const { document } = pagina(`<main><input id="Nome"><input id="Slug" aria-invalid="true"></main>`)
  montarFormularios(document)
  assert.equal(document.activeElement.id, "Slug")
})
