import assert from "node:assert/strict"
import { beforeEach, test } from "node:test"
import { JSDOM } from "jsdom"
import { montarCamposDeData } from "./campo-data.js"

let document, window, campo, mudancas

beforeEach(() => {
  ;({ window } = new JSDOM(`<form><span><input data-data value="02/12/2026"><button type="button" data-abrir-calendario></button></span></form>`, {
    pretendToBeVisual: true,
  }))
  ;({ document } = window)
  Object.assign(globalThis, { document, Event: window.Event, requestAnimationFrame: window.requestAnimationFrame })
  Object.assign(window.HTMLElement.prototype, {
    showPopover() {
      this.dataset.aberto = "sim"
    },
    hidePopover() {
      delete this.dataset.aberto
    },
  })
  campo = document.querySelector("input")
  mudancas = []
  montarCamposDeData(document, { carregar: async () => {}, hoje: () => new Date(2026, 10, 28, 12) })
  document.querySelector("form").addEventListener("change", () => mudancas.push(campo.value))
})

async function abrir() {
  document.querySelector("[data-abrir-calendario]").click()
  await new Promise((seguir) => setTimeout(seguir, 5))
  return document.querySelector(".calendario")
}

test("what is typed is tidied up before anybody hears of the change, and what is no day stays for the server to refuse", () => {
  for (const texto of ["5/1", "31/4"]) {
    campo.value = texto
    campo.dispatchEvent(new window.Event("change", { bubbles: true }))
  }
  assert.deepEqual(mudancas, ["05/01/2027", "31/4"])
})

test("the calendar opens at the day of its field, and the day that is chosen is a change of the field", async () => {
  const calendario = await abrir()
  const datas = calendario.querySelector("calendar-date")
  assert.equal(datas.value, "2026-12-02")
  datas.value = "2026-12-07"
  datas.dispatchEvent(new window.Event("change", { bubbles: true }))
  assert.deepEqual(mudancas, ["07/12/2026"])
  assert.equal(calendario.dataset.aberto, undefined)
  assert.equal(document.activeElement, document.querySelector("[data-abrir-calendario]"))
  assert.equal(await abrir(), calendario)
})

test("a calendar whose field is gone when it has been fetched does not open", async () => {
  document.querySelector("[data-abrir-calendario]").click()
  document.querySelector("form").remove()
  await new Promise((seguir) => setTimeout(seguir, 5))
  assert.equal(document.querySelector(".calendario"), null)
})

test("Escape closes the calendar alone", async () => {
  const calendario = await abrir()
  const tecla = new window.KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true })
  let ouvido = 0
  document.addEventListener("keydown", () => {
    ouvido++
  })
  calendario.dispatchEvent(tecla)
  assert.equal(ouvido, 0)
  assert.equal(calendario.dataset.aberto, undefined)
})
