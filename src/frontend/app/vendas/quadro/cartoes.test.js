import assert from "node:assert/strict"
import { test } from "node:test"
import { JSDOM } from "jsdom"
import { completar } from "./cartoes.js"
import { montarQuadro } from "./index.js"

const cartao = (id, { fim = "<span>2 dias</span>", ligar = `<button class="ligar" data-ligar="+5511960000001">Marina Alves</button>` } = {}) =>
  `<article class="cartao" data-posicao="p${id}"><h3><a href="oportunidades/${id}">Usina ${id}</a></h3><p>Marina Alves · Padaria</p>${ligar}<p>${fim}<i data-sigla="AS">Ana Souza</i></p></article>`

function pagina(html) {
  const { window } = new JSDOM(
    `<div id="funil" data-endereco="/o/aurora/oportunidades"><div id="quadro"><section class="coluna" data-etapa="e1">
    <div class="coluna__cartoes" id="cartoes-e1">${html}<p class="coluna__vazia"></p></div></section></div><div id="mover"></div></div>`,
    { url: "http://crm.example/o/aurora/oportunidades" },
  )
  class Observador {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
  Object.assign(globalThis, {
    document: window.document,
    CustomEvent: window.CustomEvent,
    matchMedia: () => ({ matches: true }),
    IntersectionObserver: Observador,
  })
  return window.document
}

test("a card gets its name, what a call is told, and the button of Mover", () => {
  const document = pagina(cartao("7"))
  completar(document)
  completar(document)
  const { dataset } = document.querySelector("[data-ligar]")
  assert.deepEqual([dataset.numero, dataset.nome, dataset.oportunidadeId], ["+5511960000001", "Marina Alves", "7"])
  assert.equal(document.getElementById("oportunidade-7").className, "cartao")
  const mover = document.querySelectorAll("[data-mover]")
  assert.deepEqual([mover.length, mover[0].getAttribute("aria-label"), mover[0].getAttribute("aria-haspopup")], [1, "Mover Usina 7", "true"])
})

test("what is won or lost has no button of Mover, who has no telephone nothing to call", () => {
  const document = pagina(cartao("7", { fim: "<span data-encerrada>ontem</span>", ligar: "" }))
  completar(document)
  assert.ok(document.getElementById("oportunidade-7"))
  assert.equal(document.querySelector("button"), null)
})

test("the board completes what it came with, and a card that is made at the foot of a column", (t) => {
  const document = pagina(cartao("7"))
  let novos = 0
  document.addEventListener("crm:cartoes-novos", () => {
    novos++
  })
  montarQuadro(document, { criar: () => ({ destroy() {} }), intervalo: 2 ** 30 })
  t.after(() => {
    document.getElementById("funil").remove()
    document.dispatchEvent(new CustomEvent("htmx:afterSettle"))
  })
  assert.equal(document.querySelectorAll("[data-mover]").length, 1)
  assert.equal(novos, 1)
  const lista = document.getElementById("cartoes-e1")
  lista.insertAdjacentHTML("afterbegin", cartao("8"))
  lista.dispatchEvent(new CustomEvent("htmx:oobAfterSwap", { bubbles: true }))
  assert.equal(document.querySelectorAll("[data-mover]").length, 2)
})
