import assert from "node:assert/strict"
import { afterEach, test } from "node:test"
import { abrirAba, ate, emLigacao, novoNavegador, servidorFalso } from "./apoio.js"

const abas = []
const guardar = (aba) => (abas.push(aba), aba)
afterEach(() => abas.splice(0).forEach(({ parar }) => parar()))

/** A call cut by its own page, F5 or a visit to another organization, and the next page of the same person. */
async function recarregada(estado) {
  const navegador = novoNavegador()
  const servidor = servidorFalso()
  servidor.respostas.ligacoes = ({ corpo }) => {
    servidor.respostas[corpo.id] = () => ({ status: 200, corpo: servidor.ligacao })
  }
  servidor.ligacao = { status: "em_andamento", duracaoSegundos: 0 }
  const antes = await emLigacao({ navegador, servidor })
  await ate(() => servidor.tipos().includes("atendida"))
  antes.environment.page.hide()
  antes.parar()
  servidor.ligacao = { duracaoSegundos: 0, fimEm: "2026-11-27T15:00:42.000Z", ...estado }
  const aba = guardar(await abrirAba({ navegador: { ...navegador, locks: undefined }, servidor, ociosa: true }))
  await ate(() => !aba.secao.hidden)
  return aba
}

const recado = (aba) => (aba.parte("recado").hidden ? "" : aba.parte("recado").textContent)

test("the call a reload cut shows the server's duration and why it ended", async () => {
  const aba = await recarregada({ status: "atendida", duracaoSegundos: 42, encerradaPor: "local" })
  await ate(() => aba.parte("cronometro").textContent === "00:42")
  assert.equal(aba.texto, "Encerrada")
  assert.equal(aba.estado, "encerrada")
  assert.equal(recado(aba), "A ligação terminou porque a página foi recarregada ou fechada.")
  assert.equal(aba.secao.querySelector("[name='resultado']:checked").value, "r-conversa")
})

test("a call the network took says so, with the server's duration", async () => {
  const aba = await recarregada({ status: "atendida", duracaoSegundos: 3, encerradaPor: "network" })
  await ate(() => aba.parte("cronometro").textContent === "00:03")
  assert.match(recado(aba), /A conexão caiu/)
})

test("while the server still has it open it is asked again; before its word nothing is said to have failed", async () => {
  const aba = await recarregada({ status: "em_andamento", fimEm: null })
  assert.equal(recado(aba), "")
  aba.servidor.ligacao = { status: "ocupado", duracaoSegundos: 0, fimEm: "2026-11-27T15:00:42.000Z", encerradaPor: "remote" }
  await ate(() => aba.texto === "Ocupado")
  assert.equal(aba.parte("cronometro").hidden, true)
})
