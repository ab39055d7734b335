import assert from "node:assert/strict"
import { beforeEach, test } from "node:test"
import { JSDOM } from "jsdom"
import { montarTesteDaConexao } from "./conexao-teste.js"
import { montarTesteDoRamal } from "./ramal-teste.js"

const CREDENCIAIS = { uri: "sip:1001@d", wssUrl: ["wss://d.api4com.com:6443"] }
const CONFERIDO = { status: 200, corpo: { conferido: true, mensagem: "O ramal 1001 existe em d.", credenciais: CREDENCIAIS } }
const BONS = [
  { step: "microphone", state: "ok", label: "Fone" },
  { step: "connection", state: "ok", elapsedMs: 9 },
  { step: "registration", state: "ok", elapsedMs: 41.6 },
  { step: "media", state: "ok" },
]

let document, pedidos, resposta, passosDaLinha, testados

beforeEach(() => {
  const { window } = new JSDOM(`
    <meta name="csrf-token" content="ficha"><section id="telefone"></section><div id="avisos"></div>
    <form id="conexao"><input name="Token" value="abc"><input name="BaseUrl" value="https://x">
      <input name="SipDomain"><input name="WssUrl" value="wss://meu"><div data-resultado-do-teste></div><button type="button" data-testar-conexao="/o/a/telefonia/validate">Testar</button></form>
    <form id="ramal"><input name="Extension" value="1001"><input name="Senha" value="s"><input name="SipServer" value="d">
      <ol data-passos-do-teste></ol><button type="button" data-testar-ramal="/o/a/telefonia/validate-extension">Testar</button></form>`)
  ;({ document } = window)
  Object.assign(globalThis, { document, CustomEvent: window.CustomEvent })
  pedidos = []
  passosDaLinha = BONS
  testados = []
  const fetch = async (url, { headers, body }) => {
    pedidos.push({ url, ficha: headers["X-CSRF-TOKEN"], corpo: JSON.parse(body) })
    if (resposta === null) {
      throw new TypeError("offline")
    }
    return { status: resposta.status, json: async () => resposta.corpo }
  }
  const testLine = async (credenciais, { onStep }) => {
    testados.push(credenciais)
    for (const passo of passosDaLinha) {
      onStep({ step: passo.step, state: "running" })
      onStep(passo)
    }
  }
  montarTesteDaConexao(document, { fetch })
  montarTesteDoRamal(document, { fetch, carregar: async () => ({ testLine }) })
})

async function clicar(formulario) {
  document.querySelector(`#${formulario} button`).click()
  await new Promise((seguir) => setTimeout(seguir, 5))
}

const resultados = () => [...document.querySelectorAll("[data-resultado-do-teste] .teste")].map((p) => [p.dataset.estado, p.textContent])

const passos = () => [...document.querySelectorAll("#ramal .passo")]
const estados = () => passos().map(({ dataset }) => dataset.estado)
const texto = (numero) => passos()[numero].querySelector(".passo__texto").textContent

async function falharEm(quantos, falha) {
  resposta = CONFERIDO
  passosDaLinha = [...BONS.slice(0, quantos), { ...falha, state: "failed" }]
  await clicar("ramal")
}

test("the connection test sends what is typed and shows the server's words", async () => {
  resposta = { status: 200, corpo: { ok: false, codigo: "token_recusado", mensagem: "Token recusado pela API4COM." } }
  await clicar("conexao")
  assert.deepEqual(pedidos, [{ url: "/o/a/telefonia/validate", ficha: "ficha", corpo: { token: "abc", baseUrl: "https://x" } }])
  assert.deepEqual(resultados(), [["falha", "Token recusado pela API4COM."]])
  assert.equal(document.querySelector("#conexao button").disabled, false)
})

test("what a test learned fills only the fields nobody filled, and a warning stands beside the good news", async () => {
  resposta = {
    status: 200,
    corpo: { ok: true, mensagem: "Conexão aceita.", aviso: "Este usuário não é administrador.", dominioSip: "acme.api4com.com", wssUrl: "wss://acme" },
  }
  await clicar("conexao")
  assert.deepEqual(resultados(), [
    ["ok", "Conexão aceita."],
    ["alerta", "Este usuário não é administrador."],
  ])
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

test("the ramal test shows its five steps in order and ends ready to call", async () => {
  resposta = CONFERIDO
  let renovada = 0
  document.addEventListener("crm:ramal-testado", () => renovada++)
  await clicar("ramal")
  assert.deepEqual(pedidos[0].corpo, { extension: "1001", password: "s", sipServer: "d" })
  assert.deepEqual(
    passos().map((p) => p.querySelector(".passo__nome").textContent),
    ["Conferir na API4COM", "Microfone", "Conexão segura", "Registro", "Áudio"],
  )
  assert.deepEqual(estados(), ["ok", "ok", "ok", "ok", "ok"])
  assert.equal(texto(2), "Aberta com d.api4com.com:6443.")
  assert.equal(texto(3), "Ramal registrado em 42 ms.")
  assert.match(texto(4), /Tudo certo para ligar/)
  assert.deepEqual([testados, renovada], [[CREDENCIAIS], 1])
})

test("a provider that did not answer is a warning, and the rest is tested all the same", async () => {
  resposta = { status: 200, corpo: { ...CONFERIDO.corpo, conferido: false, mensagem: "A API4COM não respondeu agora." } }
  await clicar("ramal")
  assert.deepEqual(estados(), ["alerta", "ok", "ok", "ok", "ok"])
})

test("a denied microphone says how to allow it and leaves the rest untested", async () => {
  await falharEm(0, { step: "microphone", cause: "mic_denied" })
  assert.deepEqual(estados(), ["ok", "falha", "nao-testado", "nao-testado", "nao-testado"])
  assert.match(texto(1), /bloqueou o microfone.*permita o microfone/)
  assert.equal(texto(4), "Não testado.")
})

test("a microphone that gives no sound says so", async () => {
  await falharEm(0, { step: "microphone", cause: "mic_silent" })
  assert.match(texto(1), /^O microfone não captou som/)
})

test("a closed connection names the address to be let through", async () => {
  await falharEm(1, { step: "connection", cause: "network" })
  assert.deepEqual(estados(), ["ok", "ok", "falha", "nao-testado", "nao-testado"])
  assert.match(texto(2), /d\.api4com\.com:6443/)
})

test("a wrong password is said at the registration and the field gets the focus", async () => {
  await falharEm(2, { step: "registration", cause: "auth", sipCode: 403 })
  assert.deepEqual(estados(), ["ok", "ok", "ok", "falha", "nao-testado"])
  assert.match(texto(3), /senha do ramal foi recusada/)
  assert.equal(document.activeElement.name, "Senha")
})

test("a registration without an answer is not blamed on the password", async () => {
  await falharEm(2, { step: "registration", cause: "network" })
  assert.match(texto(3), /não respondeu ao registro/)
})

test("sound that does not arrive says what to do", async () => {
  await falharEm(3, { step: "media", cause: "no_media" })
  assert.deepEqual(estados(), ["ok", "ok", "ok", "ok", "falha"])
  assert.match(texto(4), /^O som não passou/)
})

test("a TURN server that does not answer is a warning about closed networks", async () => {
  resposta = CONFERIDO
  passosDaLinha = [...BONS.slice(0, 3), { step: "media", state: "ok", warning: "turn_unreachable" }]
  await clicar("ramal")
  assert.equal(estados()[4], "alerta")
  assert.match(texto(4), /TURN não respondeu/)
})

test("a field the server refuses gets the focus and nothing is registered", async () => {
  resposta = { status: 422, corpo: { codigo: "senha_ausente", mensagem: "Informe a senha do ramal.", campo: "Senha" } }
  await clicar("ramal")
  assert.deepEqual(estados(), ["falha", "nao-testado", "nao-testado", "nao-testado", "nao-testado"])
  assert.equal(texto(0), "Informe a senha do ramal.")
  assert.equal(document.activeElement.name, "Senha")
  assert.deepEqual(testados, [])
})

test("a second test starts from a clean list", async () => {
  await falharEm(2, { step: "registration", cause: "auth" })
  passosDaLinha = BONS
  await clicar("ramal")
  assert.deepEqual(estados(), ["ok", "ok", "ok", "ok", "ok"])
})

test("during a call the ramal is not tested", async () => {
  document.getElementById("telefone").dataset.estado = "em-ligacao"
  await clicar("ramal")
  assert.equal(pedidos.length, 0)
  assert.match(document.getElementById("avisos").textContent, /Termine a ligação antes de testar o ramal/)
})
