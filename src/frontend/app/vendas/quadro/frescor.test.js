import assert from "node:assert/strict"
import { test } from "node:test"
import { JSDOM } from "jsdom"
import { montarFrescor } from "./frescor.js"
import { controlador, dizer } from "../../casca/barramento.js"

const cartao = (n, texto = `Usina ${n}`, marca = "") => `<article class="cartao" id="oportunidade-${n}" data-posicao="p${n}"${marca}>
  <h3><a href="#${n}">${texto}</a></h3><button class="ligar" data-ligar></button><button class="cartao__mover"></button></article>`
const mais = (n) => `<a data-mais href="/mais?depois=p${n}">Mostrar mais</a>`
const coluna = (id, conteudo, total) => `<section class="coluna" data-etapa="${id}"><b data-parte="quantidade">${total}</b><b data-parte="soma"></b>
  <div class="coluna__cartoes" id="cartoes-${id}">${conteudo}<p class="coluna__vazia"></p></div><div id="nova-${id}"></div></section>`
const funil = (...colunas) => `<div id="funil" data-endereco="/o/aurora/oportunidades?parada=true"><p class="cabecalho__apoio">1 aberta</p>
  <div id="quadro">${colunas.join("")}</div><div id="mover"></div></div>`

function abrir(antes, depois) {
  const { window } = new JSDOM(`<body>${antes}</body>`, { url: "http://crm.example/", pretendToBeVisual: true })
  const { document } = window
  Object.assign(globalThis, { document, CustomEvent: window.CustomEvent })
  const cena = { window, document, quadro: document.getElementById("quadro"), pedidos: [], hora: 0, depois }
  const fetch = async (url) => {
    cena.pedidos.push(url)
    await cena.antesDeResponder?.()
    return { status: 200, text: async () => `<html><body>${cena.depois}</body></html>` }
  }
  const ligado = controlador(document)
  cena.desligar = () => ligado.abort()
  montarFrescor(document, cena.quadro, { fetch, agora: () => cena.hora, entreNovidades: 0, signal: ligado.signal })
  cena.voltar = async () => {
    window.dispatchEvent(new window.Event("focus"))
    await assentar()
  }
  cena.ordem = (id) => [...document.querySelectorAll(`#cartoes-${id} .cartao`)].map((c) => c.id.slice("oportunidade-".length)).join()
  return cena
}

const assentar = () => new Promise((resolve) => setTimeout(resolve, 5))
const aoFim = (t, cena) => (t.after(() => cena.desligar()), cena)

test("who comes back after a minute sees what changed: moved, new, gone and altered cards, and the totals", async (t) => {
  const cena = aoFim(
    t,
    abrir(
      funil(coluna("a", cartao(1) + cartao(2) + cartao(3), 3), coluna("b", cartao(7), 1)),
      funil(coluna("a", cartao(0) + cartao(1), 2), coluna("b", cartao(2) + cartao(7, "Usina maior"), 2)),
    ),
  )
  const conservado = cena.document.getElementById("oportunidade-1")
  const movido = cena.document.getElementById("oportunidade-2")

  await cena.voltar()
  assert.deepEqual(cena.pedidos, [])
  cena.hora = 61_000
  await cena.voltar()

  assert.deepEqual(cena.pedidos, ["/o/aurora/oportunidades?parada=true"])
  assert.equal(cena.ordem("a"), "0,1")
  assert.equal(cena.ordem("b"), "2,7")
  assert.equal(cena.document.getElementById("oportunidade-1"), conservado)
  assert.equal(cena.document.getElementById("oportunidade-2"), movido)
  assert.match(cena.document.getElementById("oportunidade-7").textContent, /Usina maior/)
  assert.equal(cena.document.querySelector("[data-parte='quantidade']").textContent, "2")
})

test("what the person is at stays: the focus on a card drawn again, what is typed, the further cards of a column", async (t) => {
  const cena = aoFim(
    t,
    abrir(
      funil(coluna("a", cartao(1) + cartao(2) + cartao(3, "Usina 3", ` data-lote="/mais?depois=p2"`) + mais(3), 9)),
      funil(coluna("a", cartao(0) + cartao(1, "Usina nova") + mais(1), 10)),
    ),
  )
  const rapida = cena.document.getElementById("nova-a")
  rapida.innerHTML = `<form data-rapida><input value=""></form>`
  rapida.querySelector("input").value = "Telhado do"
  cena.document.querySelector("#oportunidade-1 .ligar").focus()

  dizer(cena.document, "crm:ligacao-encerrada")
  await assentar()

  assert.equal(cena.ordem("a"), "0,1,2,3")
  assert.equal(cena.document.activeElement, cena.document.querySelector("#oportunidade-1 .ligar"))
  assert.match(cena.document.getElementById("oportunidade-1").textContent, /nova/)
  assert.equal(rapida.querySelector("input").value, "Telhado do")
  assert.equal(cena.document.querySelectorAll("[data-mais]").length, 1)
  assert.equal(cena.document.querySelector("[data-mais]").getAttribute("href"), "/mais?depois=p3")
})

test("a column without further cards shown follows the server to its end", async (t) => {
  const cena = aoFim(t, abrir(funil(coluna("a", cartao(1) + cartao(2) + mais(2), 3)), funil(coluna("a", cartao(0) + cartao(1) + mais(1), 4))))
  dizer(cena.document, "dados-alterados")
  await assentar()
  assert.equal(cena.ordem("a"), "0,1")
  assert.equal(cena.document.querySelector("[data-mais]").getAttribute("href"), "/mais?depois=p1")

  cena.depois = funil(coluna("a", cartao(1), 1))
  dizer(cena.document, "dados-alterados")
  await assentar()
  assert.equal(cena.ordem("a"), "1")
  assert.equal(cena.document.querySelector("[data-mais]"), null)
})

test("an answer that an own move has overtaken is dropped, and asked for again once the move is done", async (t) => {
  const cena = aoFim(t, abrir(funil(coluna("a", cartao(1), 1)), funil(coluna("a", cartao(2), 1))))
  cena.antesDeResponder = () => {
    cena.quadro.toggleAttribute("data-movendo", true)
    dizer(cena.document, "crm:cartao-movido")
  }
  cena.hora = 61_000
  await cena.voltar()
  assert.equal(cena.ordem("a"), "1")

  cena.antesDeResponder = null
  cena.quadro.removeAttribute("data-movendo")
  dizer(cena.document, "crm:cartao-movido")
  await assentar()
  assert.equal(cena.pedidos.length, 2)
  assert.equal(cena.ordem("a"), "2")
})

test("nothing is asked during a drag; back online it is asked at once", async (t) => {
  const cena = aoFim(t, abrir(funil(coluna("a", cartao(1), 1)), funil(coluna("a", cartao(2), 1))))
  cena.quadro.dataset.arrastando = "sim"
  cena.hora = 61_000
  await cena.voltar()
  assert.deepEqual(cena.pedidos, [])
  delete cena.quadro.dataset.arrastando
  cena.hora = 1
  cena.window.dispatchEvent(new cena.window.Event("online"))
  await assentar()
  assert.equal(cena.ordem("a"), "2")
})

test("other stages are drawn as a whole, but not over what is being typed", async (t) => {
  const cena = aoFim(t, abrir(funil(coluna("a", cartao(1), 1)), funil(coluna("a", cartao(1), 1), coluna("b", "", 0))))
  cena.document.getElementById("nova-a").innerHTML = "<form data-rapida></form>"
  const pedir = async () => {
    dizer(cena.document, "dados-alterados")
    await assentar()
  }
  await pedir()
  assert.equal(cena.document.querySelectorAll("[data-etapa]").length, 1)
  cena.document.getElementById("nova-a").replaceChildren()
  await pedir()
  assert.equal(cena.document.querySelectorAll("[data-etapa]").length, 2)
})

test("a colleague's change is asked about at once, several together once, and not under an open menu", async (t) => {
  const cena = aoFim(t, abrir(funil(coluna("a", cartao(1) + cartao(2), 2)), funil(coluna("a", cartao(2) + cartao(1), 2))))
  const { document } = cena
  const novidade = (tipo) => dizer(document, "crm:novidade", { tipo })
  const menu = document.getElementById("mover")
  menu.innerHTML = "<button></button>"
  menu.firstChild.focus()

  novidade("funil")
  novidade("funil")
  novidade("outra coisa")
  await new Promise((resolve) => setTimeout(resolve, 120))
  assert.deepEqual(cena.pedidos, [])
  menu.firstChild.blur()
  await new Promise((resolve) => setTimeout(resolve, 120))

  assert.equal(cena.pedidos.length, 1)
  assert.equal(cena.ordem("a"), "2,1")
})
