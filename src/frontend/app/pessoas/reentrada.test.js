import assert from "node:assert/strict"
import { beforeEach, test } from "node:test"
import { JSDOM } from "jsdom"
import { avisar, avisarSessaoExpirada } from "../casca/avisos.js"
import { pedir } from "../casca/http.js"
import { montarReentrada } from "./reentrada.js"

const SENHA = `<h2 id="reentrada-titulo">Sua sessão expirou</h2><form method="post" action="/conta/reentrar">
  <input type="hidden" name="__RequestVerificationToken" value="de-ninguem"><input type="hidden" name="Pessoa"><input name="Email" readonly>
  <input type="password" name="Senha"><button>Entrar</button><button type="button" data-agora-nao>Agora não</button></form>`
const CODIGO = SENHA.replace(`action="/conta/reentrar"`, `action="/conta/reentrar/codigo"`).replace(`type="password" name="Senha"`, `name="Codigo"`)
let document, window, dialogo, respostas, pedidos

beforeEach(() => {
  ;({ window } = new JSDOM(
    `<meta name="csrf-token" content="velho"><div class="app"><main id="conteudo"><input id="digitado" value="Usina">
    <form id="nova" method="post"><input type="hidden" name="__RequestVerificationToken" value="velho"></form></main></div>
    <div class="conta"><main><form id="senha" method="post"><input name="NovaSenha" value="x"><button id="salvar">Salvar</button></form></main></div>
    <div id="veu" hidden></div><dialog id="reentrada" data-veu="veu" data-pessoa="7" data-conta="ana@aurora.example"></dialog><div id="avisos"></div>`,
    { url: "http://crm.example/o/aurora/oportunidades" },
  ))
  document = window.document
  for (const nome of ["document", "location", "CustomEvent", "FormData"]) {
    globalThis[nome] = window[nome]
  }
  dialogo = document.getElementById("reentrada")
  dialogo.show = () => {
    dialogo.open = true
  }
  dialogo.close = () => {
    dialogo.open = false
  }
  respostas = []
  pedidos = []
  montarReentrada(document, { avisar, avisarSessaoExpirada, fetch: (...pedido) => falso(...pedido), htmx: {} })
})

async function falso(caminho, { method = "GET", headers = {}, body } = {}) {
  pedidos.push({ caminho, method, token: headers["X-CSRF-TOKEN"], corpo: String(body ?? "") })
  const [status, corpo] = respostas.shift()
  const tipo = typeof corpo === "string" ? "text/html" : "application/json"
  return { status, ok: status < 300, headers: new Headers({ "Content-Type": tipo }), text: async () => corpo, json: async () => corpo }
}

const assentar = async () => {
  for (let vez = 0; vez < 8; vez++) {
    await new Promise((resolve) => setTimeout(resolve))
  }
}
const enviar = async (nome, valor) => {
  dialogo.querySelector(`[name='${nome}']`).value = valor
  dialogo.querySelector("form").dispatchEvent(new window.Event("submit", { bubbles: true, cancelable: true }))
  await assentar()
}

// A request of htmx that meets an ended session.
function expirar() {
  const elt = document.getElementById("nova")
  let repetido = 0
  const disparar = (nome, detail) => elt.dispatchEvent(new window.CustomEvent(nome, { bubbles: true, cancelable: true, detail: { elt, ...detail } }))
  const recusar = () => disparar("htmx:responseError", { xhr: { status: 401 } })
  disparar("htmx:confirm", {
    issueRequest: () => {
      repetido++
    },
  })
  recusar()
  return { vezes: () => repetido, recusar }
}

test("an ended session asks for the password of the same person, keeps what was typed and asks once more with the new token", async () => {
  document.getElementById("digitado").focus()
  respostas = [
    [200, SENHA],
    [204, ""],
    [200, { pessoa: "7", token: "novo" }],
  ]
  const pedido = expirar()
  await assentar()
  assert.deepEqual([dialogo.open, document.querySelector(".app").inert, document.activeElement.name], [true, true, "Senha"])
  await enviar("Senha", "segredo")
  assert.deepEqual(pedidos[1], {
    caminho: "/conta/reentrar",
    method: "POST",
    token: "de-ninguem",
    corpo: "__RequestVerificationToken=de-ninguem&Pessoa=7&Email=ana%40aurora.example&Senha=segredo",
  })
  assert.deepEqual([dialogo.open, document.querySelector(".app").inert, document.activeElement.id], [false, false, "digitado"])
  assert.deepEqual([document.querySelector("meta").content, document.querySelector("#nova input").value], ["novo", "novo"])
  assert.equal(document.getElementById("digitado").value, "Usina")
  assert.equal(pedido.vezes(), 1)
})

test("a wrong password is told in place, and the second factor follows the right one", async () => {
  respostas = [
    [200, SENHA],
    [422, SENHA],
    [200, CODIGO],
    [204, ""],
    [200, { pessoa: "7", token: "novo" }],
  ]
  const pedido = expirar()
  await assentar()
  await enviar("Senha", "errada")
  assert.equal(document.activeElement.name, "Senha")
  await enviar("Senha", "segredo")
  assert.equal(document.activeElement.name, "Codigo")
  await enviar("Codigo", "123456")
  assert.deepEqual([dialogo.open, pedido.vezes()], [false, 1])
})

test("what fails again is not asked for ever", async () => {
  respostas = [[200, { pessoa: "7", token: "novo" }]]
  const pedido = expirar()
  await assentar()
  pedido.recusar()
  await assentar()
  assert.equal(pedido.vezes(), 1)
  assert.match(document.getElementById("avisos").textContent, /Sua sessão expirou/)
})

test("not now leaves a way back, which asks again", async () => {
  respostas = [
    [200, SENHA],
    [200, SENHA],
  ]
  const pedido = expirar()
  await assentar()
  document.activeElement.dispatchEvent(new window.KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }))
  await assentar()
  assert.deepEqual([dialogo.open, pedido.vezes()], [false, 0])
  document.querySelector("#avisos [data-reentrar]").click()
  await assentar()
  assert.equal(dialogo.open, true)
})

test("nobody else goes on with the page", async () => {
  respostas = [[200, { pessoa: "8", token: "alheio" }]]
  const pedido = expirar()
  await assentar()
  assert.equal(pedido.vezes(), 0)
  assert.equal(document.querySelector("meta").content, "velho")
  assert.match(document.getElementById("avisos").textContent, /Outra pessoa entrou/)
})

test("a script's own request is sent again, and many at once ask once", async () => {
  const estados = [401, 401, 200, 200]
  const comToken = []
  const fetch = async (_caminho, { headers }) => {
    comToken.push(headers["X-CSRF-TOKEN"])
    return { status: estados.shift(), json: async () => ({ feito: true }) }
  }
  respostas = [[200, { pessoa: "7", token: "novo" }]]
  const [um, dois] = await Promise.all([pedir("/a", {}, { document, fetch }), pedir("/b", {}, { document, fetch })])
  assert.deepEqual([um.status, dois.status, um.corpo], [200, 200, { feito: true }])
  assert.deepEqual(comToken, ["velho", "velho", "novo", "novo"])
  assert.equal(pedidos.length, 1)
})

test("a form that leaves the page goes once the session stands", async () => {
  const form = document.getElementById("senha")
  let idas = 0
  form.addEventListener("submit", (evento) => {
    evento.preventDefault()
    idas++
  })
  respostas = [[200, { pessoa: "7", token: "novo" }]]
  form.requestSubmit(document.getElementById("salvar"))
  assert.equal(idas, 0)
  await assentar()
  assert.equal(idas, 1)
})
