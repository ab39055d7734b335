import assert from "node:assert/strict"
import { test } from "node:test"
import { JSDOM } from "jsdom"
import { montarFiltros } from "./filtros.js"

test("one button opens the filters and closes them again; a board that is drawn again finds them open", () => {
  const { window } = new JSDOM(`<div id="funil"><button data-abrir-filtros aria-expanded="false">Filtros</button><form id="filtros"><input></form></div>`)
  const { document } = window
  montarFiltros(document)
  const botao = () => document.querySelector("button")
  botao().click()
  assert.equal(botao().getAttribute("aria-expanded"), "true")
  assert.equal(document.activeElement, document.querySelector("#filtros input"))
  document.getElementById("funil").innerHTML = `<button data-abrir-filtros aria-expanded="false">Filtros (1)</button><form id="filtros"><input></form>`
  document.dispatchEvent(new window.CustomEvent("htmx:afterSettle"))
  assert.equal(botao().getAttribute("aria-expanded"), "true")
  botao().click()
  assert.equal(botao().getAttribute("aria-expanded"), "false")
  assert.notEqual(document.documentElement.dataset.filtros, "abertos")
})
