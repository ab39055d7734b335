import assert from "node:assert/strict"
import { beforeEach, test } from "node:test"
import { JSDOM } from "jsdom"
import { montarSugestaoDoRamal } from "./ramal-sugestao.js"

let window, document, pedidos, responder

beforeEach(() => {
  ;({ window } = new JSDOM(`<meta name="csrf-token" content="ficha"><form>
    <select name="MembroId"><option value="1">Ana</option><option value="2">Bia</option></select><input name="Extension" data-sugerir-ramal="/o/a/ramais/sugestao"><p data-sugestao></p>
    <input name="SipServer" value="aurora.simulador" data-preenchido="true"><input name="NomeExibicao" value=""></form>`))
  ;({ document } = window)
  globalThis.Event = window.Event
  pedidos = []
  responder = async () => ({ status: 200, corpo: { situacao: "encontrado", sipServer: "x.api4com.com" } })
  montarSugestaoDoRamal(document, {
    fetch: async (url, { body }) => {
      pedidos.push([url, JSON.parse(body)])
      const { status, corpo } = await responder()
      return { status, json: async () => corpo }
    },
  })
})

const campo = (nome) => document.querySelector("form").elements[nome]
const recado = () => document.querySelector("[data-sugestao]").textContent

async function digitar(nome, valor) {
  campo(nome).value = valor
  campo(nome).dispatchEvent(new window.Event("input", { bubbles: true }))
  campo(nome).dispatchEvent(new window.Event("change", { bubbles: true }))
  await new Promise((seguir) => setTimeout(seguir, 5))
}

test("an extension the provider knows fills the server; the name stays the person's", async () => {
  await digitar("Extension", " 1007 ")
  assert.deepEqual(pedidos, [["/o/a/ramais/sugestao", { extension: "1007" }]])
  assert.deepEqual([campo("SipServer").value, campo("NomeExibicao").value], ["x.api4com.com", ""])
  assert.equal(recado(), "Encontrado na API4COM.")
})

test("what the person typed stays, and what came from us may come again", async () => {
  await digitar("NomeExibicao", "Mesa da Ana")
  await digitar("Extension", "1007")
  assert.deepEqual([campo("SipServer").value, campo("NomeExibicao").value], ["x.api4com.com", "Mesa da Ana"])
  responder = async () => ({ status: 200, corpo: { situacao: "encontrado", sipServer: "y.api4com.com" } })
  await digitar("Extension", "1008")
  assert.deepEqual([campo("SipServer").value, campo("NomeExibicao").value], ["y.api4com.com", "Mesa da Ana"])
})

test("the name that came from us goes when another person is chosen, one that was typed stays", async () => {
  campo("NomeExibicao").value = "Ana"
  campo("NomeExibicao").dataset.preenchido = "true"
  const escolher = (valor) => {
    campo("MembroId").value = valor
    campo("MembroId").dispatchEvent(new window.Event("change", { bubbles: true }))
  }
  escolher("2")
  assert.equal(campo("NomeExibicao").value, "")
  await digitar("NomeExibicao", "Recepção")
  escolher("1")
  assert.equal(campo("NomeExibicao").value, "Recepção")
})

test("an unknown extension is said gently and changes nothing", async () => {
  responder = async () => ({ status: 200, corpo: { situacao: "desconhecido" } })
  await digitar("Extension", "9999")
  assert.match(recado(), /^Não encontrado na API4COM/)
  assert.equal(campo("SipServer").value, "aurora.simulador")
})

for (const [caso, resposta] of [
  ["a provider that is down", async () => ({ status: 200, corpo: { situacao: "sem_resposta" } })],
  ["too many requests", async () => ({ status: 429, corpo: null })],
  [
    "no server",
    async () => {
      throw new TypeError("offline")
    },
  ],
]) {
  test(`${caso} leaves the fields to the person`, async () => {
    responder = resposta
    await digitar("Extension", "1007")
    assert.match(recado(), /Preencha os outros campos à mão/)
    assert.equal(campo("SipServer").value, "aurora.simulador")
  })
}

test("while the button below is pressed nothing moves it away", async () => {
  const ponteiro = (tipo) => document.dispatchEvent(new window.Event(tipo))
  ponteiro("pointerdown")
  await digitar("Extension", "1007")
  assert.equal(recado(), "")
  ponteiro("pointerup")
  await new Promise((seguir) => setTimeout(seguir, 5))
  assert.equal(recado(), "Encontrado na API4COM.")
})

test("an answer that comes after the extension changed again is dropped", async () => {
  let soltar
  responder = () =>
    new Promise((seguir) => {
      soltar = () => seguir({ status: 200, corpo: { situacao: "encontrado", sipServer: "velho.api4com.com" } })
    })
  await digitar("Extension", "1007")
  campo("Extension").value = "1008"
  soltar()
  await new Promise((seguir) => setTimeout(seguir, 5))
  assert.equal(campo("SipServer").value, "aurora.simulador")
})
