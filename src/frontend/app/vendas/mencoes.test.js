import assert from "node:assert/strict"
import { beforeEach, test } from "node:test"
import { JSDOM } from "jsdom"
import { montarMencoes, parecidos } from "./mencoes.js"

let document, window, carregado, respostas

beforeEach(() => {
  ;({ window } = new JSDOM(`<form><text-expander data-mencoes="/o/aurora/recados/pessoas"><textarea></textarea></text-expander></form><input>`))
  ;({ document } = window)
  carregado = 0
  respostas = []
  montarMencoes(document, {
    carregar: async () => {
      carregado++
    },
    fetch: async (caminho) => {
      respostas.push(caminho)
      return respostas.length === 1
        ? new Response("", { status: 500 })
        : new Response(JSON.stringify(["Ana Souza", "Érica Lima"]), { headers: { "Content-Type": "application/json" } })
    },
  })
})

const focar = (seletor) => document.querySelector(seletor).dispatchEvent(new window.FocusEvent("focusin", { bubbles: true }))

async function oferecer(text) {
  let oferecidos
  document
    .querySelector("text-expander")
    .dispatchEvent(new window.CustomEvent("text-expander-change", { detail: { text, key: "@", provide: (promessa) => (oferecidos = promessa) } }))
  return oferecidos
}

test("names begin as what was typed, or one of their words does, without accents", () => {
  const nomes = ["Ana Souza", "Érica Lima", "Sônia Andrade"]
  assert.deepEqual(parecidos(nomes, ""), nomes)
  assert.deepEqual(parecidos(nomes, "an"), ["Ana Souza", "Sônia Andrade"])
  assert.deepEqual(parecidos(nomes, "erica l"), ["Érica Lima"])
  assert.deepEqual(parecidos(nomes, "erica s"), [])
})

test("nothing is fetched until a note is written in, and what failed is fetched again", async () => {
  focar("input")
  assert.deepEqual([carregado, respostas], [0, []])
  focar("textarea")
  assert.equal((await oferecer("")).matched, false)
  focar("textarea")
  const { matched, fragment } = await oferecer("eri")
  assert.equal(matched, true)
  assert.deepEqual(
    [...fragment.querySelectorAll("[role=option]")].map((o) => o.textContent),
    ["Érica Lima"],
  )
  focar("textarea")
  assert.equal(respostas.length, 2)
})

test("a chosen name is written with its sign, and its form knows that it changed", () => {
  const detail = { item: Object.assign(document.createElement("li"), { textContent: "Ana Souza" }), value: null }
  let mudou = 0
  document.querySelector("form").addEventListener("change", () => mudou++)
  const elemento = document.querySelector("text-expander")
  elemento.dispatchEvent(new window.CustomEvent("text-expander-value", { detail }))
  elemento.dispatchEvent(new window.CustomEvent("text-expander-committed", { detail: { input: document.querySelector("textarea") } }))
  assert.equal(detail.value, "@Ana Souza")
  assert.equal(mudou, 1)
})
