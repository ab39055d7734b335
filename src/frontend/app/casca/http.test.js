import assert from "node:assert/strict"
import { readdir, readFile } from "node:fs/promises"
import { test } from "node:test"
import { JSDOM } from "jsdom"
import { pedir, requisitar } from "./http.js"
import { criarServidor } from "../telefonia/entrega/servidor.js"
import { montarReentrada } from "../pessoas/reentrada.js"

function pagina() {
  const { document } = new JSDOM(
    `<meta name="csrf-token" content="ficha"><div id="avisos"></div><dialog id="reentrada" data-pessoa="p1" data-veu="veu"></dialog>`,
  ).window
  Object.assign(globalThis, { document, CustomEvent: document.defaultView.CustomEvent, location: document.location })
  return document
}

const resposta = (status, corpo, tipo = "application/json") =>
  new Response(corpo === undefined ? null : JSON.stringify(corpo), { status, headers: { "Content-Type": tipo } })

/** Answers one after the other, and keeps what was asked. */
function servidor(...respostas) {
  const pedidos = []
  const fetch = async (caminho, opcoes) => {
    pedidos.push({ caminho, ...opcoes })
    const proxima = respostas.shift()
    if (!proxima) {
      throw new TypeError("Failed to fetch")
    }
    return proxima
  }
  return { pedidos, fetch }
}

test("nothing else in app asks the server", async () => {
  const pasta = new URL("../", import.meta.url)
  const arquivos = (await readdir(pasta, { recursive: true })).filter((nome) => nome.endsWith(".js") && !/\.test\.js$|(^|\/)test\//.test(nome))
  assert.ok(arquivos.length > 80)
  const chamam = []
  for (const nome of arquivos) {
    const codigo = (await readFile(new URL(nome, pasta), "utf8")).replace(/\/\*.*?\*\/|\/\/[^\n]*/gs, "")
    if (/\bfetch\s*\(|XMLHttpRequest\s*\(|sendBeacon\s*\(/.test(codigo)) {
      chamam.push(nome)
    }
  }
  assert.deepEqual(chamam, ["casca/http.js"])
})

test("what changes something carries the token and names its tab; what only asks carries neither", async () => {
  const document = pagina()
  const { pedidos, fetch } = servidor(resposta(200, {}), resposta(200, {}), resposta(200, {}))
  await requisitar("/a", { document, fetch, metodo: "POST", corpo: { x: 1 } })
  await requisitar("/b", { document, fetch })
  await requisitar("/c", { document, fetch, metodo: "PUT", corpo: {}, deOutros: true })
  assert.equal(pedidos[0].headers["X-CSRF-TOKEN"], "ficha")
  assert.ok(pedidos[0].headers["X-Aba"])
  assert.equal(pedidos[0].body, `{"x":1}`)
  assert.deepEqual(Object.keys(pedidos[1].headers), ["Accept"])
  assert.equal(pedidos[2].headers["X-Aba"], undefined)
  assert.ok(pedidos.every(({ credentials, signal }) => credentials === "same-origin" && signal))
})

test("a refusal is an answer with its reason, and so is no answer at all", async () => {
  const document = pagina()
  const { fetch } = servidor(
    resposta(422, { codigo: "numero_invalido", mensagem: "Número inválido.", campo: "Numero" }),
    new Response("<html>", { status: 502 }),
  )
  assert.deepEqual(await pedir("/a", {}, { document, fetch }), {
    ok: false,
    status: 422,
    corpo: { codigo: "numero_invalido", mensagem: "Número inválido.", campo: "Numero" },
  })
  assert.equal((await pedir("/a", {}, { document, fetch })).corpo.codigo, "falha")
  const { ok, status, corpo } = await pedir("/a", {}, { document, fetch })
  assert.deepEqual([ok, status, corpo.codigo], [false, 0, "sem_servidor"])
})

test("nobody waits for ever: the time runs out as if there were no answer", async (t) => {
  const document = pagina()
  const fetch = (_, { signal }) => new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)))
  // The timer of AbortSignal.timeout keeps no process alive.
  const vivo = setInterval(() => {}, 1000)
  t.after(() => clearInterval(vivo))
  assert.equal((await requisitar("/a", { document, fetch, prazo: 5 })).status, 0)
})

test("a session that ended is taken up again and the same asked once more, a dial never", async () => {
  const document = pagina()
  const volta = servidor(resposta(200, { pessoa: "p1", token: "nova" }))
  montarReentrada(document, { htmx: {}, avisar() {}, avisarSessaoExpirada() {}, fetch: volta.fetch })
  const { pedidos, fetch } = servidor(resposta(401), resposta(200, { feito: true }))
  assert.deepEqual((await requisitar("/a", { document, fetch, metodo: "POST", corpo: {}, retomar: true })).corpo, { feito: true })
  assert.deepEqual(
    pedidos.map(({ headers }) => headers["X-CSRF-TOKEN"]),
    ["ficha", "nova"],
  )

  const telefonia = servidor(new Response(`{"codigo":"sessao"}`, { status: 401, headers: { "X-CrmVoip": "1" } }), resposta(200, {}))
  const api = criarServidor({ base: "/o/a", document, fetch: telefonia.fetch })
  assert.equal((await api.discar("c1")).status, 401)
  assert.equal(telefonia.pedidos.length, 1)
})
