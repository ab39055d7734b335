import assert from "node:assert/strict"
import { test } from "node:test"
import { criarTelefone } from "../ligacao/telefone.js"

function comLinha(chamadas = []) {
  let dizer
  const linha = {
    aoEvento: (ouvinte) => {
      dizer = ouvinte
      return () => {}
    },
    remota: () => false,
    ligacoes: () => chamadas,
    chamada: () => null,
  }
  const telefone = criarTelefone({
    linha,
    discagem: {},
    base: "",
    aoDesistir: () => {},
    seguro: true,
    canal: { aoOuvir: () => {}, dizer: () => {} },
    banco: { ligacao: async () => null },
  })
  return { telefone, dizer: (evento) => dizer(evento) }
}

const chamada = (state) => ({
  id: "c1",
  state,
  muted: false,
  held: false,
  established: true,
  connectedAt: "2026-11-27T12:00:00Z",
  metadata: { numero: "+5511960000001", nome: "Marina" },
})
const fim = { cause: "normal", endedAt: "2026-11-27T12:01:00Z", connectedAt: "2026-11-27T12:00:00Z", endedBy: "remote" }

test("what the line says late of a call that is over does not bring it back", () => {
  const { telefone, dizer } = comLinha()
  dizer({ type: "call.connected", call: chamada("connected") })
  dizer({ type: "call.ended", call: chamada("ended"), summary: fim })

  dizer({ type: "call.stats", call: chamada("ended") })
  assert.equal(telefone.ligacao().terminada, true)

  telefone.fechar()
  dizer({ type: "call.timeupdate", call: chamada("ended") })
  assert.equal(telefone.ligacao(), null)
})

test("a page that begins while a call ends shows none that is over", () => {
  const { telefone } = comLinha([{ ...chamada("connected"), id: "c2" }, chamada("ended")])
  telefone.adotarEmCurso()
  assert.equal(telefone.ligacao().id, "c2")
})
