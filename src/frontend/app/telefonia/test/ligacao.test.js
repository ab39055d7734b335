import assert from "node:assert/strict"
import { afterEach, test } from "node:test"
import { abrirAba, ate, emLigacao, servidorFalso } from "./apoio.js"

const abas = []
const guardar = (aba) => (abas.push(aba), aba)
afterEach(() => abas.splice(0).forEach(({ parar }) => parar()))

test("a click asks for everything at once: the row, the line, the microphone; the INVITE leaves when the row is there", async () => {
  const servidor = servidorFalso()
  let responder
  const resposta = new Promise((resolve) => {
    responder = resolve
  })
  servidor.respostas.ligacoes = ({ corpo }) =>
    resposta.then(() => ({
      status: 201,
      corpo: {
        id: corpo.id,
        numeroParaDiscar: "+5511960000001",
        numeroFormatado: "(11) 96000-0001",
        contatoNome: "Beatriz Lima",
        oportunidadeTitulo: "Usina 75 kWp",
        resultados: [],
      },
    }))
  const aba = guardar(await abrirAba({ servidor }))
  aba.clicar("b1")
  assert.equal(aba.secao.hidden, false)
  assert.equal(aba.estado, "chamando")
  assert.equal(aba.parte("contato").textContent, "Beatriz")
  await ate(() => aba.environment.asked.length === 1 && aba.driver?.isRegistered() && aba.driver.sessions.length === 1)
  const [{ corpo }] = servidor.de("/ligacoes")
  assert.deepEqual([corpo.contatoId, corpo.oportunidadeId], ["c1", "o1"])
  assert.deepEqual(aba.driver.sent, ["REGISTER"])

  responder()
  await ate(() => aba.sessao?.sipCallId)
  assert.deepEqual(aba.driver.sent, ["REGISTER", "INVITE"])
  assert.equal(aba.sessao.target, "+5511960000001")
  assert.equal(aba.parte("numero").textContent, "(11) 96000-0001")
  assert.equal(aba.parte("oportunidade").textContent, "Usina 75 kWp")
})

test("the window says each state of the call and times the talk from the answer", async () => {
  const aba = guardar(await abrirAba())
  aba.clicar("b1")
  assert.equal(aba.texto, "Conectando…")
  await ate(() => aba.sessao?.sipCallId)
  aba.sessao.ring()
  assert.equal(aba.texto, "Chamando…")
  assert.equal(aba.parte("cronometro").hidden, true)
  aba.sessao.answer()
  assert.equal(aba.texto, "Em ligação")
  assert.equal(aba.parte("cronometro").textContent, "00:00")
  aba.acao("espera").click()
  await ate(() => aba.texto === "Em espera")
  assert.match(aba.acao("espera").textContent, /Retomar/)
  aba.acao("espera").click()
  await ate(() => aba.texto === "Em ligação")
  aba.sessao.bye()
  assert.equal(aba.texto, "Encerrada")
})

test("a second click while a call is up never calls again: it says so and brings the window forward", async () => {
  const aba = guardar(await abrirAba())
  aba.clicar("b1")
  aba.clicar("b1")
  await ate(() => aba.sessao?.sipCallId)
  aba.clicar("b2")
  assert.match(aba.aviso(), /Você já está em uma ligação/)
  assert.equal(aba.document.activeElement, aba.secao)
  assert.equal(aba.servidor.de("/ligacoes").length, 1)
  assert.equal(aba.drivers.length, 1)
  assert.equal(aba.driver.sessions.length, 1)
})

test("mute is pressed only when the line muted, and a refused hold keeps the call and says so", async () => {
  const aba = guardar(await emLigacao())
  aba.acao("mudo").click()
  await ate(() => aba.acao("mudo").getAttribute("aria-pressed") === "true")
  assert.equal(aba.sessao.muted, true)
  aba.sessao.refuses = "hold"
  aba.acao("espera").click()
  await ate(() => /recusou a espera/.test(aba.parte("recado").textContent))
  assert.equal(aba.estado, "em-ligacao")
  assert.match(aba.acao("espera").textContent, /Em espera/)
  aba.acao("mudo").click()
  await ate(() => aba.acao("mudo").getAttribute("aria-pressed") === "false")
  assert.match(aba.parte("recado").textContent, /recusou a espera/)
})

test("the customer's hold is told until the call is taken back", async () => {
  const aba = guardar(await emLigacao())
  aba.sessao.emit("remoteHold", true)
  assert.equal(aba.parte("recado").textContent, "O cliente colocou você em espera.")
  assert.equal(aba.estado, "em-ligacao")
  aba.sessao.emit("remoteHold", false)
  assert.equal(aba.parte("recado").textContent, "")
})

test("hung up is over only when the other side knows, and a lost ringing says why it still is not", async () => {
  const aba = guardar(await emLigacao())
  aba.driver.deaf = true
  aba.acao("desligar").click()
  await ate(() => aba.texto === "Encerrando…")
  aba.sessao.heard()
  assert.equal(aba.texto, "Encerrada")

  const outra = guardar(await abrirAba())
  outra.clicar("b1")
  await ate(() => outra.sessao?.sipCallId)
  outra.sessao.ring()
  outra.sessao.lose()
  assert.equal(outra.texto, "Encerrando…")
  assert.match(outra.parte("recado").textContent, /A conexão caiu/)
})

test("the keypad opens after the answer, takes typed digits only with the focus inside, and Escape closes just the keypad", async () => {
  const aba = guardar(await emLigacao())
  const teclar = (alvo, key) => alvo.dispatchEvent(new aba.window.KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }))
  teclar(aba.document.body, "5")
  teclar(aba.secao, "5")
  aba.acao("teclado").click()
  assert.equal(aba.acao("teclado").getAttribute("aria-expanded"), "true")
  const grupo = aba.parte("teclado")
  assert.equal(grupo.querySelectorAll("button").length, 12)
  assert.ok(grupo.contains(aba.document.activeElement))
  teclar(aba.document.activeElement, "1")
  grupo.querySelector("[data-tecla='#']").click()
  await ate(() => aba.sessao.tones.length === 2)
  assert.deepEqual(
    aba.sessao.tones.map(({ tones }) => tones),
    ["1", "#"],
  )
  assert.equal(teclar(aba.document.activeElement, "Escape"), false)
  assert.equal(grupo.hidden, true)
  assert.equal(aba.estado, "em-ligacao")
})

for (const [codigo, causa, texto, resultado] of [
  [486, "busy", "Ocupado", "r-nao"],
  [480, "no_answer", "Não atendeu", "r-nao"],
  [603, "rejected", "Recusou a ligação", "r-nao"],
  [404, "not_found", "Número inexistente", "r-numero"],
  [403, "forbidden", "A operadora não autorizou a ligação", "r-falha"],
]) {
  test(`${codigo} reads "${texto}" and preselects the outcome the line suggests`, async () => {
    const aba = guardar(await abrirAba())
    aba.clicar("b1")
    await ate(() => aba.sessao?.sipCallId)
    aba.sessao.fail(codigo, causa)
    assert.equal(aba.texto, texto)
    assert.equal(aba.estado, "falha")
    assert.equal(aba.secao.querySelector("[name='resultado']:checked").value, resultado)
    assert.equal(aba.acao("desligar").hidden, true)
    assert.equal(aba.acao("ligar").hidden, false)
  })
}

test("hanging up moves the focus from the vanished button to the note, and Salvar sends note and outcome and closes", async () => {
  const aba = guardar(await emLigacao())
  aba.acao("desligar").focus()
  aba.acao("desligar").click()
  await ate(() => aba.estado === "encerrada")
  assert.equal(aba.document.activeElement, aba.secao.querySelector("textarea"))
  aba.digitar("Pediu proposta")
  const anuncios = []
  aba.document.body.addEventListener("crm:ligacao-encerrada", ({ detail }) => anuncios.push(detail.oportunidadeId))
  aba.parte("notas").requestSubmit()
  await ate(() => aba.secao.hidden)
  const { corpo } = aba.servidor.de("/notas").at(-1)
  assert.deepEqual([corpo.notas, corpo.resultadoId], ["Pediu proposta", "r-conversa"])
  await ate(() => anuncios.includes("o1"))
})

test("an outcome that asks for the next task is not saved without one, and says so at the field", async () => {
  const aba = guardar(await emLigacao())
  aba.acao("desligar").click()
  await ate(() => aba.estado === "encerrada")
  aba.secao.querySelector("[value='r-depois']").click()
  aba.parte("notas").requestSubmit()
  assert.match(aba.parte("proxima-erro").textContent, /pede a próxima tarefa/)
  assert.equal(aba.secao.hidden, false)

  aba.secao.querySelector("[name='quando'][value='amanha']").click()
  aba.parte("notas").requestSubmit()
  await ate(() => aba.secao.hidden)
  assert.equal(aba.servidor.de("/notas").at(-1).corpo.resultadoId, "r-depois")
})

test("the next task waits with the note until its person is done, and goes to the server with it once", async () => {
  const aba = guardar(await emLigacao())
  aba.acao("desligar").click()
  await ate(() => aba.estado === "encerrada")
  const { tarefa, dia } = aba.parte("notas").elements
  const escrever = (campo, texto) => {
    campo.value = texto
    campo.dispatchEvent(new aba.document.defaultView.Event("input", { bubbles: true }))
  }
  escrever(tarefa, "Enviar proposta")
  escrever(dia, "32/13")
  await ate(() => aba.servidor.de("/notas").length > 0)
  aba.parte("notas").requestSubmit()
  assert.equal(aba.parte("proxima-erro").textContent, "Digite a data como 05/12/2026.")
  assert.equal(aba.secao.hidden, false)
  escrever(dia, "")
  aba.secao.querySelector("[name='quando'][value='segunda']").click()
  aba.parte("notas").requestSubmit()
  await ate(() => aba.secao.hidden)

  const enviados = aba.servidor.de("/notas").map(({ corpo }) => corpo.tarefa)
  assert.deepEqual(enviados.at(-1), { texto: "Enviar proposta", quando: "segunda", dia: "" })
  assert.equal(
    enviados.slice(0, -1).every((enviada) => enviada === undefined || enviada.quando === "segunda"),
    true,
  )
})

test("the next call, started while the outcome of the last is still on its way, stays", async () => {
  const aba = guardar(await emLigacao())
  aba.acao("desligar").click()
  await ate(() => aba.estado === "encerrada")
  let responder
  aba.servidor.respostas.notas = () =>
    new Promise((resolve) => {
      responder = () => resolve({ status: 200, corpo: {} })
    })
  aba.parte("notas").requestSubmit()
  await ate(() => responder)
  aba.clicar("b2")
  await ate(() => aba.estado !== "encerrada")
  responder()
  await ate(() => aba.servidor.de("/ligacoes").filter(({ corpo }) => corpo?.numero === "+5511960000004" || corpo?.oportunidadeId === "o2").length === 1)
  assert.equal(aba.secao.hidden, false)
  assert.notEqual(aba.estado, "encerrada")
})

test("a call started from the keyboard takes the focus and gives it back to the card, also when the card was drawn again", async () => {
  const aba = guardar(await abrirAba())
  aba.document.getElementById("b2").focus()
  aba.clicar("b2", 0)
  assert.equal(aba.document.activeElement, aba.secao)
  await ate(() => aba.sessao?.sipCallId)
  const velho = aba.document.getElementById("b2")
  velho.replaceWith(velho.cloneNode())
  aba.sessao.fail(486, "busy")
  aba.parte("fechar").focus()
  aba.parte("fechar").click()
  assert.equal(aba.document.activeElement.id, "b2")
})

test("the telephone being called is marked, also after the board is drawn again", async () => {
  const aba = guardar(await emLigacao())
  const marcados = () => [...aba.document.querySelectorAll("[data-em-ligacao]")].map(({ id }) => id)
  assert.deepEqual(marcados(), ["b1"])
  const novo = aba.document.getElementById("b1").cloneNode()
  novo.removeAttribute("data-em-ligacao")
  aba.document.getElementById("b1").replaceWith(novo)
  assert.deepEqual(marcados(), [])
  aba.document.dispatchEvent(new aba.window.Event("htmx:afterSettle"))
  assert.deepEqual(marcados(), ["b1"])
  aba.sessao.bye()
  assert.deepEqual(marcados(), [])
})

test("Desligar before the line knew the call: no INVITE ever, and the row that was asked for is closed", async () => {
  const servidor = servidorFalso()
  const aba = guardar(await abrirAba({ servidor }))
  aba.clicar("b1")
  aba.acao("desligar").click()
  assert.equal(aba.texto, "Encerrada")
  await ate(() => servidor.tipos().includes("encerrada"))
  assert.equal(servidor.eventos().at(-1).dados.causa, "cancelled")
  assert.equal(servidor.de("/ligacoes").length, 1)
  assert.equal(aba.drivers.length, 0)

  aba.clicar("b2")
  await ate(() => aba.sessao?.sipCallId)
  const caminhos = servidor.pedidos.map(({ caminho }) => caminho)
  assert.ok(caminhos.findIndex((caminho) => caminho.endsWith("/eventos")) < caminhos.lastIndexOf("/o/aurora/ligacoes"))
})
