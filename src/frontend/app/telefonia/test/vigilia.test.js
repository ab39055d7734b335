import assert from "node:assert/strict"
import { afterEach, mock, test } from "node:test"
import { ate, emLigacao } from "./apoio.js"

const abas = []
const guardar = (aba) => (abas.push(aba), aba)
afterEach(() => {
  mock.restoreAll()
  abas.splice(0).forEach(({ parar }) => parar())
})

const recado = (aba) => (aba.parte("recado").hidden ? "" : aba.parte("recado").textContent)

/** The clock as a laptop finds it that was shut for two minutes. */
function dormir(ms = 120_000) {
  const relogio = Date.now.bind(Date)
  mock.method(Date, "now", () => relogio() + ms)
}

function darSom(aba) {
  let packetsReceived = 0
  aba.sessao.connection.getStats = async () => new Map([["r", { type: "inbound-rtp", kind: "audio", packetsReceived: (packetsReceived += 50) }]])
}

test("a call that did not outlive the sleep ended at the last beat, for the window and for the server", async () => {
  const aba = guardar(await emLigacao())
  await ate(() => aba.servidor.tipos().includes("atendida"))
  const atendidaEm = Date.parse(aba.servidor.eventos().find(({ tipo }) => tipo === "atendida").em)
  dormir()
  aba.document.dispatchEvent(new aba.window.Event("visibilitychange"))
  assert.match(recado(aba), /ficou suspenso/)
  const batimentos = aba.servidor.de("/batimento").length
  aba.sessao.emit("ended", { by: "network", sipCode: null, cause: "network" })
  await ate(() => aba.servidor.tipos().includes("encerrada"))
  const falado = Date.parse(aba.servidor.eventos().at(-1).em) - atendidaEm
  assert.ok(falado < 10_000, `${falado} ms of talk`)
  assert.equal(aba.servidor.de("/batimento").length, batimentos)
  assert.equal(aba.parte("cronometro").textContent.slice(0, 2), "00")
  assert.equal(recado(aba), "A ligação terminou enquanto o computador estava suspenso.")
})

test("the end itself may be the first thing heard after the sleep", async () => {
  const aba = guardar(await emLigacao())
  await ate(() => aba.servidor.tipos().includes("atendida"))
  dormir()
  aba.sessao.bye()
  await ate(() => aba.servidor.tipos().includes("encerrada"))
  assert.match(recado(aba), /estava suspenso/)
  const [atendida, encerrada] = ["atendida", "encerrada"].map((tipo) => Date.parse(aba.servidor.eventos().find((fato) => fato.tipo === tipo).em))
  assert.ok(encerrada - atendida < 10_000)
})

test("a call whose sound flows again outlived the sleep: it goes on and ends when it ends", async () => {
  const aba = guardar(await emLigacao())
  await ate(() => aba.servidor.tipos().includes("atendida"))
  darSom(aba)
  dormir()
  aba.document.dispatchEvent(new aba.window.Event("visibilitychange"))
  assert.match(recado(aba), /ficou suspenso/)
  await ate(() => recado(aba) === "", "sound again", 8000)
  aba.sessao.bye()
  assert.equal(aba.parte("cronometro").textContent.slice(0, 2), "00")
  await ate(() => aba.servidor.tipos().includes("encerrada"))
  assert.equal(recado(aba), "")
})
