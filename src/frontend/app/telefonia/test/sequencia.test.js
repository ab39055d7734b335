import assert from "node:assert/strict"
import { afterEach, test } from "node:test"
import { criarFila } from "../guarda/fila.js"
import { abrirAba, ate, servidorFalso } from "./apoio.js"

const abas = []
afterEach(() => abas.splice(0).forEach(({ parar }) => parar()))

const discados = (aba) => aba.servidor.de("/ligacoes").map(({ corpo }) => corpo.numero)
const proxima = (aba) => aba.parte("sequencia-texto").textContent

/** Three telephones of which two are the same, and the button that calls them. */
async function emSequencia(opcoes) {
  const aba = await abrirAba(opcoes)
  abas.push(aba)
  const lista = aba.document.getElementById("conteudo")
  lista.insertAdjacentHTML(
    "beforeend",
    `<button data-ligar data-numero="+5511960000001" data-nome="Beatriz, de outro cartão"></button>
    <button data-ligar data-numero="+5511960000005" data-nome="Davi"></button>
    <button id="em-sequencia" data-sequencia="#conteudo">Ligar em sequência</button>`,
  )
  aba.document.getElementById("em-sequencia").click()
  return aba
}

async function naoAtendida(aba, vezes) {
  await ate(() => discados(aba).length === vezes && aba.sessao?.sipCallId && aba.sessao !== aba.anterior)
  aba.anterior = aba.sessao
  aba.sessao.fail(486, "busy")
  await ate(() => !aba.parte("salvar").hidden)
}

test("the telephones of a list are called one after the other, each number once, and one action a call is enough", async () => {
  const aba = await emSequencia()
  assert.equal(proxima(aba), "Próxima (1 de 3): Beatriz, (11) 96000-0001")
  assert.deepEqual(discados(aba), [])
  assert.equal(aba.document.activeElement, aba.parte("ligar-proxima"))
  aba.parte("ligar-proxima").click()
  await naoAtendida(aba, 1)
  assert.equal(proxima(aba), "Próxima (2 de 3): Caio, (11) 96000-0004")
  assert.equal(aba.parte("salvar").getAttribute("aria-label"), "Salvar e ligar para Caio, (11) 96000-0004")
  aba.parte("notas").requestSubmit()
  await naoAtendida(aba, 2)
  aba.parte("notas").requestSubmit()
  await naoAtendida(aba, 3)
  assert.equal(aba.parte("sequencia").hidden, true)
  assert.equal(aba.parte("salvar").textContent, "Salvar")
  aba.parte("notas").requestSubmit()
  await ate(() => aba.secao.hidden)
  assert.deepEqual(discados(aba), ["+5511960000001", "+5511960000004", "+5511960000005"])
  assert.equal(aba.servidor.de("/notas").filter(({ corpo }) => corpo.pronta).length, 3)
})

test("who only saves is offered the next one, skips it, and stops without a call more", async () => {
  const aba = await emSequencia()
  aba.parte("ligar-proxima").click()
  await naoAtendida(aba, 1)
  aba.parte("notas").requestSubmit(aba.parte("so-salvar"))
  await ate(() => !aba.parte("ligar-proxima").hidden)
  assert.equal(aba.secao.hidden, false)
  aba.parte("pular").click()
  assert.equal(proxima(aba), "Próxima (3 de 3): Davi, (11) 96000-0005")
  aba.parte("parar").click()
  assert.equal(aba.secao.hidden, true)
  assert.deepEqual(discados(aba), ["+5511960000001"])
})

test("a note that could not be sent dials nobody: the next one waits to be asked for", async () => {
  const servidor = servidorFalso()
  const aba = await emSequencia({ servidor })
  aba.parte("ligar-proxima").click()
  await naoAtendida(aba, 1)
  servidor.foraDoAr = true
  aba.parte("notas").requestSubmit()
  await ate(() => !aba.parte("ligar-proxima").hidden)
  assert.deepEqual(discados(aba), ["+5511960000001"])
  await ate(() => aba.aviso().includes("Sem conexão"))
})

test("the sequence cannot begin in a call", async () => {
  const aba = await emSequencia()
  aba.parte("parar").click()
  aba.clicar("b2")
  await ate(() => aba.sessao?.sipCallId)
  aba.document.getElementById("em-sequencia").click()
  assert.match(aba.aviso(), /Você já está em uma ligação/)
  assert.equal(aba.parte("sequencia").hidden, true)
})

test("what is left survives a reload, and is nothing to another person", () => {
  const guardado = new Map()
  const armazem = { getItem: (chave) => guardado.get(chave) ?? null, setItem: (chave, valor) => guardado.set(chave, valor) }
  const alvo = (numero) => ({ numero, nome: "", contatoId: "", oportunidadeId: "" })
  const fila = criarFila(armazem, "org:ana")
  fila.encher(["+551", "+552", "+551"].map(alvo))
  fila.tirar()
  const depois = criarFila(armazem, "org:ana")
  assert.deepEqual([depois.proxima()?.numero, depois.lugar(), depois.total()], ["+552", 2, 2])
  assert.equal(criarFila(armazem, "org:bruno").proxima(), null)
  assert.equal(criarFila(armazem, "org:ana").proxima(), null)
})
