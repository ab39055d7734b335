import assert from "node:assert/strict"
import { afterEach, test } from "node:test"
import { abrirBanco } from "../guarda/banco.js"
import { criarCaixaDeSaida } from "../entrega/caixa-de-saida.js"
import { criarNotas } from "../entrega/notas.js"
import { abrirAba, ate, emLigacao, novoNavegador, servidorFalso } from "./apoio.js"

const abas = []
const guardar = (aba) => (abas.push(aba), aba)
afterEach(() => abas.splice(0).forEach(({ parar }) => parar()))

test("every fact of the call reaches the server once, in order, with the antiforgery token and the browser's clock", async () => {
  const aba = guardar(await emLigacao())
  aba.acao("mudo").click()
  aba.acao("espera").click()
  await ate(() => aba.texto === "Em espera")
  aba.acao("teclado").click()
  aba.parte("teclado").querySelector("[data-tecla='7']").click()
  await ate(() => aba.sessao.tones.length === 1)
  aba.sessao.bye()
  await ate(() => aba.servidor.tipos().includes("encerrada"))
  assert.deepEqual(aba.servidor.tipos(), ["chamando", "tocando", "atendida", "mudo", "em_espera", "dtmf", "encerrada"])
  const eventos = aba.servidor.eventos()
  assert.equal(new Set(eventos.map(({ id }) => id)).size, eventos.length)
  assert.equal(eventos.at(-1).dados.causa, "normal")
  assert.equal(eventos.at(-1).dados.encerradaPor, "remote")
  assert.ok(eventos.at(-1).dados.chamadaSip)
  assert.ok(!JSON.stringify(aba.servidor.pedidos.map(({ corpo }) => corpo)).includes('"7"'))
  const pedido = aba.servidor.de("/eventos")[0]
  assert.equal(pedido.headers["X-CSRF-TOKEN"], "ficha")
  assert.ok(Date.parse(pedido.corpo.agora))
})

test("the facts of a call that is being placed travel together, its end at once", async () => {
  const aba = guardar(await emLigacao())
  await ate(() => aba.servidor.tipos().includes("atendida"))
  assert.equal(aba.servidor.de("/eventos").length, 1)
  aba.sessao.bye()
  await ate(() => aba.servidor.tipos().includes("encerrada"), "at once", 300)
})

test("facts wait while the server is away and go out when the network is back", async () => {
  const aba = guardar(await emLigacao())
  await ate(() => aba.servidor.tipos().includes("atendida"))
  aba.servidor.foraDoAr = true
  aba.acao("desligar").click()
  aba.digitar("nota escrita sem rede")
  await ate(() => aba.parte("andamento").textContent === "Sem conexão: guardado neste navegador")
  assert.ok(!aba.servidor.tipos().includes("encerrada"))
  aba.servidor.foraDoAr = false
  aba.environment.page.dispatchEvent(new Event("online"))
  await ate(() => aba.servidor.tipos().filter((tipo) => tipo === "encerrada").length === 1)
  await ate(() => aba.parte("andamento").textContent === "Nota salva")
  assert.equal(aba.servidor.de("/notas").at(-1).corpo.notas, "nota escrita sem rede")
})

test("an expired session keeps everything and offers to sign in again over this page", async () => {
  const aba = guardar(await emLigacao())
  await ate(() => aba.servidor.tipos().includes("atendida"))
  aba.servidor.respostas.eventos = () => ({ status: 401, corpo: null })
  aba.sessao.bye()
  await ate(() => /entre de novo para não perder o que a ligação registra/.test(aba.aviso()))
  assert.ok(aba.document.querySelector("#avisos [data-reentrar]"))
  aba.servidor.respostas.eventos = undefined
  aba.environment.page.dispatchEvent(new Event("crm:sessao-retomada"))
  await ate(() => aba.servidor.tipos().includes("encerrada"))
  await ate(() => aba.aviso() === "")
})

test("a fact that the server will never accept is dropped alone, logged once and without its data", async (t) => {
  const avisos = t.mock.method(console, "warn", () => {})
  const aba = guardar(await emLigacao())
  await ate(() => aba.servidor.tipos().includes("atendida"))
  aba.servidor.foraDoAr = true
  aba.acao("mudo").click()
  await ate(() => aba.acao("mudo").getAttribute("aria-pressed") === "true")
  aba.sessao.bye()
  aba.servidor.respostas.eventos = ({ corpo }) => (corpo.eventos.some(({ tipo }) => tipo === "mudo") ? { status: 422, corpo: {} } : { status: 200, corpo: {} })
  aba.servidor.foraDoAr = false
  aba.environment.page.dispatchEvent(new Event("online"))
  await ate(() => aba.servidor.tipos().includes("encerrada"))
  assert.ok(!aba.servidor.tipos().includes("mudo"))
  assert.equal(avisos.mock.callCount(), 1)
  assert.doesNotMatch(avisos.mock.calls[0].arguments.join(), /mudo|5511/)
})

test("a call the server has trouble with does not keep the facts of the next one back", async () => {
  const banco = await abrirBanco(`caixa-${process.pid}`)
  const servidor = servidorFalso()
  const pagina = new EventTarget()
  const caixa = criarCaixaDeSaida({
    banco,
    pagina,
    servidor: {
      eventos: async (id, eventos) => {
        servidor.pedidos.push({ caminho: `/${id}/eventos`, status: id === "a" ? 500 : 200, corpo: { eventos } })
        return { status: id === "a" ? 500 : 200 }
      },
    },
  })
  for (const id of ["a", "b"]) {
    await banco.guardarLigacao({ id, registrada: true })
    await caixa.guardar(id, { tipo: "encerrada", em: new Date().toISOString() })
  }
  await caixa.enviar()
  caixa.parar()
  assert.deepEqual(servidor.tipos(), ["encerrada"])
  assert.ok(caixa.temPendentes("a"))
  assert.ok(!caixa.temPendentes("b"))
})

test("what is noted before the browser has written down that the server has the call goes as soon as it has", async () => {
  const enviadas = []
  const notas = criarNotas({
    banco: { guardarNota: async () => {}, ligacao: async () => ({ registrada: false }) },
    servidor: { notas: async (id) => (enviadas.push(id), { status: 200 }) },
    canal: { aoOuvir() {}, dizer() {} },
    pagina: new EventTarget(),
  })
  notas.anotar("a", { notas: "Pediu retorno" })
  await notas.enviar()
  assert.deepEqual(enviadas, [])
  notas.registrou("a")
  await ate(() => notas.salva("a"))
  notas.anotar("a", { notas: "Pediu retorno à tarde" })
  await notas.enviar()
  notas.parar()
  assert.deepEqual(enviadas, ["a", "a"])
})

test("typing is saved by itself, the newest version only", async () => {
  const aba = guardar(await emLigacao())
  for (const texto of ["P", "Pe", "Pediu retorno"]) {
    aba.digitar(texto)
  }
  assert.equal(aba.parte("andamento").textContent, "Salvando…")
  await ate(() => aba.parte("andamento").textContent === "Nota salva")
  assert.deepEqual(
    aba.servidor.de("/notas").map(({ corpo }) => corpo.notas),
    ["Pediu retorno"],
  )
})

test("a page that leaves says goodbye: the end of the call and the last words go with keepalive", async () => {
  const aba = guardar(await emLigacao())
  await ate(() => aba.servidor.tipos().includes("atendida"))
  aba.digitar("última palavra")
  aba.environment.page.hide()
  const despedida = aba.servidor.pedidos.filter(({ keepalive }) => keepalive)
  assert.ok(despedida.some(({ corpo }) => corpo.eventos?.some(({ tipo }) => tipo === "encerrada")))
  assert.ok(despedida.some(({ corpo }) => corpo.notas === "última palavra"))
  assert.ok(aba.driver.sent.includes("BYE"))
})

test("the browser killed mid-call: the next page closes the call at its last sign, sends what was kept and shows the form again", async () => {
  const navegador = novoNavegador()
  const servidor = servidorFalso()
  const morta = await emLigacao({ navegador, servidor })
  await ate(() => servidor.tipos().includes("atendida"))
  servidor.foraDoAr = true
  morta.digitar("escrita antes de cair")
  morta.acao("mudo").click()
  await new Promise((resolve) => setTimeout(resolve, 50))
  // As a SIGKILL leaves it: no pagehide, no goodbye, nothing closed.
  morta.parar()

  servidor.foraDoAr = false
  const aba = guardar(await abrirAba({ navegador: { ...navegador, locks: undefined }, servidor, ociosa: true }))
  await ate(() => servidor.tipos().includes("encerrada"))
  const fim = servidor.eventos().at(-1)
  assert.deepEqual([fim.tipo, fim.dados.causa, fim.dados.encerradaPor], ["encerrada", "network", "network"])
  assert.ok(servidor.tipos().includes("mudo"))
  await ate(() => aba.secao.hidden === false)
  assert.equal(aba.secao.querySelector("textarea").value, "escrita antes de cair")
  assert.equal(aba.parte("numero").textContent, "(11) 96000-0001")
  await ate(() => servidor.de("/notas").some(({ status, corpo }) => status === 200 && corpo.notas === "escrita antes de cair"))
})

test("a reload with the form open brings it back, a saved form stays away", async () => {
  const navegador = novoNavegador()
  const servidor = servidorFalso()
  const antes = await emLigacao({ navegador, servidor })
  antes.sessao.bye()
  await ate(() => servidor.tipos().includes("encerrada"))
  antes.digitar("ainda escrevendo")
  await ate(() => antes.parte("andamento").textContent === "Nota salva")
  antes.parar()

  const depois = await abrirAba({ navegador, servidor })
  assert.equal(depois.secao.hidden, false)
  assert.equal(depois.texto, "Encerrada")
  assert.equal(depois.secao.querySelector("textarea").value, "ainda escrevendo")
  assert.equal(depois.secao.querySelector("[name='resultado']:checked").value, "r-conversa")
  depois.parte("notas").requestSubmit()
  await ate(() => depois.secao.hidden)
  await new Promise((resolve) => setTimeout(resolve, 50))
  depois.parar()

  const fim = guardar(await abrirAba({ navegador, servidor }))
  assert.equal(fim.secao.hidden, true)
})

test("hung up while the server was still writing the row: the end waits for the answer and is not lost", async () => {
  const servidor = servidorFalso()
  let responder
  const resposta = new Promise((resolve) => {
    responder = resolve
  })
  const original = servidor.fetch
  servidor.fetch = async (caminho, opcoes) => {
    if (caminho.endsWith("/ligacoes")) {
      await resposta
    }
    return original(caminho, opcoes)
  }
  servidor.respostas.eventos = () => (servidor.de("/ligacoes").length > 0 ? { status: 200, corpo: {} } : { status: 404, corpo: null })
  const aba = guardar(await abrirAba({ servidor, ociosa: true }))
  aba.clicar("b1")
  await ate(() => aba.environment.streams.length === 1)
  await new Promise((resolve) => setTimeout(resolve, 50))
  aba.acao("desligar").click()
  await ate(() => aba.texto === "Encerrada")
  await new Promise((resolve) => setTimeout(resolve, 50))
  assert.equal(servidor.de("/eventos").length, 0)
  responder()
  await ate(() => servidor.tipos().includes("encerrada"))
  assert.ok(!aba.driver.sent.includes("INVITE"))
})

test("an answer lost on the way: nothing is dialled, yet the row that may exist gets its end", async () => {
  const servidor = servidorFalso()
  const aba = guardar(await abrirAba({ servidor, ociosa: true }))
  servidor.respostas.ligacoes = () => {
    throw new TypeError("connection reset")
  }
  aba.clicar("b1")
  await ate(() => aba.estado === "falha")
  await ate(() => servidor.tipos().includes("encerrada"))
  assert.ok(!aba.driver.sent.includes("INVITE"))
  assert.equal(servidor.eventos()[0].tipo, "chamando")
})
