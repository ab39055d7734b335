import "fake-indexeddb/auto"
import assert from "node:assert/strict"
import { afterEach, mock, test } from "node:test"
import { abrirBanco } from "../guarda/banco.js"
import { abrirAba, ate, emLigacao, novoNavegador } from "./apoio.js"

const abas = []
const guardar = (aba) => (abas.push(aba), aba)
afterEach(() => {
  mock.restoreAll()
  abas.splice(0).forEach(({ parar }) => parar())
})

let bancos = 0
const novoNome = () => `crm-telefone:teste:${process.pid}-${++bancos}`

// The ways storage failed in browsers, after it had opened well.
const FALHAS = {
  "another tab deleted it": (nome) => apagar(nome),
  "it is full": () =>
    mock.method(IDBObjectStore.prototype, "put", () => {
      throw new DOMException("", "QuotaExceededError")
    }),
  "the connection is lost for good": () => {
    mock.method(IDBDatabase.prototype, "transaction", () => {
      throw new DOMException("", "InvalidStateError")
    })
    mock.method(indexedDB, "open", () => {
      throw new DOMException("", "UnknownError")
    })
  },
  "it never answers": () => mock.method(IDBObjectStore.prototype, "put", () => new Promise(() => {})),
}

function apagar(nome) {
  return new Promise((resolve, reject) => {
    const pedido = indexedDB.deleteDatabase(nome)
    pedido.onsuccess = resolve
    pedido.onerror = reject
  })
}

for (const [nome, falhar] of Object.entries(FALHAS)) {
  test(`every verb works on when ${nome}, with what was written before and after`, async () => {
    const banco = await abrirBanco(novoNome(), { prazo: 100 })
    const outro = await abrirBanco(novoNome(), { prazo: 100 })
    for (const aberto of [banco, outro]) {
      await aberto.guardarLigacao({ id: "a", registrada: true })
      await aberto.guardarFato({ id: "f1", ligacaoId: "a", ordem: 2 })
      await aberto.guardarNota({ ligacaoId: "a", notas: "antes" })
    }
    await falhar(`crm-telefone:teste:${process.pid}-${bancos - 1}`)

    await banco.guardarFato({ id: "f2", ligacaoId: "a", ordem: 1 })
    await banco.guardarLigacao({ id: "b" })
    await banco.guardarNota({ ligacaoId: "b", notas: "depois" })
    assert.equal(await banco.mudarLigacao("a", { fimEm: "agora" }), true)
    assert.equal(await banco.mudarLigacao("c", { fimEm: "agora" }), false)
    assert.deepEqual(
      (await banco.fatos()).map(({ id }) => id),
      ["f2", "f1"],
    )
    assert.deepEqual(await banco.ligacao("a"), { id: "a", registrada: true, fimEm: "agora" })
    assert.deepEqual((await banco.ligacoes()).map(({ id }) => id).sort(), ["a", "b"])
    assert.deepEqual((await banco.notas()).map(({ notas }) => notas).sort(), ["antes", "depois"])
    await banco.apagarFatos(["f1"])
    await banco.apagarNota("a")
    await banco.apagarLigacao("a")
    assert.deepEqual(
      (await banco.fatos()).map(({ id }) => id),
      ["f2"],
    )
    assert.equal(await banco.nota("a"), undefined)
    assert.equal(await banco.ligacao("a"), undefined)
  })
}

test("storage that was emptied is opened once more and gets back what this page knows, without a word", async () => {
  const nome = novoNome()
  const falhou = mock.fn()
  const banco = await abrirBanco(nome, { aoFalhar: falhou })
  await banco.guardarLigacao({ id: "a", registrada: true })
  await banco.guardarFato({ id: "f", ligacaoId: "a", ordem: 1 })
  await apagar(nome)
  await banco.guardarNota({ ligacaoId: "a", notas: "nota" })
  assert.equal(banco.duravel, true)
  assert.equal(falhou.mock.callCount(), 0)
  banco.fechar()

  const depois = await abrirBanco(nome)
  assert.deepEqual(
    (await depois.fatos()).map(({ id }) => id),
    ["f"],
  )
  assert.deepEqual(await depois.ligacao("a"), { id: "a", registrada: true })
  assert.equal((await depois.nota("a")).notas, "nota")
})

test("storage that stays broken is told once, and only when something had to be kept", async () => {
  mock.method(indexedDB, "open", () => {
    throw new DOMException("", "SecurityError")
  })
  const falhou = mock.fn()
  const banco = await abrirBanco(novoNome(), { aoFalhar: falhou })
  assert.deepEqual(await banco.notas(), [])
  assert.equal(falhou.mock.callCount(), 0)
  await banco.guardarFato({ id: "f", ordem: 1 })
  await banco.guardarFato({ id: "g", ordem: 2 })
  assert.equal(falhou.mock.callCount(), 1)
  assert.equal(banco.duravel, false)
})

for (const [nome, falhar] of Object.entries(FALHAS).slice(0, 3)) {
  test(`in a call when ${nome}: facts and note arrive, the next call is dialled`, async () => {
    const navegador = novoNavegador()
    const aba = guardar(await emLigacao({ navegador }))
    await ate(() => aba.servidor.tipos().includes("atendida"))
    await falhar(`crm-telefone:org:${navegador.pessoa}`)
    aba.digitar("anotada sem armazém")
    aba.sessao.bye()
    await ate(() => aba.servidor.tipos().includes("encerrada"))
    await ate(() => aba.servidor.de("/notas").some(({ corpo }) => corpo.notas === "anotada sem armazém"))
    aba.parte("notas").requestSubmit()
    await ate(() => aba.secao.hidden)
    aba.clicar("b2")
    await ate(() => aba.driver.sessions.length === 2 && aba.sessao.sipCallId)
    aba.sessao.fail(486, "busy")
    await ate(() => aba.servidor.tipos().filter((tipo) => tipo === "encerrada").length === 2)
    assert.equal(/não está guardando cópias/.test(aba.aviso()), nome !== "another tab deleted it")
  })
}

test("a browser without storage says so at the first call, and calls", async () => {
  mock.method(indexedDB, "open", () => {
    throw new DOMException("", "SecurityError")
  })
  const aba = guardar(await abrirAba({ ociosa: true }))
  assert.equal(aba.aviso(), "")
  aba.clicar("b1")
  await ate(() => aba.sessao?.sipCallId)
  assert.match(aba.aviso(), /não está guardando cópias/)
})
