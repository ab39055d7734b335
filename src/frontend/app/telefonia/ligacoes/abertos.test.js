import assert from "node:assert/strict"
import { test } from "node:test"
import { JSDOM } from "jsdom"
import { lembrarAbertos } from "./abertos.js"

test("what was unfolded is unfolded again when it is drawn anew, and what was folded stays so", () => {
  const { document, Event } = new JSDOM("<section></section>").window
  const secao = document.querySelector("section")
  const desenhar = () => {
    secao.innerHTML = `<details data-lembrar="por-pessoa"></details><details data-lembrar="regras"></details>`
    document.dispatchEvent(new Event("htmx:afterSettle"))
    return [...document.querySelectorAll("details")]
  }
  lembrarAbertos(document)
  const [porPessoa] = desenhar()
  porPessoa.open = true
  porPessoa.dispatchEvent(new Event("toggle"))
  assert.deepEqual(
    desenhar().map(({ open }) => open),
    [true, false],
  )
})
