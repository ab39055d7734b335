import assert from "node:assert/strict"
import { beforeEach, test } from "node:test"
import { JSDOM } from "jsdom"
import { dizer } from "../../casca/barramento.js"
import { montarNovas } from "./novas.js"
import { montarSelecao } from "./selecao.js"

const linhas = (ids) => ids.map((id) => `<tr><td><input type="checkbox" data-marca value="${id}"></td></tr>`).join("")
const pagina = (ids, total = "") => `
  <div id="lote" data-total="${total}"><p data-parte="quantas"></p><button data-selecionar-todas hidden></button><p data-parte="demais" hidden></p>
    <div class="lote__acoes"><button id="mover"></button><button data-limpar-selecao></button></div></div>
  <table><thead><tr><th><input type="checkbox" data-marca-pagina></th></tr></thead><tbody id="lista-linhas">${linhas(ids)}</tbody></table>`

let document, window, selecao

beforeEach(() => {
  ;({ window } = new JSDOM(pagina(["a", "b", "c", "d"], "9")))
  ;({ document } = window)
  selecao = montarSelecao(document)
})

const caixa = (id) => document.querySelector(`[data-marca][value="${id}"]`)
const ditas = () => document.querySelector("[data-parte='quantas']").textContent
const cabeca = () => document.querySelector("[data-marca-pagina]")
const oferta = () => document.querySelector("[data-selecionar-todas]")
const clicar = (elemento, opcoes = {}) => elemento.dispatchEvent(new window.MouseEvent("click", { bubbles: true, cancelable: true, ...opcoes }))
const teclar = (elemento, key, shiftKey = false) =>
  elemento.dispatchEvent(new window.KeyboardEvent("keydown", { key, shiftKey, bubbles: true, cancelable: true }))
const assentar = () => document.body.dispatchEvent(new window.CustomEvent("htmx:afterSettle", { bubbles: true, detail: {} }))

test("the bar says how many are chosen, and is there while any are", () => {
  const barra = document.getElementById("lote")
  assert.ok(!barra.hasAttribute("data-aberta"))
  clicar(caixa("b"))
  assert.deepEqual([ditas(), barra.hasAttribute("data-aberta"), cabeca().indeterminate], ["1 selecionada", true, true])
  clicar(caixa("c"))
  assert.deepEqual([ditas(), selecao.ids()], ["2 selecionadas", ["b", "c"]])
  clicar(document.querySelector("[data-limpar-selecao]"))
  assert.deepEqual([ditas(), selecao.ids(), caixa("b").checked, barra.hasAttribute("data-aberta")], ["", [], false, false])
})

test("Shift chooses from the last one to this one, up or down, and gives a range back", () => {
  clicar(caixa("d"))
  clicar(caixa("b"), { shiftKey: true })
  assert.deepEqual(selecao.ids().sort(), ["b", "c", "d"])
  clicar(caixa("d"), { shiftKey: true })
  assert.deepEqual(selecao.ids(), [])
})

test("arrows walk along the boxes, and with Shift they take the next one along", () => {
  clicar(caixa("a"))
  caixa("a").focus()
  teclar(caixa("a"), "ArrowDown", true)
  assert.deepEqual([document.activeElement.value, selecao.ids()], ["b", ["a", "b"]])
  teclar(caixa("b"), "ArrowDown")
  assert.deepEqual([document.activeElement.value, selecao.ids()], ["c", ["a", "b"]])
})

test("the whole page is chosen at its head; then all of the filter are offered, until one is given back", () => {
  clicar(cabeca())
  assert.deepEqual([ditas(), oferta().hidden, selecao.todas()], ["4 selecionadas", false, false])
  clicar(oferta())
  assert.deepEqual([ditas(), oferta().hidden, selecao.todas()], ["Todas as 9 deste filtro", true, true])
  clicar(caixa("a"))
  assert.deepEqual([ditas(), oferta().hidden, selecao.todas(), cabeca().indeterminate], ["3 selecionadas", true, false, true])
})

test("what is drawn again stays chosen where it still stands, and what has gone is not", () => {
  clicar(caixa("b"))
  clicar(caixa("d"))
  document.getElementById("lista-linhas").innerHTML = linhas(["d", "e"])
  assentar()
  assert.deepEqual([selecao.ids(), caixa("d").checked, caixa("e").checked, ditas()], [["d"], true, false, "1 selecionada"])
  document.body.innerHTML = ""
  assentar()
  assert.deepEqual(selecao.ids(), [])
})

test("a list that a colleague's change has overtaken says so, and stays as it is", () => {
  document.body.innerHTML = `<div id="lista"><p data-novas hidden></p></div>`
  montarNovas(document)
  dizer(document, "crm:novidade", { tipo: "linha" })
  assert.ok(document.querySelector("[data-novas]").hidden)
  dizer(document, "crm:novidade", { tipo: "funil" })
  assert.ok(!document.querySelector("[data-novas]").hidden)
})
