import assert from "node:assert/strict"
import { afterEach, test } from "node:test"
import { CREDENTIALS } from "../../../libwebphone/testing/support.js"
import { abrirAba, ate, emLigacao, servidorFalso } from "./apoio.js"

const abas = []
const guardar = (aba) => (abas.push(aba), aba)
afterEach(() => abas.splice(0).forEach(({ parar }) => parar()))

// What stands between browser and application answers in its place: a deployment's 404, a portal's 200 or redirect.
const DE_OUTROS = [
  { status: 404, corpo: null },
  { status: 422, corpo: null },
  { status: 403, corpo: null },
  { status: 302, corpo: null },
  { status: 0, corpo: null },
  { status: 200, corpo: null },
  { status: 200, corpo: {} },
  { status: 204, corpo: null },
  { status: 502, corpo: null },
  { status: 401, corpo: null },
].map((resposta) => ({ ...resposta, deOutro: true }))

for (const resposta of DE_OUTROS) {
  test(`an intermediary's ${resposta.status} ${JSON.stringify(resposta.corpo)} takes neither the end of the call nor the note`, async () => {
    const aba = guardar(await emLigacao())
    await ate(() => aba.servidor.tipos().includes("atendida"))
    aba.servidor.respostas.eventos = aba.servidor.respostas.notas = () => resposta
    aba.sessao.bye()
    aba.digitar("escrita durante a troca")
    const tentativas = () => ["/eventos", "/notas"].map((fim) => aba.servidor.de(fim).filter(({ status }) => status === 0).length)
    await ate(() => tentativas().every((vezes) => vezes > 0))
    assert.match(aba.parte("andamento").textContent, /guardado neste navegador|Salvando/)

    delete aba.servidor.respostas.eventos
    delete aba.servidor.respostas.notas
    await ate(() => aba.servidor.tipos().includes("encerrada"))
    await ate(() => aba.servidor.de("/notas").some(({ status, corpo }) => status === 200 && corpo.notas === "escrita durante a troca"))
    await ate(() => aba.parte("andamento").textContent === "Nota salva")
  })
}

for (const resposta of DE_OUTROS) {
  test(`an intermediary's ${resposta.status} ${JSON.stringify(resposta.corpo)} to a new call dials nothing and leaves its end to be told`, async () => {
    const servidor = servidorFalso()
    const aba = guardar(await abrirAba({ servidor, ociosa: true }))
    servidor.respostas.ligacoes = () => resposta
    aba.clicar("b1")
    await ate(() => aba.estado === "falha")
    assert.match(aba.parte("recado").textContent, /sem conexão com o servidor. Nenhuma ligação foi feita/)
    assert.ok(!aba.driver.sent.includes("INVITE"))
    await ate(() => servidor.tipos().includes("encerrada"))
  })
}

test("an instance of the version before, which marks nothing, is known by our own ids that it gives back", async () => {
  const servidor = servidorFalso()
  const deAntes = (corpo) => ({ status: 200, corpo, deOutro: true })
  servidor.respostas.credenciais = () => deAntes(CREDENTIALS)
  servidor.respostas.ligacoes = ({ corpo }) => deAntes({ id: corpo.id, numeroParaDiscar: "+5511960000001", numeroFormatado: "(11) 96000-0001", resultados: [] })
  servidor.respostas.eventos = ({ corpo }) => deAntes({ aceitos: corpo.eventos.map(({ id }) => id) })
  const aba = guardar(await abrirAba({ servidor, ociosa: true }))
  aba.clicar("b1")
  await ate(() => aba.driver.sent.includes("INVITE"))
  aba.sessao.bye()
  const ids = () => servidor.de("/eventos").flatMap(({ corpo }) => corpo.eventos)
  await ate(() => ids().some(({ tipo }) => tipo === "encerrada"))
  assert.equal(new Set(ids().map(({ id }) => id)).size, ids().length)
})

test("a note the application itself refuses stays in sight and in the browser, and goes out again when it changes", async (t) => {
  t.mock.method(console, "warn", () => {})
  const aba = guardar(await emLigacao())
  aba.servidor.respostas.notas = () => ({ status: 422, corpo: { codigo: "notas_longas" } })
  aba.digitar("longa demais")
  aba.sessao.bye()
  await ate(() => /recusou esta nota/.test(aba.parte("andamento").textContent))
  const pedidas = aba.servidor.de("/notas").length
  aba.parte("notas").requestSubmit()
  await ate(() => aba.servidor.de("/notas").length > pedidas)
  await ate(() => /recusou esta nota/.test(aba.parte("andamento").textContent))
  assert.equal(aba.secao.hidden, false)
  assert.equal(aba.secao.querySelector("textarea").value, "longa demais")

  const outra = guardar(await abrirAba({ navegador: aba.navegador, servidor: aba.servidor }))
  await ate(() => outra.secao.querySelector("textarea").value === "longa demais")
  delete aba.servidor.respostas.notas
  aba.digitar("menor")
  await ate(() => aba.parte("andamento").textContent === "Nota salva")
})
