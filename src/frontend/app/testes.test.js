import assert from "node:assert/strict"
import { beforeEach, test } from "node:test"
import { JSDOM } from "jsdom"
import { ligarTesteDaConexao } from "./conexao-teste.js"
import { ligarTesteDoRamal } from "./phone/ramal-teste.js"

let document, pedidos, resposta, passosDaLinha

beforeEach(() => {
  const { window } = new JSDOM(`
    <meta name="csrf-token" content="ficha"><section id="telefone"></section>
    <form id="conexao"><input name="Token" value="abc"><input name="BaseUrl" value="https://x">
      <input name="SipDomain"><input name="WssUrl" value="wss://meu"><div data-resultado-do-teste></div><button type="button" data-testar-conexao="/o/a/telefonia/validate">Testar</button></form>
    <form id="ramal"><input name="Extension" value="1001"><input name="Senha" value="s"><input name="SipServer" value="d">
      <ol data-passos-do-teste></ol><button type="button" data-testar-ramal="/o/a/telefonia/validate-extension">Testar</button></form>`)
  ;({ document } = window)
  globalThis.document = document
  pedidos = []
  passosDaLinha = []
  const fetch = async (url, { headers, body }) => {
    pedidos.push({ url, ficha: headers["X-CSRF-TOKEN"], corpo: JSON.parse(body) })
    if (resposta === null) {
      throw new TypeError("offline")
    }
    return { status: resposta.status, json: async () => resposta.corpo }
  }
  ligarTesteDaConexao(document, { fetch })
  ligarTesteDoRamal(document, { fetch, carregar: async () => ({ testRegistration: async (_, { onStep }) => passosDaLinha.forEach(onStep) }) })
})

async function clicar(formulario) {
  document.querySelector(`#${formulario} button`).click()
  await new Promise((seguir) => setTimeout(seguir, 5))
}

const resultados = () => [...document.querySelectorAll("[data-resultado-do-teste] .teste")].map((p) => [p.dataset.estado, p.textContent])

const passos = () => [...document.querySelectorAll("#ramal .teste")].map((p) => [p.dataset.estado, p.textContent])

test("the connection test sends what is typed and shows the server's words", async () => {
  resposta = { status: 200, corpo: { ok: false, codigo: "token_recusado", mensagem: "Token recusado pela API4COM." } }
  await clicar("conexao")
  assert.deepEqual(pedidos, [{ url: "/o/a/telefonia/validate", ficha: "ficha", corpo: { token: "abc", baseUrl: "https://x" } }])
  assert.deepEqual(resultados(), [["falha", "Token recusado pela API4COM."]])
  assert.equal(document.querySelector("#conexao button").disabled, false)
})

test("what a test learned fills only the fields nobody filled, and a warning stands beside the good news", async () => {
  resposta = { status: 200, corpo: { ok: true, mensagem: "Conexão aceita.", aviso: "Este usuário não é administrador.", dominioSip: "acme.api4com.com", wssUrl: "wss://acme" } }
  await clicar("conexao")
  assert.deepEqual(resultados(), [["ok", "Conexão aceita."], ["alerta", "Este usuário não é administrador."]])
  const { SipDomain, WssUrl } = document.getElementById("conexao").elements
  assert.deepEqual([SipDomain.value, WssUrl.value], ["acme.api4com.com", "wss://meu"])
  resposta = { status: 200, corpo: { ok: false, mensagem: "Tempo esgotado." } }
  await clicar("conexao")
  assert.deepEqual(resultados(), [["falha", "Tempo esgotado."]])
})

test("a connection test without a server says so", async () => {
  resposta = null
  await clicar("conexao")
  assert.match(document.querySelector("[data-resultado-do-teste]").textContent, /^Sem conexão com o servidor/)
})

test("the ramal test shows each step and ends registered", async () => {
  resposta = { status: 200, corpo: { uri: "sip:1001@d" } }
  passosDaLinha = [{ step: "connecting", elapsedMs: 1 }, { step: "connected", elapsedMs: 9 }, { step: "registered", elapsedMs: 41.6 }]
  await clicar("ramal")
  assert.deepEqual(pedidos[0].corpo, { extension: "1001", password: "s", sipServer: "d" })
  assert.deepEqual(passos().map(([estado]) => estado), ["ok", "ok", "ok", "ok"])
  assert.equal(passos().at(-1)[1], "Ramal registrado em 42 ms. Tudo certo para ligar.")
})

test("a refused password is said in words, at the step where it happened", async () => {
  resposta = { status: 200, corpo: { uri: "sip:1001@d" } }
  passosDaLinha = [{ step: "connecting", elapsedMs: 1 }, { step: "connected", elapsedMs: 9 }, { step: "failed", cause: "auth", sipCode: 403, elapsedMs: 40 }]
  await clicar("ramal")
  assert.deepEqual(passos().map(([estado]) => estado), ["ok", "ok", "falha", "falha"])
  assert.match(passos().at(-1)[1], /^Ramal recusado/)
})

test("a field the server refuses gets the focus and nothing is registered", async () => {
  resposta = { status: 422, corpo: { codigo: "senha_ausente", mensagem: "Informe a senha do ramal.", campo: "Senha" } }
  passosDaLinha = [{ step: "connecting", elapsedMs: 1 }]
  await clicar("ramal")
  assert.equal(passos().at(-1)[1], "Informe a senha do ramal.")
  assert.equal(document.activeElement.name, "Senha")
})

test("during a call the ramal is not tested", async () => {
  document.getElementById("telefone").dataset.estado = "em-ligacao"
  await clicar("ramal")
  assert.equal(pedidos.length, 0)
  assert.equal(passos()[0][1], "Termine a ligação antes de testar o ramal.")
})
