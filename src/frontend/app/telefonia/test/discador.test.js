import assert from "node:assert/strict"
import { afterEach, test } from "node:test"
import { abrirAba, ate, RESULTADOS, servidorFalso } from "./apoio.js"

const CABECALHO = { "X-Api4comintegratedcall": "true" }
const abas = []
const guardar = (aba) => (abas.push(aba), aba)
afterEach(() => abas.splice(0).forEach(({ parar }) => parar()))

function servidorQueDisca({ discar = { status: 200, corpo: { id: "x", emAndamento: false } } } = {}) {
  const servidor = servidorFalso()
  servidor.ligacao = { status: "em_andamento", atendidaEm: null }
  servidor.respostas.ligacoes = ({ corpo }) => {
    servidor.respostas[corpo.id] = () => ({ status: 200, corpo: servidor.ligacao })
    return { status: 201, corpo: { numeroParaDiscar: "+5511960000001", numeroFormatado: "(11) 96000-0001", resultados: RESULTADOS, modo: "dialer" } }
  }
  servidor.respostas.discar = () => discar
  servidor.respostas.desligar = () => ({ status: 204, corpo: null })
  return servidor
}

async function chamando(servidor) {
  const aba = guardar(await abrirAba({ servidor }))
  aba.clicar("b1")
  await ate(() => servidor.de("/discar").length > 0 && aba.driver)
  return aba
}

test("the provider dials: no INVITE of ours, and the talk begins only when the server says that the customer answered", async () => {
  const servidor = servidorQueDisca()
  const aba = await chamando(servidor)
  assert.equal(aba.texto, "Conectando…")
  assert.equal(aba.driver.invite(CABECALHO).answered, true)
  assert.equal(aba.driver.sent.includes("INVITE"), false)
  assert.equal(aba.texto, "Chamando…")
  assert.equal(aba.parte("cronometro").hidden, true)
  assert.equal(aba.acao("espera").disabled, false)

  servidor.ligacao = { status: "em_andamento", atendidaEm: new Date().toISOString() }
  await ate(() => aba.texto === "Em ligação")
  assert.equal(aba.parte("cronometro").hidden, false)
  await ate(() => servidor.tipos().includes("atendida"))
  const perguntas = servidor.pedidos.filter(({ metodo }) => metodo === "GET").length
  await new Promise((resolve) => setTimeout(resolve, 2300))
  assert.equal(servidor.pedidos.filter(({ metodo }) => metodo === "GET").length, perguntas)

  aba.acao("desligar").click()
  await ate(() => servidor.de("/desligar").length === 1)
  assert.equal(aba.texto, "Encerrada")
})

test("a provider that says the customer is busy ends the call in those words", async () => {
  const servidor = servidorQueDisca()
  const aba = await chamando(servidor)
  aba.driver.invite(CABECALHO)
  servidor.ligacao = { status: "ocupado", atendidaEm: null, encerradaPelaOperadora: true }
  await ate(() => aba.texto === "Ocupado")
})

for (const nomeia of [undefined, false]) {
  test(`a status that names another call (${nomeia}) never hangs up on a live one`, async () => {
    const servidor = servidorQueDisca()
    const aba = await chamando(servidor)
    const { session } = aba.driver.invite(CABECALHO)
    servidor.ligacao = { status: "nao_atendida", atendidaEm: null, encerradaPelaOperadora: nomeia }
    const perguntas = () => servidor.pedidos.filter(({ metodo }) => metodo === "GET").length
    await ate(() => perguntas() >= 2, "asked twice", 6000)
    assert.equal(aba.texto, "Chamando…")
    assert.equal(session.terminated, false)
    assert.equal(servidor.de("/desligar").length, 0)
    servidor.ligacao = { status: "em_andamento", atendidaEm: new Date().toISOString() }
    await ate(() => aba.texto === "Em ligação")
  })
}

test("a leg the provider hung up is explained when its word arrives", async () => {
  const servidor = servidorQueDisca()
  const aba = await chamando(servidor)
  const { session } = aba.driver.invite(CABECALHO)
  session.bye()
  assert.equal(aba.texto, "Encerrada")
  servidor.ligacao = { status: "caixa_postal", atendidaEm: null }
  await ate(() => aba.texto === "Caixa postal")
})

for (const [nome, discar, texto, orientacao] of [
  [
    "a refused token",
    { status: 409, corpo: { codigo: "conexao_recusada", mensagem: "A API4COM recusou o acesso.", link: null } },
    "Telefonia com erro",
    /recusou o acesso/,
  ],
  ["a token without permission", { status: 409, corpo: { codigo: "discador_sem_permissao", mensagem: "Avise um administrador." } }, "Sem permissão", /Avise/],
  ["a ramal off the line", { status: 409, corpo: { codigo: "ramal_desconectado", mensagem: "Recarregue a página." } }, "Ramal fora da linha", /Recarregue/],
  [
    "a number the provider does not take",
    { status: 422, corpo: { codigo: "discagem_recusada", mensagem: "Confira o número." } },
    "Ligação não aceita",
    /Confira o número/,
  ],
  ["too many requests", { status: 429, corpo: null }, "Falha na API4COM", /Tente de novo/],
  ["a provider that is down", { status: 502, corpo: { codigo: "operadora_fora", mensagem: "A API4COM está fora do ar." } }, "Falha na API4COM", /fora do ar/],
]) {
  test(`${nome} is told in the window, and nothing is answered afterwards`, async () => {
    const aba = await chamando(servidorQueDisca({ discar }))
    await ate(() => aba.estado === "falha")
    assert.equal(aba.texto, texto)
    assert.match(aba.parte("recado").textContent, orientacao)
    assert.equal(aba.driver.invite(CABECALHO).rejected, 486)
  })
}
