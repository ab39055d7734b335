import assert from "node:assert/strict"
import { test } from "node:test"
import { JSDOM } from "jsdom"
import { montarRede, prepararSemRede } from "./rede.js"

function pagina(navigator) {
  const { window } = new JSDOM(`<link rel="stylesheet" href="/dist/app.1.css"><main></main><div id="avisos"></div>`)
  Object.assign(globalThis, { document: window.document })
  montarRede(window.document, { navigator })
  const faixa = window.document.querySelector("[role='status']")
  return { window, texto: () => faixa.textContent, avisos: () => window.document.getElementById("avisos").textContent }
}

test("no network is said for as long as there is none, and its return too", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] })
  const { window, texto, avisos } = pagina({ onLine: true })
  assert.equal(texto(), "")
  window.dispatchEvent(new window.Event("offline"))
  assert.match(texto(), /Você está sem internet/)
  window.dispatchEvent(new window.Event("online"))
  assert.equal(texto(), "")
  assert.match(avisos(), /A internet voltou/)
})

test("a page opened without network says so from the start", () => {
  assert.match(pagina({ onLine: false }).texto(), /Você está sem internet/)
})

test("a new style renews the page kept for visits without network", () => {
  const { window } = pagina({ onLine: true })
  const registrados = []
  prepararSemRede(window.document, { navigator: { serviceWorker: { register: async (caminho) => registrados.push(caminho) } } })
  assert.deepEqual(registrados, ["/sw.js?estilo=%2Fdist%2Fapp.1.css"])
})

test("a browser without workers, or outside https, goes on without one", () => {
  assert.doesNotThrow(() => prepararSemRede(pagina({ onLine: true }).window.document, { navigator: {} }))
})
