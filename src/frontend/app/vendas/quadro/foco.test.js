import assert from "node:assert/strict"
import { test } from "node:test"
import { JSDOM } from "jsdom"
import { montarFocoDeQuemVolta } from "./foco.js"

const cartao = (n) => `<article class="cartao"><h3><a href="#${n}" id="c${n}">Usina ${n}</a></h3></article>`

function quadroCom(...numeros) {
  const { window } =
    new JSDOM(`<main><h1 tabindex="-1">Funil</h1><div id="quadro"><section class="coluna"><div class="coluna__cartoes">${numeros.map(cartao).join("")}</div>
    <a data-criar-em href="#novo" id="novo">Adicionar</a></section></div></main><dialog id="modal"></dialog>`)
  const { document } = window
  montarFocoDeQuemVolta(document, document.getElementById("quadro"))
  return {
    document,
    ganhar(n) {
      document.getElementById(`c${n}`).click()
      document.getElementById(`c${n}`).closest(".cartao").remove()
      document.getElementById("modal").dispatchEvent(new window.Event("close"))
      return document.activeElement.id
    },
  }
}

test("a card that was won hands the focus to the one that took its place, the last one to the one above, the only one to its column", () => {
  assert.equal(quadroCom(1, 2, 3).ganhar(2), "c3")
  assert.equal(quadroCom(1, 2, 3).ganhar(3), "c2")
  assert.equal(quadroCom(1).ganhar(1), "novo")
})

test("a focus that went somewhere stays there", () => {
  const { document, ganhar } = quadroCom(1, 2)
  document.querySelector("h1").focus()
  ganhar(1)
  assert.equal(document.activeElement, document.querySelector("h1"))
})
