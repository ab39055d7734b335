import assert from "node:assert/strict"
import { beforeEach, test } from "node:test"
import { JSDOM } from "jsdom"
import { montarRecados } from "./recados.js"

let document, window, chegaram

beforeEach(() => {
  ;({ window } = new JSDOM(`<a><span id="sino-novos"><span class="so-leitor">2 novos</span></span></a><div id="voz"></div>`))
  ;({ document } = window)
  chegaram = 0
  document.body.addEventListener("recados-chegaram", () => chegaram++)
  montarRecados(document)
})

const novidade = (tipo) => document.body.dispatchEvent(new window.CustomEvent("crm:novidade", { bubbles: true, detail: { tipo } }))

const contado = (tipo) =>
  document.dispatchEvent(
    new window.CustomEvent("htmx:afterSwap", {
      detail: { target: document.getElementById("sino-novos"), requestConfig: { triggeringEvent: tipo && new window.Event(tipo) } },
    }),
  )

test("a hint of a word has the bell count again, another kind has not", () => {
  novidade("funil")
  assert.equal(chegaram, 0)
  novidade("recados")
  assert.equal(chegaram, 1)
})

test("a word that came is told to who does not look, the count of a page that opened is not", () => {
  contado()
  contado("recados-vistos")
  assert.equal(document.getElementById("voz").textContent, "")
  contado("recados-chegaram")
  assert.equal(document.getElementById("voz").textContent, "Recados: 2 novos.")
})
