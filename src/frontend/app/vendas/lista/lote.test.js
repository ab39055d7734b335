import assert from "node:assert/strict"
import { afterEach, beforeEach, test } from "node:test"
import { JSDOM } from "jsdom"
import { ouvir } from "../../casca/barramento.js"
import { montarLote } from "./lote.js"

let document, window, pedidos, resposta, escolha, ouvidos

beforeEach(() => {
  ;({ window } = new JSDOM(
    `<meta name="csrf-token" content="t"><div id="avisos"></div><div id="lista"><h1 tabindex="-1">Funil</h1>
     <form data-lote action="/o/a/oportunidades/lote/mover?parada=true"><button name="EtapaId" value="e1"></button></form></div>`,
    { url: "http://crm.example/" },
  ))
  ;({ document } = window)
  globalThis.document = document
  pedidos = []
  resposta = { ok: true, status: 200, json: async () => ({ mensagem: "2 movidas para Proposta.", feitas: 2, ficha: "f" }) }
  escolha = { ids: ["a", "b"], todas: false, limpas: 0 }
  ouvidos = []
  ouvir(document, "avisar", (aviso) => ouvidos.push(aviso))
  ouvir(document, "dados-alterados", () => ouvidos.push("alterados"))
  montarLote(document, {
    selecao: { ids: () => escolha.ids, todas: () => escolha.todas, limpar: () => escolha.limpas++ },
    fetch: async (endereco, pedido) => {
      pedidos.push([endereco, String(pedido.body)])
      return resposta
    },
  })
})
afterEach(() => delete globalThis.document)

async function enviar() {
  const form = document.querySelector("[data-lote]")
  form.dispatchEvent(new window.SubmitEvent("submit", { bubbles: true, cancelable: true, submitter: form.querySelector("button") }))
  await new Promise((pronto) => setTimeout(pronto, 5))
}

test("what is chosen goes with the button that was pressed, and the notice takes it back", async () => {
  await enviar()
  assert.deepEqual(pedidos, [["http://crm.example/o/a/oportunidades/lote/mover?parada=true", "EtapaId=e1&Ids=a&Ids=b"]])
  assert.deepEqual(ouvidos, [
    { texto: "2 movidas para Proposta.", tipo: "sucesso", desfazer: "http://crm.example/o/a/oportunidades/lote/desfazer", dados: { ficha: "f" } },
    "alterados",
  ])
  assert.equal(escolha.limpas, 1)
})

test("all of the filter go by the filter, not by their ids", async () => {
  escolha.todas = true
  await enviar()
  assert.equal(pedidos[0][1], "EtapaId=e1&Todas=true")
})

test("a refusal says why, and what is chosen stays chosen", async () => {
  resposta = { ok: false, status: 422, json: async () => ({ codigo: "lote_grande", mensagem: "São mais de 500." }) }
  await enviar()
  assert.equal(document.querySelector("#avisos .aviso__texto").textContent, "São mais de 500.")
  assert.deepEqual([ouvidos, escolha.limpas], [[], 0])
})
