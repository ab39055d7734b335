import assert from "node:assert/strict"
import { beforeEach, test } from "node:test"
import { JSDOM } from "jsdom"
import { montarConflitos } from "./conflito.js"
import { montarResumo } from "./resumo.js"

let document, window, form, envios

const campo = (nome, meu, dele) => `<div class="campo"><input name="${nome}" value="${meu}" aria-invalid="true"><p class="campo__erro">Rita mudou.</p>
  <div class="campo__escolha"><button type="button" data-manter="">Manter</button><button type="button" data-usar="${dele}">Usar</button></div></div>
  <input type="hidden" name="Antes[${nome}]" value="${dele}">`

beforeEach(() => {
  ;({ window } = new JSDOM(`<form id="resumo" method="post">${campo("Titulo", "Meu", "Dela")}${campo("Valor", "7.000,00", "5.000,00")}
    <input type="hidden" name="Recusado" value="true"></form>`))
  document = window.document
  globalThis.Event = window.Event
  form = document.getElementById("resumo")
  envios = 0
  form.addEventListener("submit", (evento) => {
    evento.preventDefault()
    envios++
  })
  montarConflitos(document)
  montarResumo(document)
})

const apertar = (nome, qual) => form.elements[nome].closest(".campo").querySelector(`[data-${qual}]`).click()

test("keeping the own value or using the other decides the field, and the form goes when all are decided", () => {
  apertar("Titulo", "manter")
  assert.equal(envios, 0)
  assert.equal(document.activeElement.name, "Titulo")
  apertar("Valor", "usar")
  assert.deepEqual([form.elements.Titulo.value, form.elements.Valor.value, envios], ["Meu", "5.000,00", 1])
  assert.equal(form.querySelector("[aria-invalid], .campo__escolha"), null)
})

test("what is not decided is not saved by the way, and Escape takes the other value", () => {
  const pedir = () => {
    const evento = new window.CustomEvent("htmx:configRequest", { cancelable: true, detail: { elt: form, parameters: {} } })
    document.dispatchEvent(evento)
    return evento.defaultPrevented
  }
  assert.equal(pedir(), true)
  for (const nome of ["Titulo", "Valor"]) {
    form.elements[nome].dispatchEvent(new window.KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }))
  }
  assert.deepEqual([form.elements.Titulo.value, form.elements.Valor.value, envios], ["Dela", "5.000,00", 1])
  assert.equal(pedir(), false)
})
