import assert from "node:assert/strict"
import { test } from "node:test"
import { JSDOM } from "jsdom"
import { ouvir } from "./barramento.js"
import { montarAcao } from "./comandos.js"
import { montarPaleta } from "./paleta.js"

const PAGINA = `<a data-navegacao href="/o/a/oportunidades">Funil</a><a data-navegacao href="/o/a/conexoes">Conexões</a>
  <button data-comando="Nova oportunidade">+</button><button data-abrir-paleta>Buscar</button>
  <dialog id="paleta" data-busca="/o/a/busca"><input><ul role="listbox"></ul><p data-vazia hidden></p></dialog>`

function abrir(html = "") {
  const { window } = new JSDOM(PAGINA, { url: "http://crm.example/o/a/oportunidades" })
  const { document } = window
  Object.assign(globalThis, { document })
  const paleta = document.getElementById("paleta")
  paleta.showModal = () => {
    paleta.open = true
  }
  paleta.close = () => {
    paleta.open = false
  }
  const pedidos = []
  montarPaleta(document, {
    htmx: { ajax: (...partes) => pedidos.push(partes) },
    fetch: async (url) => {
      pedidos.push(url)
      return html.status ? html : { status: 200, text: async () => html }
    },
  })
  const teclar = (alvo, key, mais = {}) => alvo.dispatchEvent(new window.KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...mais }))
  teclar(document, "k", { ctrlKey: true })
  const campo = paleta.querySelector("input")
  const digitar = (texto) => {
    campo.value = texto
    campo.dispatchEvent(new window.Event("input", { bubbles: true }))
  }
  const opcoes = () => [...paleta.querySelectorAll("li")].map((li) => `${li.getAttribute("aria-selected") === "true" ? ">" : ""}${li.textContent.trim()}`)
  return { window, document, paleta, campo, pedidos, teclar, digitar, opcoes }
}

test("Ctrl+K opens it with everything the page offers, and closes it again", () => {
  const { document, paleta, opcoes, teclar } = abrir()
  assert.equal(paleta.open, true)
  assert.deepEqual(opcoes(), [">Funil", "Conexões", "Nova oportunidade"])
  teclar(document, "k", { ctrlKey: true })
  assert.equal(paleta.open, false)
})

test("typing filters without caring for accents, arrows move, Enter goes there", () => {
  const { document, campo, digitar, opcoes, teclar } = abrir()
  let vezes = 0
  montarAcao(document.querySelector("[data-comando]"), () => vezes++)
  digitar("o")
  assert.deepEqual(opcoes(), [">Conexões", "Nova oportunidade"])
  teclar(campo, "ArrowDown")
  assert.deepEqual(opcoes(), ["Conexões", ">Nova oportunidade"])
  assert.equal(campo.getAttribute("aria-activedescendant"), "comando-2")
  digitar("conexoes")
  assert.deepEqual(opcoes(), [">Conexões"])
  digitar("nova")
  teclar(campo, "Enter")
  assert.equal(vezes, 1)
})

test("a link is visited as itself, by its own attributes", () => {
  const { document, campo, digitar, pedidos, teclar } = abrir()
  const link = document.querySelector("a[data-navegacao]")
  digitar(link.textContent)
  teclar(campo, "Enter")
  assert.deepEqual(pedidos.at(-1), ["GET", link.getAttribute("href"), { source: link }])
})

test("what the server finds opens in the dialog", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] })
  const { campo, pedidos, digitar, opcoes, teclar } = abrir(`<li role="option" id="a1" data-abrir="/o/a/oportunidades/1">Usina</li>`)
  digitar("usina")
  t.mock.timers.tick(200)
  await Promise.resolve()
    .then(() => {})
    .then(() => {})
    .then(() => {})
  await new Promise((resolve) => setImmediate(resolve))
  assert.deepEqual(opcoes(), [">Usina"])
  teclar(campo, "Enter")
  assert.deepEqual(pedidos, ["/o/a/busca?q=usina", ["GET", "/o/a/oportunidades/1", { target: "#modal", swap: "innerHTML" }]])
})

test("a number is dialled by asking the telephone for it", async () => {
  const { document, campo, paleta, teclar, window } = abrir(`<li role="option" id="n" data-discar data-numero="+5511960000001" data-nome="">Ligar</li>`)
  const discados = []
  ouvir(document, "crm:discar", ({ numero }) => discados.push(numero))
  campo.value = "11960000001"
  campo.dispatchEvent(new window.Event("input", { bubbles: true }))
  await new Promise((resolve) => setTimeout(resolve, 220))
  assert.equal(paleta.querySelectorAll("li").length, 1)
  teclar(campo, "Enter")
  assert.deepEqual(discados, ["+5511960000001"])
})

test("Escape closes it and nothing behind it", () => {
  const { document, campo, paleta, teclar } = abrir()
  const tomados = []
  document.addEventListener("keydown", (evento) => tomados.push(evento.defaultPrevented))
  teclar(campo, "Escape")
  assert.equal(paleta.open, false)
  assert.deepEqual(tomados, [true])
})

test("over the page of one deal another is opened in its place, not above it", async () => {
  const { document, campo, pedidos, digitar, teclar } = abrir(`<li role="option" id="a1" data-abrir="/o/a/oportunidades/1">Usina</li>`)
  document.body.insertAdjacentHTML("beforeend", `<main id="conteudo"><article class="oportunidade"></article></main>`)
  digitar("usina")
  await new Promise((resolve) => setTimeout(resolve, 220))
  teclar(campo, "Enter")
  assert.deepEqual(pedidos.at(-1), ["GET", "/o/a/oportunidades/1", { target: "#conteudo", select: "#conteudo", swap: "outerHTML", push: "true" }])
})

test("nothing is said to be missing before the server answered, nor when it did not", async () => {
  const { paleta, digitar } = abrir({ status: 500 })
  const vazia = paleta.querySelector("[data-vazia]")
  digitar("zzz")
  assert.equal(vazia.hidden, true)
  await new Promise((resolve) => setTimeout(resolve, 220))
  assert.equal(vazia.hidden, false)
  assert.match(vazia.textContent, /Não foi possível buscar agora/)
})
