import assert from "node:assert/strict"
import { test } from "node:test"
import { JSDOM } from "jsdom"
import { ABA } from "./aba.js"
import { montarNovidades } from "./novidades.js"

// What a browser gives: streams it has open, locks that one page holds at a time, a channel between pages.
function navegador() {
  const fontes = []
  class EventSource extends EventTarget {
    static CLOSED = 2
    readyState = 1

    constructor(url) {
      super()
      this.url = url
      fontes.push(this)
    }

    close() {
      this.readyState = 2
      fontes.splice(fontes.indexOf(this), 1)
    }

    contar(tipo, aba = "") {
      this.dispatchEvent(Object.assign(new Event(tipo), { data: aba }))
    }
  }
  const filas = new Map()
  const locks = {
    async request(nome, { signal }, trabalho) {
      const antes = filas.get(nome) ?? Promise.resolve()
      const vez = antes.then(() => (signal.aborted ? null : trabalho()))
      filas.set(nome, vez)
      await vez
    },
  }
  const canais = []
  class BroadcastChannel {
    constructor() {
      canais.push(this)
    }
    postMessage(data) {
      canais.filter((c) => c !== this).forEach((c) => c.onmessage?.({ data }))
    }
    close() {
      canais.splice(canais.indexOf(this), 1)
    }
  }
  return { fontes, EventSource, locks, BroadcastChannel }
}

function pagina(t, browser, opcoes = {}) {
  const { window } = new JSDOM(`<meta name="novidades" content="/o/aurora/novidades"><body></body>`, { url: "http://crm.example/" })
  globalThis.CustomEvent = window.CustomEvent
  const ouvidas = []
  window.document.body.addEventListener("crm:novidade", ({ detail }) => ouvidas.push(detail.tipo))
  const desligar = montarNovidades(window.document, { ...browser, ...opcoes })
  t.after(desligar)
  return { window, ouvidas, desligar }
}

const assentar = () => new Promise((resolve) => setTimeout(resolve, 5))

test("one stream serves all tabs of a browser, and the next tab takes over when the first goes", async (t) => {
  const browser = navegador()
  const [uma, outra] = [pagina(t, browser), pagina(t, browser)]
  await assentar()
  assert.deepEqual(
    browser.fontes.map(({ url }) => url),
    ["/o/aurora/novidades"],
  )

  browser.fontes[0].contar("funil", "de-outra-aba")
  browser.fontes[0].contar("pulso")
  assert.deepEqual([uma.ouvidas, outra.ouvidas], [["funil"], ["funil"]])

  uma.window.dispatchEvent(new uma.window.Event("pagehide"))
  await assentar()
  assert.equal(browser.fontes.length, 1)
  browser.fontes[0].contar("funil")
  assert.deepEqual(outra.ouvidas, ["funil", "funil"])
})

test("what this page changed itself is no news to it", async (t) => {
  const browser = navegador()
  const { ouvidas } = pagina(t, browser)
  await assentar()
  browser.fontes[0].contar("funil", ABA)
  assert.deepEqual(ouvidas, [])
})

test("after a gap everything may have changed; a stream that was refused is opened again later", async (t) => {
  const browser = navegador()
  const { ouvidas } = pagina(t, browser, { volta: 1 })
  await assentar()
  const [fonte] = browser.fontes
  fonte.dispatchEvent(new Event("open"))
  fonte.dispatchEvent(new Event("error"))
  fonte.dispatchEvent(new Event("open"))
  assert.deepEqual(ouvidas, ["funil", "recados"])

  fonte.readyState = 2
  fonte.dispatchEvent(new Event("error"))
  await assentar()
  assert.equal(browser.fontes.length, 2)
})

test("a page outside an organization listens to nothing", () => {
  const { window } = new JSDOM("<body></body>")
  const browser = navegador()
  montarNovidades(window.document, browser)
  assert.equal(browser.fontes.length, 0)
})
