import assert from "node:assert/strict"
import { test } from "node:test"
import { JSDOM } from "jsdom"
import { criarLotes } from "./lotes.js"
import { destinosDe } from "./menu.js"
import { criarMovimento } from "./movimento.js"
import { dizer } from "../../casca/barramento.js"

const cartao = (n, lote = "") => `<article class="cartao" id="oportunidade-${n}" data-posicao="p${n}"${lote}><h3><a href="#${n}">Usina ${n}</a></h3></article>`
const coluna = (id, nome, conteudo) => `<section class="coluna" data-etapa="${id}"><h2>${nome}</h2><b data-parte="quantidade"></b><b data-parte="soma"></b>
  <div class="coluna__cartoes">${conteudo}<p class="coluna__vazia"></p></div></section>`

function pagina(...colunas) {
  const { window } = new JSDOM(
    `<meta name="csrf-token" content="abc"><div id="avisos"></div><div id="voz"></div>
    <div id="funil" data-endereco="/o/aurora/oportunidades?parada=true"><div id="quadro">${colunas.join("")}</div></div>`,
    { url: "http://crm.example/" },
  )
  Object.assign(globalThis, { document: window.document, location: window.location, CustomEvent: window.CustomEvent })
  return { window, document: window.document, quadro: window.document.getElementById("quadro") }
}

const ordem = (lista) => [...lista.querySelectorAll(".cartao")].map((c) => c.id.at(-1)).join("")
const resposta = (status, corpo) => async () => ({ status, ok: status < 300, json: async () => corpo })

function movimentoDe(fetch) {
  const { document, quadro } = pagina(coluna("e1", "Novo", cartao(1) + cartao(2) + cartao(3)), coluna("e2", "Proposta", cartao(4)))
  const [novo, proposta] = quadro.querySelectorAll(".coluna__cartoes")
  return { document, quadro, novo, proposta, movimento: criarMovimento(document, quadro, { fetch }) }
}

test("a card moves at once; the server learns its neighbours, where it was seen, and the totals come back", async () => {
  const pedidos = []
  const { document, quadro, novo, proposta, movimento } = movimentoDe(async (url, { body }) => {
    pedidos.push([url, JSON.parse(body), ordem(document.querySelectorAll(".coluna__cartoes")[1])])
    return { status: 200, json: async () => ({ posicao: "z", totais: [{ etapaId: "e2", quantidade: 2, soma: "R$ 2" }] }) }
  })
  const movido = document.getElementById("oportunidade-2")
  assert.equal(await movimento.mover(movido, proposta, document.getElementById("oportunidade-4")), true)
  assert.deepEqual(pedidos, [
    ["/o/aurora/oportunidades/2/posicao?parada=true", { etapaId: "e2", depoisDe: null, antesDe: "4", etapaVista: "e1", posicaoVista: "p2" }, "24"],
  ])
  assert.equal(ordem(novo), "13")
  assert.equal(movido.dataset.posicao, "z")
  assert.equal(quadro.querySelector("[data-etapa='e2'] [data-parte='quantidade']").textContent, "2")
  assert.equal(document.getElementById("voz").textContent, "Usina 2 movida para Proposta, posição 1 de 2.")
})

for (const [nome, fetch, texto] of [
  ["refused with 500", resposta(500, null), /Não foi possível mover\. O cartão voltou para Novo\./],
  [
    "never answered",
    async () => {
      throw new TypeError("network")
    },
    /Não foi possível mover\. O cartão voltou para Novo\./,
  ],
  ["moved by somebody else", resposta(409, { mensagem: "Outra pessoa moveu este cartão antes." }), /Outra pessoa moveu/],
  ["gone", resposta(404, null), /não está mais no funil/],
]) {
  test(`a move that is ${nome} is taken back with a message, the focus kept`, async () => {
    const { document, novo, proposta, movimento } = movimentoDe(fetch)
    const movido = document.getElementById("oportunidade-2")
    movido.querySelector("a").focus()
    assert.equal(await movimento.mover(movido, proposta, null), false)
    assert.equal(ordem(novo), "123")
    assert.equal(ordem(proposta), "4")
    assert.equal(document.activeElement, movido.querySelector("a"))
    assert.match(document.getElementById("avisos").textContent, texto)
  })
}

test("a card moved twice before the first answer names the place that answer gave it", async () => {
  const respostas = []
  const vistas = []
  const { document, novo, proposta, movimento } = movimentoDe((_, { body }) => {
    vistas.push(JSON.parse(body))
    return new Promise((resolve) => respostas.push((posicao) => resolve({ status: 200, json: async () => ({ posicao, totais: [] }) })))
  })
  const movido = document.getElementById("oportunidade-2")
  const primeiro = movimento.mover(movido, proposta, document.getElementById("oportunidade-4"))
  const segundo = movimento.mover(movido, novo, document.getElementById("oportunidade-1"))
  await assentar()
  assert.equal(vistas.length, 1)
  respostas[0]("x")
  assert.equal(await primeiro, true)
  await assentar()
  respostas[1]("y")
  assert.equal(await segundo, true)
  assert.deepEqual(
    vistas.map(({ etapaVista, posicaoVista, etapaId, antesDe }) => [etapaVista, posicaoVista, etapaId, antesDe]),
    [
      ["e1", "p2", "e2", "4"],
      ["e2", "x", "e1", "1"],
    ],
  )
  assert.equal(ordem(novo), "213")
  assert.equal(movido.dataset.posicao, "y")
})

test("a card whose follower has left the column meanwhile still comes back, with its message", async () => {
  const { document, novo, movimento, proposta } = movimentoDe(async (url) =>
    url.includes("/2/") ? { status: 500, json: async () => null } : { status: 200, json: async () => ({ posicao: "z", totais: [] }) },
  )
  const recusado = movimento.mover(document.getElementById("oportunidade-2"), proposta, null)
  await Promise.all([recusado, movimento.mover(document.getElementById("oportunidade-3"), proposta, null)])
  assert.equal(ordem(novo), "12")
  assert.match(document.getElementById("avisos").textContent, /Não foi possível mover\. O cartão voltou para Novo\./)
})

test("a card moved by somebody else makes the board fetch the truth", async () => {
  const { document, proposta, movimento } = movimentoDe(resposta(409, null))
  let pedidas = 0
  document.body.addEventListener("dados-alterados", () => {
    pedidas++
  })
  await movimento.mover(document.getElementById("oportunidade-2"), proposta, null)
  assert.equal(pedidas, 1)
})

test("the menu offers the places of this column and the top of the others", () => {
  const { document, quadro } = pagina(coluna("e1", "Novo", cartao(1) + cartao(2) + cartao(3)), coluna("e2", "Proposta", ""))
  const textos = (n) => destinosDe(quadro, document.getElementById(`oportunidade-${n}`)).map((d) => d.texto)
  assert.deepEqual(textos(1), ["Descer", "Mover para Proposta"])
  assert.deepEqual(textos(2), ["Para o topo", "Subir", "Descer", "Mover para Proposta"])
  assert.deepEqual(textos(3), ["Para o topo", "Subir", "Mover para Proposta"])
})

class ObservadorFalso {
  static vistos = new Map()
  #aoVer
  constructor(aoVer) {
    this.#aoVer = aoVer
  }
  observe(alvo) {
    ObservadorFalso.vistos.set(alvo, () => this.#aoVer([{ isIntersecting: true, target: alvo }]))
  }
  unobserve() {}
  disconnect() {}
}

const assentar = () => new Promise((resolve) => setTimeout(resolve))

test("a batch that did not come is asked for again after a while, and at the end of a drag", async () => {
  const { document, quadro } = pagina(coluna("e1", "Novo", `${cartao(1)}<a data-mais href="/mais">Mostrar mais</a>`))
  let vezes = 0
  criarLotes(document, quadro, { Observador: ObservadorFalso, pausa: 1, fetch: async () => ({ status: vezes++ > 0 ? 200 : 500, text: async () => cartao(2) }) })
  const ver = () => ObservadorFalso.vistos.get(quadro.querySelector("[data-mais]"))
  const antes = ver()
  quadro.dataset.arrastando = "sim"
  antes()
  assert.equal(vezes, 0)
  delete quadro.dataset.arrastando
  dizer(document, "crm:cartoes-novos")
  assert.notEqual(ver(), antes)
  const depoisDoArraste = ver()
  depoisDoArraste()
  await assentar()
  assert.equal(vezes, 1)
  assert.equal(document.getElementById("avisos").textContent, "")
  await new Promise((resolve) => setTimeout(resolve, 10))
  assert.notEqual(ver(), depoisDoArraste)
  ver()()
  await assentar()
  assert.equal(ordem(quadro), "12")
})

test("a column brings its next cards when its end is near, none twice, and lets go of what is far", async () => {
  const paginas = {
    "/mais?depois=p2": `${cartao(2) + cartao(3)}<a data-mais href="/mais?depois=p3">Mostrar mais</a>`,
    "/mais?depois=p3": `${cartao(4)}<a data-mais href="/mais?depois=p4">Mostrar mais</a>`,
    "/mais?depois=p4": cartao(5),
  }
  const { document, quadro } = pagina(coluna("e1", "Novo", `${cartao(1) + cartao(2)}<a data-mais href="/mais?depois=p2">Mostrar mais</a>`))
  const lista = quadro.querySelector(".coluna__cartoes")
  criarLotes(document, quadro, { Observador: ObservadorFalso, maximo: 3, fetch: async (url) => ({ status: 200, text: async () => paginas[url] }) })
  const verFim = async () => {
    ObservadorFalso.vistos.get(quadro.querySelector("[data-mais]"))()
    await assentar()
  }
  await verFim()
  assert.equal(ordem(lista), "123")
  await verFim()
  assert.equal(ordem(lista), "124")
  const reserva = lista.querySelector("[data-reserva]")
  assert.equal(reserva.dataset.reserva, "/mais?depois=p2")
  ObservadorFalso.vistos.get(reserva)()
  await assentar()
  assert.equal(ordem(lista), "123")
  assert.equal(lista.querySelectorAll("[data-mais]").length, 1)
  await verFim()
  assert.match(ordem(lista), /^12.*5$/)
  assert.equal(lista.querySelector("[data-mais]"), null)
})

test("the end of a column stays a link that works again after a failure", async () => {
  const { document, quadro, window } = pagina(coluna("e1", "Novo", `${cartao(1)}<a data-mais href="/mais">Mostrar mais</a>`))
  let falhas = 0
  criarLotes(document, quadro, {
    Observador: ObservadorFalso,
    fetch: async () => {
      if (falhas++ === 0) throw new TypeError("network")
      return { status: 200, text: async () => cartao(2) }
    },
  })
  const clicar = async () => {
    quadro.querySelector("[data-mais]").dispatchEvent(new window.MouseEvent("click", { bubbles: true, cancelable: true }))
    await assentar()
  }
  await clicar()
  assert.equal(ordem(quadro), "1")
  assert.match(document.getElementById("avisos").textContent, /Não foi possível mostrar mais/)
  await clicar()
  assert.equal(ordem(quadro), "12")
})
