import assert from "node:assert/strict"
import { afterEach, test } from "node:test"
import { comandos } from "../../casca/paleta.js"
import { lugarDe } from "../janela/posicao.js"
import { abrirAba, ate, emLigacao, RESULTADOS, servidorFalso } from "./apoio.js"

const abas = []
const guardar = (aba) => (abas.push(aba), aba)
afterEach(() => abas.splice(0).forEach(({ parar }) => parar()))

const teclar = (aba, alvo, key, mais = {}) =>
  alvo.dispatchEvent(new aba.window.KeyboardEvent("keydown", { key, code: /\d/.test(key) ? `Digit${key}` : "", bubbles: true, cancelable: true, ...mais }))
const escolhido = (aba) => aba.secao.querySelector("[name='resultado']:checked")?.value

async function encerrada(opcoes) {
  const aba = guardar(await emLigacao(opcoes))
  aba.sessao.bye()
  await ate(() => aba.estado === "encerrada")
  return aba
}

test("a digit chooses the outcome in its group, Alt and a digit anywhere in the window, and a digit in the note is only text", async () => {
  const aba = await encerrada()
  const nota = aba.secao.querySelector("textarea")
  teclar(aba, nota, "2")
  assert.equal(escolhido(aba), "r-conversa")
  assert.equal(teclar(aba, nota, "2", { altKey: true }), false)
  assert.equal(escolhido(aba), "r-nao")
  teclar(aba, aba.secao.querySelector("[name='resultado']"), "0")
  assert.equal(escolhido(aba), "")
  teclar(aba, nota, "3", { altKey: true })
  teclar(aba, nota, "Enter", { ctrlKey: true })
  await ate(() => aba.secao.hidden)
  assert.equal(aba.servidor.de("/notas").at(-1).corpo.resultadoId, "r-falha")
})

test("after a call that nobody answered the focus goes to the outcome that is chosen already", async () => {
  const aba = guardar(await abrirAba())
  aba.clicar("b1", 0)
  await ate(() => aba.sessao?.sipCallId)
  aba.acao("desligar").focus()
  aba.sessao.fail(486, "busy")
  assert.equal(aba.document.activeElement.value, "r-nao")
})

test("a call hung up before the server knew it gives the focus to its outcome as soon as there is one, and Ctrl Enter saves from the window", async () => {
  const servidor = servidorFalso()
  let responder
  const resposta = new Promise((resolve) => {
    responder = resolve
  })
  const corpo = {
    numeroParaDiscar: "+5511960000001",
    numeroFormatado: "(11) 96000-0001",
    contatoNome: "Beatriz",
    oportunidadeTitulo: null,
    resultados: RESULTADOS,
  }
  servidor.respostas.ligacoes = () => resposta
  const aba = guardar(await abrirAba({ servidor }))
  aba.clicar("b1", 0)
  aba.acao("desligar").focus()
  aba.acao("desligar").click()
  await ate(() => aba.estado === "encerrada")
  assert.equal(aba.document.activeElement, aba.secao)
  responder({ status: 201, corpo })
  await ate(() => !aba.parte("notas").hidden)
  assert.equal(aba.document.activeElement.name, "resultado")
  aba.secao.focus()
  teclar(aba, aba.secao, "Enter", { ctrlKey: true })
  await ate(() => aba.secao.hidden)
})

test("letters of the window act only with the focus in it and outside its fields", async () => {
  const aba = guardar(await emLigacao())
  teclar(aba, aba.document.body, "m")
  teclar(aba, aba.secao.querySelector("textarea"), "m")
  teclar(aba, aba.secao, "m", { ctrlKey: true })
  assert.equal(aba.sessao.muted, false)
  teclar(aba, aba.secao, "m")
  await ate(() => aba.acao("mudo").getAttribute("aria-pressed") === "true")
  teclar(aba, aba.secao, "T")
  assert.equal(aba.parte("teclado").hidden, false)
})

test("the dial pad writes with its keys, calls, and gives a refused number back with the reason", async () => {
  const servidor = servidorFalso()
  const mensagem = "“119” não é um telefone para o qual se possa ligar."
  servidor.respostas.ligacoes = ({ corpo }) => (corpo.numero.length < 8 ? { status: 422, corpo: { codigo: "numero_invalido", mensagem } } : undefined)
  const aba = guardar(await abrirAba({ servidor }))
  const discador = aba.parte("discador")
  const campo = discador.elements.numero
  aba.clicar("discar")
  assert.equal(aba.secao.hidden, false)
  assert.equal(aba.document.activeElement, campo)
  discador.requestSubmit()
  assert.equal(aba.parte("erro").textContent, "Informe o número.")
  for (const tecla of "1198") {
    discador.querySelector(`[data-tecla="${tecla}"]`).click()
  }
  aba.parte("apagar").click()
  assert.equal(campo.value, "119")
  campo.value = "119👨‍👩‍👧"
  aba.parte("apagar").click()
  assert.equal(campo.value, "119")
  discador.requestSubmit()
  await ate(() => aba.parte("erro").textContent === mensagem)
  assert.equal(discador.hidden, false)
  assert.equal(campo.value, "119")
  assert.equal(campo.getAttribute("aria-invalid"), "true")
  assert.equal(aba.document.activeElement, campo)

  campo.value = "11960000001"
  discador.requestSubmit()
  await ate(() => aba.sessao?.sipCallId)
  assert.equal(discador.hidden, true)
  const { contatoId, oportunidadeId } = servidor.de("/ligacoes").at(-1).corpo
  assert.deepEqual([contatoId, oportunidadeId], [null, null])
  assert.equal(campo.value, "")
})

test("Escape closes the dial pad, gives the focus back, and during a call the pad is not what opens", async () => {
  const aba = guardar(await abrirAba())
  const abrir = aba.document.getElementById("discar")
  abrir.focus()
  aba.clicar("discar")
  teclar(aba, aba.document.activeElement, "Escape")
  assert.equal(aba.secao.hidden, true)
  assert.equal(aba.document.activeElement, abrir)
  aba.clicar("b1")
  await ate(() => aba.sessao?.sipCallId)
  aba.clicar("discar")
  assert.equal(aba.parte("discador").hidden, true)
  assert.equal(aba.document.activeElement, aba.secao)
})

test("the bar stays a bar through a reload, is all of the window at the end, and for the next call", async () => {
  const aba = guardar(await emLigacao())
  aba.parte("minimizar").click()
  assert.equal(aba.secao.hasAttribute("data-minimizado"), true)
  assert.equal(aba.parte("minimizar").getAttribute("aria-expanded"), "false")
  const outra = guardar(await abrirAba({ navegador: aba.navegador, servidor: aba.servidor }))
  await ate(() => !outra.secao.hidden)
  assert.equal(outra.secao.hasAttribute("data-minimizado"), true)
  aba.sessao.bye()
  await ate(() => aba.estado === "encerrada")
  assert.equal(aba.secao.hasAttribute("data-minimizado"), false)
  aba.parte("minimizar").click()
  aba.digitar("anotando")
  assert.equal(aba.secao.hasAttribute("data-minimizado"), true)
})

test("the window moves without a drag: its button goes round the corners, arrows dock and lift it, and the place is kept", async () => {
  const aba = guardar(await abrirAba())
  const mover = aba.parte("mover")
  const lugar = ({
    secao: {
      parentElement: { dataset, style },
    },
  }) => [dataset.lado, dataset.ancora, style.getPropertyValue("--telefone-distancia")]
  assert.deepEqual(lugar(aba), ["direita", "base", "0px"])
  mover.click()
  assert.deepEqual(lugar(aba), ["direita", "topo", "0px"])
  teclar(aba, mover, "ArrowLeft")
  teclar(aba, mover, "ArrowDown")
  assert.deepEqual(lugar(aba), ["esquerda", "topo", "48px"])
  const outra = guardar(await abrirAba({ navegador: aba.navegador }))
  assert.deepEqual(lugar(outra), ["esquerda", "topo", "48px"])
})

test("the window steps aside for what gets the focus below it, for that time only", async () => {
  const aba = guardar(await emLigacao())
  const { dataset } = aba.secao.parentElement
  const caixa = (left, right) => ({ left, right, top: 100, bottom: 500, width: right - left, height: 400 })
  aba.secao.getBoundingClientRect = () => (dataset.lado === "direita" ? caixa(700, 1000) : caixa(16, 316))
  aba.secao.animate = () => {}
  globalThis.matchMedia = () => ({ matches: true })
  const [coberto, livre] = ["b1", "b2"].map((id) => aba.document.getElementById(id))
  livre.getBoundingClientRect = () => caixa(400, 500)
  livre.focus()
  assert.equal(dataset.lado, "direita")
  coberto.getBoundingClientRect = () => caixa(650, 800)
  coberto.focus()
  assert.equal(dataset.lado, "esquerda")
  const outra = guardar(await abrirAba({ navegador: aba.navegador }))
  assert.equal(outra.secao.parentElement.dataset.lado, "direita")
})

test("let go anywhere, the window docks at the nearer side and keeps its height from the nearer edge", () => {
  const tela = { innerWidth: 1440, innerHeight: 900 }
  assert.deepEqual(lugarDe({ left: 200, right: 520, top: 40, bottom: 400 }, tela), { lado: "esquerda", ancora: "topo", distancia: 24 })
  assert.deepEqual(lugarDe({ left: 800, right: 1120, top: 500, bottom: 860 }, tela), { lado: "direita", ancora: "base", distancia: 24 })
})

test("the palette offers what the call can do, only while there is one", async () => {
  const aba = guardar(await abrirAba())
  const oferecidos = () => comandos(aba.document, "").map(({ textContent }) => textContent)
  assert.deepEqual(oferecidos(), ["Ligar para um número"])
  aba.clicar("b1")
  await ate(() => aba.sessao?.sipCallId)
  assert.ok(oferecidos().includes("Desligar a ligação"))
  comandos(aba.document, "ir para a ligacao")[0].executar()
  assert.equal(aba.document.activeElement, aba.secao)
})
