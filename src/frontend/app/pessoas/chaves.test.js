import assert from "node:assert/strict"
import { test } from "node:test"
import { JSDOM } from "jsdom"
import { montarChaves } from "./chaves.js"

function pagina(qual) {
  const { window } = new JSDOM(`<div id="avisos"></div><form><input name="__RequestVerificationToken" value="ficha"><input name="Chave" data-credencial>
    <button type="button" data-passkey="${qual}" data-opcoes="/opcoes">Usar</button></form>`)
  globalThis.document = window.document
  const enviados = []
  window.document.forms[0].requestSubmit = () => enviados.push(window.document.forms[0].elements.Chave.value)
  return { document: window.document, enviados, apertar: () => window.document.querySelector("button").click() }
}

const Chave = { parseRequestOptionsFromJSON: (o) => ({ lidas: o }), parseCreationOptionsFromJSON: (o) => ({ novas: o }) }
const resposta =
  (corpo, ok = true) =>
  async (...pedido) => ({ status: ok ? 200 : 403, json: async () => corpo, pedido })
const depois = () => new Promise((pronto) => setTimeout(pronto))

test("what the device answers goes with the form, in JSON", async () => {
  const { document, enviados, apertar } = pagina("usar")
  const credentials = { get: async ({ publicKey }) => ({ toJSON: () => publicKey.lidas }) }
  montarChaves(document, { credentials, Chave, fetch: resposta({ challenge: "x" }) })
  apertar()
  await depois()
  assert.deepEqual(enviados, ['{"challenge":"x"}'])
})

test("a new passkey is created, not asked for", async () => {
  const { document, enviados, apertar } = pagina("nova")
  const credentials = { create: async ({ publicKey }) => ({ toJSON: () => publicKey.novas }) }
  montarChaves(document, { credentials, Chave, fetch: resposta({ challenge: "y" }) })
  apertar()
  await depois()
  assert.deepEqual(enviados, ['{"challenge":"y"}'])
})

test("who gives up at the device stays where they are and may try again", async () => {
  const { document, enviados, apertar } = pagina("usar")
  const credentials = {
    get: async () => {
      throw Object.assign(new Error(), { name: "NotAllowedError" })
    },
  }
  montarChaves(document, { credentials, Chave, fetch: resposta({}) })
  apertar()
  await depois()
  assert.deepEqual(enviados, [])
  assert.equal(document.querySelector("button").disabled, false)
  assert.match(document.body.textContent, /Nenhuma chave de acesso foi usada/)
})

test("who has to prove first is led there", async () => {
  const { document, apertar } = pagina("nova")
  const idas = []
  montarChaves(document, { credentials: {}, Chave, fetch: resposta({ link: "/conta/provar" }, false), ir: (e) => idas.push(e) })
  apertar()
  await depois()
  assert.deepEqual(idas, ["/conta/provar"])
})
