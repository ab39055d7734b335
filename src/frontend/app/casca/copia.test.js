import assert from "node:assert/strict"
import { test } from "node:test"
import { setTimeout as esperar } from "node:timers/promises"
import { JSDOM } from "jsdom"
import { montarCopia } from "./copia.js"

async function copiar(areaDeTransferencia) {
  const { window } = new JSDOM(`<input id="link" readonly value="https://crm.example/conta/convite/1/2/3">
    <button data-copiar="link"><span>Copiar link</span></button><button id="outro">Outro</button><div id="avisos" role="status"></div>`)
  const { document } = window
  globalThis.document = document
  montarCopia(document, areaDeTransferencia)
  document.getElementById("outro").click()
  document.querySelector("[data-copiar] span").click()
  await esperar(0)
  const campo = document.getElementById("link")
  return {
    avisos: document.getElementById("avisos").textContent,
    selecionado: document.activeElement === campo && campo.value.slice(campo.selectionStart, campo.selectionEnd),
  }
}

test("the button copies the link and says so", async () => {
  const copiados = []
  const { avisos, selecionado } = await copiar(() => ({
    writeText: async (texto) => {
      copiados.push(texto)
    },
  }))
  assert.deepEqual(copiados, ["https://crm.example/conta/convite/1/2/3"])
  assert.match(avisos, /Link copiado\./)
  assert.equal(selecionado, false)
})

test("without permission, or without a clipboard at all, the link is selected and the person told how to copy it", async () => {
  const recusas = [
    () => ({
      writeText: async () => {
        throw new Error("NotAllowedError")
      },
    }),
    () => undefined,
  ]
  for (const recusa of recusas) {
    const { avisos, selecionado } = await copiar(recusa)
    assert.match(avisos, /selecionado: copie com Ctrl\+C/)
    assert.equal(selecionado, "https://crm.example/conta/convite/1/2/3")
  }
})
