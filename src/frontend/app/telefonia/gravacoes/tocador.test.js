import assert from "node:assert/strict"
import { test } from "node:test"
import { setTimeout as esperar } from "node:timers/promises"
import { JSDOM } from "jsdom"
import { montarTocador } from "./tocador.js"

function pagina(pedir) {
  const { window } = new JSDOM(`<div class="tocador"><audio src="/o/aurora/telefonia/recordings/1"></audio></div><img id="outra">`, {
    url: "http://crm.example/",
  })
  montarTocador(window.document, { fetch: pedir })
  const audio = window.document.querySelector("audio")
  return { document: window.document, acontecer: (tipo, alvo = audio) => alvo.dispatchEvent(new window.Event(tipo)) }
}

const recado = (document) => document.querySelector("[data-falha]")?.textContent ?? null

test("a player that fails says what the server says, once", async () => {
  const pedidos = []
  const { document, acontecer } = pagina(async (endereco) => {
    pedidos.push(endereco)
    return { status: 502, json: async () => ({ mensagem: "O arquivo que a API4COM entregou não é áudio." }) }
  })
  acontecer("error")
  acontecer("error")
  await esperar(0)
  assert.equal(recado(document), "O arquivo que a API4COM entregou não é áudio.")
  assert.equal(document.querySelectorAll("[data-falha]").length, 1)
  assert.equal(pedidos[0], "http://crm.example/o/aurora/telefonia/recordings/1")
})

test("without a word of the server it says what to do, and forgets it when the recording plays", async () => {
  const { document, acontecer } = pagina(async () => {
    throw new TypeError("Failed to fetch")
  })
  acontecer("error")
  await esperar(0)
  assert.match(recado(document), /Tente de novo em instantes/)
  acontecer("playing")
  assert.equal(recado(document), null)
})

test("an image that fails is none of its business", async () => {
  const { document, acontecer } = pagina(async () => assert.fail("asked"))
  acontecer("error", document.getElementById("outra"))
  await esperar(0)
  assert.equal(recado(document), null)
})
