import assert from "node:assert/strict"
import { afterEach, test } from "node:test"
import { abrirAba, ate, emLigacao, servidorFalso } from "./apoio.js"
import { dizer } from "../../casca/barramento.js"

const abas = []
const guardar = (aba) => (abas.push(aba), aba)
afterEach(() => abas.splice(0).forEach(({ parar }) => parar()))

const recado = (aba) => aba.parte("recado").textContent
const acaoDoRecado = (aba) => aba.parte("recado").querySelector(".aviso__acao")

test("without the server nothing is dialled, and Tentar de novo dials when it is back", async () => {
  const aba = guardar(await abrirAba({ ociosa: true }))
  aba.servidor.foraDoAr = true
  aba.clicar("b1")
  await ate(() => aba.estado === "falha")
  assert.equal(recado(aba), "Não foi possível registrar a ligação: sem conexão com o servidor. Nenhuma ligação foi feita.Tentar de novo")
  assert.ok(!aba.driver.sent.includes("INVITE"))
  assert.equal(aba.parte("notas").hidden, true)
  aba.servidor.foraDoAr = false
  acaoDoRecado(aba).click()
  await ate(() => aba.sessao?.sipCallId)
})

test("a server that is down before the line was ever up is told at once, not after a timeout", async () => {
  const servidor = servidorFalso()
  servidor.foraDoAr = true
  const aba = guardar(await abrirAba({ servidor }))
  aba.clicar("b1")
  await ate(() => aba.estado === "falha")
  assert.match(recado(aba), /sem conexão com o servidor. Nenhuma ligação foi feita/)
})

for (const [nome, texto, orientacao] of [
  ["NotAllowedError", "Microfone bloqueado", /bloqueou o microfone.*permita/],
  ["NotFoundError", "Sem microfone", /Conecte um fone/],
  ["NotReadableError", "Microfone em uso", /Outro programa/],
]) {
  test(`${nome} says what to do, dials nothing, and the row written meanwhile is closed with the microphone as its cause`, async () => {
    const aba = guardar(
      await abrirAba({
        microfone: async () => {
          throw new DOMException("", nome)
        },
      }),
    )
    aba.clicar("b1")
    await ate(() => aba.estado === "falha")
    assert.equal(aba.texto, texto)
    assert.match(recado(aba), orientacao)
    await ate(() => aba.servidor.tipos().includes("encerrada"))
    assert.deepEqual(aba.servidor.tipos(), ["chamando", "encerrada"])
    assert.equal(aba.servidor.eventos().at(-1).dados.causa, "microfone")
    assert.ok(!aba.driver?.sent.includes("INVITE"))
    assert.equal(aba.parte("notas").hidden, true)

    const outra = guardar(await abrirAba({ navegador: { ...aba.navegador, locks: undefined }, servidor: aba.servidor }))
    assert.equal(outra.secao.hidden, true)
  })
}

test("no extension: the server's sentence with the link to configure it", async () => {
  const servidor = servidorFalso()
  const recusa = { codigo: "sem_ramal", mensagem: "Você ainda não tem um ramal.", link: "/o/aurora/ramais" }
  servidor.respostas.credenciais = () => ({ status: 409, corpo: recusa })
  const aba = guardar(await abrirAba({ servidor, ociosa: true }))
  assert.equal(aba.document.getElementById("linha").textContent, "Sem ramal")
  aba.clicar("b1")
  await ate(() => aba.estado === "falha")
  assert.equal(aba.texto, "Sem ramal")
  assert.equal(acaoDoRecado(aba).textContent, "Configurar meu ramal")
  assert.equal(acaoDoRecado(aba).getAttribute("href"), "/o/aurora/ramais")

  servidor.respostas.credenciais = undefined
  aba.clicar("b1")
  await ate(() => aba.sessao?.sipCallId)
})

test("without a ramal the SIP stack stays away until somebody calls; the telephones say why they cannot", async () => {
  const aba = guardar(await abrirAba())
  assert.equal(aba.carregou, false)
  assert.equal(aba.document.getElementById("linha").textContent, "Sem ramal")
  assert.equal(aba.document.documentElement.dataset.linha, "sem-ramal")
  const telefone = aba.document.getElementById("b1")
  telefone.dispatchEvent(new aba.window.Event("pointerover", { bubbles: true }))
  assert.equal(telefone.title, "Você ainda não tem um ramal.")

  aba.clicar("b1")
  await ate(() => aba.sessao?.sipCallId)
  assert.equal(aba.carregou, true)
  telefone.dispatchEvent(new aba.window.Event("focusin", { bubbles: true }))
  assert.equal(telefone.title, "Em ligação com Beatriz")
  const outro = aba.document.getElementById("b2")
  outro.dispatchEvent(new aba.window.Event("focusin", { bubbles: true }))
  assert.equal(outro.title, "Você já está em uma ligação")
})

test("a line that rings but may not be dialled by says so before the click, and why after it", async () => {
  const servidor = servidorFalso()
  servidor.respostas.ligacoes = () => ({
    status: 409,
    corpo: { codigo: "ramal_por_confirmar", mensagem: "O seu ramal ainda não foi confirmado.", link: "/o/aurora/ramais" },
  })
  const aba = guardar(await abrirAba({ servidor, ociosa: true, naoLiga: "ramal_por_confirmar" }))
  await ate(() => aba.document.documentElement.dataset.linha === "por-confirmar")
  assert.equal(aba.document.getElementById("linha").textContent, "Ramal por confirmar")
  const telefone = aba.document.getElementById("b1")
  telefone.dispatchEvent(new aba.window.Event("pointerover", { bubbles: true }))
  assert.equal(telefone.title, "A API4COM só liga por um ramal confirmado, e o seu ainda não foi.")

  aba.clicar("b1")
  await ate(() => aba.estado === "falha")
  assert.equal(aba.texto, "Ramal por confirmar")
  assert.equal(acaoDoRecado(aba).getAttribute("href"), "/o/aurora/ramais")

  servidor.respostas.ligacoes = undefined
  aba.clicar("b1")
  await ate(() => aba.sessao?.sipCallId)
  assert.equal(aba.document.documentElement.dataset.linha, "ocupada")
})

test("a ramal that was just given wakes the line that had none", async () => {
  const servidor = servidorFalso()
  servidor.respostas.credenciais = () => ({ status: 409, corpo: { codigo: "sem_ramal", mensagem: "Você ainda não tem um ramal." } })
  const aba = guardar(await abrirAba({ servidor, ociosa: true }))
  const linha = aba.document.getElementById("linha")
  assert.equal(linha.textContent, "Sem ramal")

  servidor.respostas.credenciais = undefined
  dizer(aba.document, "crm:ramal-mudou")
  await ate(() => linha.textContent === "Linha pronta")
})

test("after a test of the ramal the line registers again", async () => {
  const aba = guardar(await abrirAba({ ociosa: true }))
  await ate(() => aba.driver?.sent.length === 1)
  dizer(aba.document, "crm:ramal-testado")
  await ate(() => aba.driver.sent.join() === "REGISTER,REGISTER")
})

test("a refusal without a link offers none: this person cannot solve it alone", async () => {
  const servidor = servidorFalso()
  servidor.respostas.credenciais = () => ({ status: 409, corpo: { codigo: "nao_conectado", mensagem: "Peça a um administrador para conectar a API4COM." } })
  const aba = guardar(await abrirAba({ servidor }))
  aba.clicar("b1")
  await ate(() => aba.estado === "falha")
  assert.equal(recado(aba), "Peça a um administrador para conectar a API4COM.")
  assert.equal(acaoDoRecado(aba), null)
})

test("what the server refuses is not dialled and leaves nothing to send", async () => {
  const servidor = servidorFalso()
  servidor.respostas.ligacoes = () => ({ status: 422, corpo: { codigo: "numero_bloqueado", mensagem: "Este número pediu para não receber ligações." } })
  const aba = guardar(await abrirAba({ servidor }))
  aba.clicar("b1")
  await ate(() => aba.estado === "falha")
  assert.equal(recado(aba), "Este número pediu para não receber ligações.")
  assert.ok(!aba.driver.sent.includes("INVITE"))
  await new Promise((resolve) => setTimeout(resolve, 50))
  assert.equal(servidor.de("/eventos").length, 0)
})

test("an expired session stops the dialling and offers to sign in and call", async () => {
  const servidor = servidorFalso()
  const aba = guardar(await abrirAba({ servidor, ociosa: true }))
  servidor.respostas.ligacoes = () => ({ status: 401, corpo: null })
  aba.clicar("b1")
  await ate(() => aba.estado === "falha")
  assert.match(recado(aba), /sessão expirou/)
  assert.equal(acaoDoRecado(aba).textContent, "Entrar e ligar")
  assert.equal(acaoDoRecado(aba).tagName, "BUTTON")
})

test("a call that the network cut says so and keeps its notes open", async () => {
  const aba = guardar(await emLigacao())
  aba.sessao.emit("ended", { by: "network", sipCode: null, cause: "network" })
  assert.equal(aba.texto, "Encerrada")
  assert.match(recado(aba), /conexão caiu/)
  assert.equal(aba.parte("notas").hidden, false)
})
