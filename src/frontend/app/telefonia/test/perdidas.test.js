import assert from "node:assert/strict"
import { afterEach, mock, test } from "node:test"
import { montarPerdidas } from "../janela/perdidas.js"
import { abrirAba, ate } from "./apoio.js"
import { dizer } from "../../casca/barramento.js"

const MARINA = {
  id: "l1",
  texto: "Marina Alves ligou às 14:02",
  numero: "+5511960000009",
  nome: "Marina Alves",
  contatoId: "c9",
  oportunidadeId: "o9",
  em: new Date(Date.now() - 10 * 60_000).toISOString(),
}
const desfazer = []
afterEach(() => {
  mock.restoreAll()
  desfazer.splice(0).forEach((acao) => acao())
})

function novoArmazem() {
  const guardado = new Map()
  return { getItem: (chave) => guardado.get(chave) ?? null, setItem: (chave, valor) => guardado.set(chave, valor) }
}

async function ligada(respostas, armazem = novoArmazem()) {
  const aba = await abrirAba({ ociosa: true })
  Object.defineProperty(aba.document, "hidden", { value: false })
  desfazer.push(aba.parar)
  const pedidas = []
  const servidor = { perdidas: async (caminho, desde) => (pedidas.push([caminho, desde]), respostas.shift() ?? { status: 200, corpo: [] }) }
  desfazer.push(montarPerdidas(aba.document, servidor, { caminho: "/ligacoes/perdidas", armazem }))
  let passado = 0
  const relogio = Date.now.bind(Date)
  const minuto = async () => {
    passado += 60_000
    mock.method(Date, "now", () => relogio() + passado)
    dizer(aba.document, "crm:quadro-pedido")
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return { aba, pedidas, minuto, armazem }
}

const toasts = ({ document }) => [...document.querySelectorAll("#avisos .aviso__texto")].map(({ textContent }) => textContent)

test("a missed call is told once, and its button calls back as any telephone of the page does", async () => {
  const { aba, minuto, pedidas, armazem } = await ligada([
    { status: 200, corpo: [MARINA] },
    { status: 200, corpo: [MARINA] },
  ])
  await minuto()
  assert.deepEqual(toasts(aba), ["Marina Alves ligou às 14:02"])
  await minuto()
  assert.equal(toasts(aba).length, 1)
  assert.deepEqual(pedidas[1], ["/ligacoes/perdidas", MARINA.em])

  aba.document.querySelector("#avisos .aviso__acao").click()
  await ate(() => aba.sessao?.sipCallId)
  const { corpo } = aba.servidor.de("/ligacoes")[0]
  assert.deepEqual([corpo.numero, corpo.contatoId, corpo.oportunidadeId], [MARINA.numero, "c9", "o9"])
  assert.deepEqual(toasts(aba), [])

  const depois = await ligada([{ status: 200, corpo: [MARINA] }], armazem)
  await depois.minuto()
  assert.deepEqual(toasts(depois.aba), [])
})

test("it is asked when somebody comes back, not oftener than twice a minute", async () => {
  const { aba, pedidas } = await ligada([])
  aba.window.dispatchEvent(new aba.window.Event("focus"))
  aba.window.dispatchEvent(new aba.window.Event("focus"))
  assert.equal(pedidas.length, 1)
})

test("where the server knows of none it is not asked again; a failure is", async () => {
  const { minuto, pedidas } = await ligada([{ status: 503 }, { status: 404 }])
  await minuto()
  await minuto()
  await minuto()
  assert.equal(pedidas.length, 2)
})
