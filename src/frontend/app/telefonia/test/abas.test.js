import assert from "node:assert/strict"
import { afterEach, test } from "node:test"
import { abrirAba, ate, emLigacao, novoNavegador, servidorFalso } from "./apoio.js"

const abas = []
const guardar = (aba) => (abas.push(aba), aba)
afterEach(() => abas.splice(0).forEach(({ parar }) => parar()))

async function duasAbas() {
  const navegador = novoNavegador()
  const servidor = servidorFalso()
  const primeira = guardar(await abrirAba({ navegador, servidor, ociosa: true }))
  const segunda = guardar(await abrirAba({ navegador, servidor, ociosa: true }))
  return { navegador, servidor, primeira, segunda }
}

test("the second tab registers nothing, shows the same call and its controls work through the first", async () => {
  const { servidor, primeira, segunda } = await duasAbas()
  assert.equal(segunda.drivers.length, 0)
  assert.equal(servidor.de("/credenciais").length, 1)
  assert.equal(segunda.document.getElementById("linha").textContent, "Linha pronta")
  primeira.clicar("b1")
  await ate(() => primeira.sessao?.sipCallId)
  primeira.sessao.ring()
  primeira.sessao.answer()
  await ate(() => segunda.texto === "Em ligação")
  await ate(() => segunda.parte("numero").textContent === "(11) 96000-0001")
  assert.equal(segunda.parte("remoto").hidden, false)
  segunda.acao("mudo").click()
  await ate(() => primeira.sessao.muted)
  await ate(() => segunda.acao("mudo").getAttribute("aria-pressed") === "true")
  segunda.acao("desligar").click()
  await ate(() => primeira.estado === "encerrada" && segunda.estado === "encerrada")
  await ate(() => servidor.tipos().includes("encerrada"))
  assert.equal(servidor.tipos().filter((tipo) => tipo === "encerrada").length, 1)
})

test("a call dialled in the second tab is placed by the first", async () => {
  const { servidor, primeira, segunda } = await duasAbas()
  segunda.clicar("b1")
  await ate(() => primeira.sessao?.sipCallId)
  assert.equal(segunda.drivers.length, 0)
  assert.equal(servidor.de("/ligacoes").length, 1)
  primeira.sessao.fail(486, "busy")
  await ate(() => segunda.texto === "Ocupado" && primeira.texto === "Ocupado")
  await ate(() => servidor.tipos().join() === "chamando,encerrada")
})

test("a note typed in either tab is the same field, and saving in one closes the form in both", async () => {
  const { servidor, primeira, segunda } = await duasAbas()
  primeira.clicar("b1")
  await ate(() => primeira.sessao?.sipCallId)
  primeira.sessao.ring()
  primeira.sessao.answer()
  await ate(() => segunda.texto === "Em ligação")
  segunda.digitar("da segunda")
  await ate(() => primeira.secao.querySelector("textarea").value === "da segunda")
  primeira.digitar("da segunda e da primeira")
  await ate(() => segunda.secao.querySelector("textarea").value === "da segunda e da primeira")
  primeira.sessao.bye()
  await ate(() => segunda.estado === "encerrada")
  segunda.parte("notas").requestSubmit()
  await ate(() => segunda.secao.hidden && primeira.secao.hidden)
  const { corpo } = servidor.de("/notas").at(-1)
  assert.deepEqual([corpo.notas, corpo.resultadoId], ["da segunda e da primeira", "r-conversa"])
})

test("a tab opened during the call finds it with its notes", async () => {
  const navegador = novoNavegador()
  const servidor = servidorFalso()
  const primeira = guardar(await emLigacao({ navegador, servidor }))
  primeira.digitar("já anotado")
  await ate(() => primeira.parte("andamento").textContent === "Nota salva")
  const segunda = guardar(await abrirAba({ navegador, servidor, ociosa: true }))
  await ate(() => segunda.texto === "Em ligação")
  await ate(() => segunda.parte("oportunidade").textContent === "Usina 75 kWp")
  assert.equal(segunda.secao.querySelector("textarea").value, "já anotado")
})

test("a second click in the other tab never makes a second call", async () => {
  const { servidor, primeira, segunda } = await duasAbas()
  primeira.clicar("b1")
  await ate(() => primeira.sessao?.sipCallId)
  await ate(() => !segunda.secao.hidden)
  segunda.clicar("b2")
  assert.match(segunda.aviso(), /Você já está em uma ligação/)
  assert.equal(servidor.de("/ligacoes").length, 1)
})

test("the first tab closes: the other one registers and is free to call", async () => {
  const { primeira, segunda } = await duasAbas()
  primeira.environment.page.hide()
  await ate(() => segunda.driver?.isRegistered())
  assert.equal(segunda.document.getElementById("linha").textContent, "Linha pronta")
  segunda.clicar("b1")
  await ate(() => segunda.sessao?.sipCallId)
})
