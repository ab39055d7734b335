import assert from "node:assert/strict"
import { beforeEach, test } from "node:test"
import { JSDOM } from "jsdom"
import { montarTarefas } from "./tarefas.js"

const linha = (id) => `<li class="tarefa"><button class="tarefa__caixa" id="tarefa-${id}"></button><button id="um-${id}"></button></li>`

let document, lista, CustomEvent

beforeEach(() => {
  const { window } = new JSDOM(`<main><h1 tabindex="-1">Hoje</h1><div id="hoje"><ul class="tarefas">${["a", "b", "c"].map(linha).join("")}</ul></div></main>
    <form id="resumo"><input name="ProximoPasso" value="Visita"><input name="ProximoPassoEm" value="30/11/2026"></form><div id="tarefas-do-registro"></div>`)
  ;({ document, CustomEvent } = window)
  lista = document.getElementById("hoje")
  montarTarefas(document)
})

function assentar(onde) {
  onde.dispatchEvent(new CustomEvent("htmx:afterSettle", { bubbles: true, detail: { elt: onde } }))
}

test("the focus goes to the task after the one that was done, and to the one before where it was the last", () => {
  document.getElementById("tarefa-b").click()
  lista.innerHTML = `<ul class="tarefas">${["a", "c"].map(linha).join("")}</ul>`
  assentar(lista)
  assert.equal(document.activeElement.id, "tarefa-c")

  document.activeElement.click()
  lista.innerHTML = `<ul class="tarefas">${linha("a")}</ul>`
  assentar(lista)
  assert.equal(document.activeElement.id, "tarefa-a")
})

test("a task that stays keeps the focus on what was pressed, and an empty list gives it to the title", () => {
  document.getElementById("um-b").click()
  lista.innerHTML = `<ul class="tarefas">${["a", "c", "b"].map(linha).join("")}</ul>`
  assentar(lista)
  assert.equal(document.activeElement.id, "um-b")

  document.activeElement.blur()
  lista.innerHTML = `<ul class="tarefas">${linha("c")}</ul>`
  document.getElementById("tarefa-c").click()
  lista.innerHTML = `<div class="vazio"></div>`
  assentar(lista)
  assert.equal(document.activeElement, document.querySelector("h1"))
})

test("what the deal just saved is not taken back by tasks that are not drawn anew yet", () => {
  const { ProximoPasso } = document.getElementById("resumo").elements
  document.getElementById("tarefas-do-registro").innerHTML = `<div data-passo="" data-passo-em=""></div>`
  assentar(document.getElementById("resumo"))
  assert.equal(ProximoPasso.value, "Visita")
})

test("the fields of the deal say the next step that its tasks have, but for one that is being typed", () => {
  const { ProximoPasso, ProximoPassoEm } = document.getElementById("resumo").elements
  const bloco = document.getElementById("tarefas-do-registro")
  ProximoPassoEm.value = "01/12/2026"
  bloco.innerHTML = `<div data-passo="Enviar proposta" data-passo-em="05/12/2026"></div>`
  assentar(bloco)
  assert.deepEqual([ProximoPasso.value, ProximoPasso.defaultValue, ProximoPassoEm.value], ["Enviar proposta", "Enviar proposta", "01/12/2026"])
})
