import assert from "node:assert/strict"
import { test } from "node:test"
import { JSDOM } from "jsdom"
import { CABECALHO_DA_ABA } from "./aba.js"
import { montarAbas } from "./abas.js"
import { avisar, avisarFalhas, promoverAvisos } from "./avisos.js"
import { montarCarga } from "./carga.js"
import { montarFormularios } from "./formularios.js"
import { marcarSecao } from "./navegacao.js"
import { guardarRolagem } from "./rolagem.js"
import { montarTema } from "./tema.js"
import { montarValidacao } from "./validacao.js"

function pagina(html) {
  const { window } = new JSDOM(html, { url: "http://crm.example/o/aurora/oportunidades?q=1" })
  Object.assign(globalThis, { document: window.document, location: window.location, CustomEvent: window.CustomEvent })
  return window
}

function disparar({ document, CustomEvent }, nome, detail) {
  document.dispatchEvent(new CustomEvent(nome, { detail }))
  return detail
}

test("the section of the current page is marked by its longest address, sub-pages included", () => {
  const { document } = pagina(`<a href="/o/aurora/oportunidades">Marca</a>
    <a data-navegacao href="/o/aurora/oportunidades">F</a><a data-navegacao href="/o/aurora/oportunidades/metas">M</a>`)
  const atual = (caminho) => {
    marcarSecao(document, caminho)
    return [...document.querySelectorAll("[aria-current]")].map((a) => a.textContent).join()
  }
  assert.equal(atual("/o/aurora/oportunidades/1"), "F")
  assert.equal(atual("/o/aurora/oportunidades/metas/3"), "M")
  assert.equal(atual("/o/aurora/oportunidadesx"), "")
})

test("unsafe requests carry the antiforgery token, safe ones do not", () => {
  const window = pagina(`<meta name="csrf-token" content="abc">`)
  montarFormularios(window.document)
  assert.deepEqual(disparar(window, "htmx:configRequest", { verb: "post", headers: {} }).headers, { "X-CSRF-TOKEN": "abc", ...CABECALHO_DA_ABA })
  assert.deepEqual(disparar(window, "htmx:configRequest", { verb: "get", headers: {} }).headers, {})
})

test("an expired session says so once, with the way back to this page", () => {
  const window = pagina(`<div id="avisos"></div>`)
  avisarFalhas(window.document)
  disparar(window, "htmx:responseError", { xhr: { status: 401 } })
  disparar(window, "htmx:responseError", { xhr: { status: 401 } })
  const avisos = window.document.querySelectorAll("#avisos .aviso")
  assert.equal(avisos.length, 1)
  assert.match(avisos[0].textContent, /Sua sessão expirou/)
  assert.equal(avisos[0].querySelector("a").getAttribute("href"), "/conta/entrar?ReturnUrl=%2Fo%2Faurora%2Foportunidades%3Fq%3D1")
})

test("a broken rule is told in the server's own words", () => {
  const window = pagina(`<div id="avisos"></div>`)
  avisarFalhas(window.document)
  const xhr = { status: 409, responseText: `{"mensagem":"A etapa é a mesma."}`, getResponseHeader: () => "application/json" }
  disparar(window, "htmx:responseError", { xhr })
  assert.match(window.document.getElementById("avisos").textContent, /A etapa é a mesma/)
})

test("a toast is text, never markup", () => {
  const { document } = pagina(`<div id="avisos"></div>`)
  avisar("<b>x</b>", { duracao: 0 })
  assert.equal(document.querySelector("#avisos b"), null)
})

test("a toast stays under the focus, and gives the focus back when it is closed", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] })
  const window = pagina(`<button id="antes">Ganho</button><div id="avisos"></div>`)
  const antes = window.document.getElementById("antes")
  antes.focus()
  const aviso = avisar("Oportunidade ganha.", { duracao: 1000 })
  aviso.querySelector("button").focus()
  t.mock.timers.tick(5000)
  assert.equal(aviso.isConnected, true)
  aviso.querySelector("button").click()
  assert.equal(aviso.isConnected, false)
  assert.equal(window.document.activeElement, antes)
})

test("two toasts stand at once: the eldest that would go by itself makes room, what waits to be read stays", () => {
  const { document } = pagina(`<div id="avisos"></div>`)
  const textos = () => [...document.querySelectorAll("#avisos .aviso__texto")].map((p) => p.textContent)
  avisar("Fica", { duracao: 0 })
  avisar("Primeiro")
  avisar("Segundo")
  assert.deepEqual(textos(), ["Fica", "Segundo"])
  avisar("Fica também", { duracao: 0 })
  avisar("Terceiro")
  assert.deepEqual(textos(), ["Fica", "Fica também", "Terceiro"])
})

test("a notice rendered by the server becomes a toast", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] })
  const { document } = pagina(`<main><p data-aviso="sucesso">Oportunidade salva.</p></main><div id="avisos"></div>`)
  promoverAvisos(document)
  assert.equal(document.querySelector("main p"), null)
  assert.match(document.querySelector("#avisos .aviso--sucesso").textContent, /Oportunidade salva/)
  t.mock.timers.tick(6000)
  assert.equal(document.querySelector("#avisos .aviso"), null)
})

test("the loading bar appears only after 300 ms and leaves with the last request", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] })
  const window = pagina(`<div id="carga" hidden></div>`)
  const barra = window.document.getElementById("carga")
  montarCarga(window.document)
  const [a, b] = [new EventTarget(), new EventTarget()]
  disparar(window, "htmx:beforeSend", { xhr: a, target: window.document.body })
  disparar(window, "htmx:beforeSend", { xhr: b, target: window.document.body })
  t.mock.timers.tick(299)
  assert.equal(barra.hidden, true)
  t.mock.timers.tick(1)
  assert.equal(barra.hidden, false)
  a.dispatchEvent(new Event("loadend"))
  assert.equal(barra.hidden, false)
  b.dispatchEvent(new Event("loadend"))
  assert.equal(barra.hidden, true)
})

test("tabs follow click and arrow keys, and a panel is told when it opens", () => {
  const window = pagina(`
    <div role="tablist"><button role="tab" id="t1" aria-controls="p1" aria-selected="true"></button>
    <button role="tab" id="t2" aria-controls="p2" aria-selected="false" tabindex="-1"></button></div>
    <div id="p1"></div><div id="p2" hidden></div>`)
  const { document } = window
  montarAbas(document)
  let aberturas = 0
  document.getElementById("p2").addEventListener("aba-aberta", () => {
    aberturas++
  })
  document.getElementById("t1").dispatchEvent(new window.KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }))
  assert.equal(document.activeElement.id, "t2")
  assert.deepEqual([document.getElementById("p1").hidden, document.getElementById("p2").hidden, aberturas], [true, false, 1])
  document.getElementById("t1").click()
  assert.equal(document.getElementById("p1").hidden, false)
})

test("the theme is shown, kept in a cookie and forgotten for the system's choice", () => {
  const { document } = pagina(`<html><body><button data-escolher-tema=""></button><button data-escolher-tema="escuro"></button></body></html>`)
  montarTema(document)
  const [sistema, escuro] = document.querySelectorAll("button")
  escuro.click()
  assert.equal(document.documentElement.dataset.tema, "escuro")
  assert.equal(escuro.getAttribute("aria-pressed"), "true")
  assert.match(document.cookie, /tema=escuro/)
  sistema.click()
  assert.equal("tema" in document.documentElement.dataset, false)
  assert.doesNotMatch(document.cookie, /tema=/)
})

test("a board drawn again keeps the scroll position of each column", () => {
  const window = pagina(`<div id="funil" data-guarda-rolagem><div id="c1" data-rolagem></div></div>`)
  const { document } = window
  guardarRolagem(document)
  document.getElementById("c1").scrollTop = 40
  disparar(window, "htmx:beforeSwap", { target: document.getElementById("funil") })
  document.getElementById("c1").replaceWith(Object.assign(document.createElement("div"), { id: "c1" }))
  disparar(window, "htmx:afterSwap", {})
  assert.equal(document.getElementById("c1").scrollTop, 40)
})

test("a changed field tells the server's own rule at once, and takes it back when mended", () => {
  const window = pagina(`
    <input id="Titulo" data-val="true" data-val-required="Informe o título." data-val-maxlength="Use até 5 caracteres." data-val-maxlength-max="5">
    <p id="Titulo-erro"></p>`)
  const { document } = window
  montarValidacao(document)
  const digitar = (texto) => {
    const campo = document.getElementById("Titulo")
    campo.value = texto
    campo.dispatchEvent(new window.Event("change", { bubbles: true }))
    return [document.getElementById("Titulo-erro").textContent, campo.getAttribute("aria-invalid")]
  }
  assert.deepEqual(digitar("  "), ["Informe o título.", "true"])
  assert.deepEqual(digitar("comprido"), ["Use até 5 caracteres.", "true"])
  assert.deepEqual(digitar("Usina"), ["", null])
})

test("a message waits until the pointer that left the field is released, so that nothing moves under it", async () => {
  const window = pagina(`<input id="Titulo" data-val="true" data-val-required="Informe o título."><p id="Titulo-erro"></p>`)
  const { document } = window
  montarValidacao(document)
  const disparar = (alvo, tipo) => alvo.dispatchEvent(new window.Event(tipo, { bubbles: true }))
  const erro = () => document.getElementById("Titulo-erro").textContent

  disparar(document.body, "pointerdown")
  disparar(document.getElementById("Titulo"), "change")
  assert.equal(erro(), "")
  disparar(document.body, "pointerup")
  await new Promise((resolve) => setTimeout(resolve))
  assert.equal(erro(), "Informe o título.")
})
