import assert from "node:assert/strict"
import { test } from "node:test"
import { JSDOM } from "jsdom"
import { montarPrimeirosPassos } from "./primeiros-passos.js"

const FAIXA = `<main><h1 tabindex="-1">Funil</h1>
  <section id="primeiros-passos" data-cookie="passos.1" data-base="/o/aurora"><ol>
    <li data-passo="conexao" data-estado="feito"></li>
    <li data-passo="ramal" data-estado="feito"></li>
    <li data-passo="microfone" data-estado="espera" aria-current="step"><button data-pedir-microfone>Permitir o microfone</button></li>
    <li data-passo="ligacao" data-estado="espera"><a href="/o/aurora/oportunidades" data-ir-ligar>Fazer a primeira ligação</a></li>
  </ol><button data-dispensar-passos>Ocultar</button></section>
  <div id="quadro"><button data-ligar>Ligar</button></div></main><div id="avisos"></div>`

async function pagina({ permissao = "prompt", getUserMedia } = {}) {
  const { window } = new JSDOM(FAIXA, { url: "http://crm.example/o/aurora/oportunidades" })
  Object.assign(globalThis, { document: window.document })
  window.Element.prototype.scrollIntoView = () => {}
  const status = Object.assign(new EventTarget(), { state: permissao })
  await montarPrimeirosPassos(window.document, {
    navigator: { permissions: { query: async () => status }, mediaDevices: { getUserMedia } },
  })
  return { document: window.document, status }
}

const proximo = (document) => document.querySelector("[aria-current]")?.dataset.passo
const microfone = (document) => document.querySelector("[data-passo='microfone']").dataset.estado
const vez = () => new Promise(setImmediate)

test("a microphone permitted before is ticked, and the next step is the call", async () => {
  const { document } = await pagina({ permissao: "granted" })
  assert.equal(microfone(document), "feito")
  assert.equal(proximo(document), "ligacao")
})

test("a permission given or taken in the browser's own settings is seen at once", async () => {
  const { document, status } = await pagina()
  for (const [state, estado] of [
    ["granted", "feito"],
    ["denied", "bloqueado"],
    ["prompt", "espera"],
  ]) {
    status.state = state
    status.dispatchEvent(new Event("change"))
    assert.equal(microfone(document), estado)
  }
})

test("the button asks for the microphone and lets it go", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] })
  let paradas = 0
  const { document } = await pagina({ getUserMedia: async () => ({ getTracks: () => [{ stop: () => paradas++ }] }) })
  document.querySelector("[data-pedir-microfone]").click()
  await vez()
  assert.equal(paradas, 1)
  assert.equal(microfone(document), "feito")
})

test("a refusal says how to permit", async () => {
  const { document } = await pagina({ getUserMedia: async () => Promise.reject(new DOMException("", "NotAllowedError")) })
  document.querySelector("[data-pedir-microfone]").click()
  await vez()
  assert.equal(microfone(document), "bloqueado")
  assert.match(document.getElementById("avisos").textContent, /Clique no ícone à esquerda do endereço/)
})

test("a strip drawn again shows what is known of the microphone", async () => {
  const { document } = await pagina({ permissao: "granted" })
  document.querySelector("[data-passo='microfone']").dataset.estado = "espera"
  document.dispatchEvent(new document.defaultView.Event("htmx:afterSettle"))
  assert.equal(microfone(document), "feito")
})

test("dismissed, the strip goes, and the choice is kept for this person in this organization", async () => {
  const { document } = await pagina()
  document.querySelector("[data-dispensar-passos]").click()
  assert.equal(document.getElementById("primeiros-passos"), null)
  assert.match(document.cookie, /passos\.1=dispensados/)
  assert.equal(document.activeElement.tagName, "H1")
})

test("at the board the step of the call leads to the telephone of the first card", async () => {
  const { document } = await pagina()
  document.querySelector("[data-ir-ligar]").click()
  assert.equal(document.activeElement, document.querySelector("[data-ligar]"))
})
