import "fake-indexeddb/auto"
import assert from "node:assert/strict"
import { test } from "node:test"
import { abrirBanco } from "../guarda/banco.js"
import { esquecerOutros } from "../entrega/limpeza.js"
import { ate } from "./apoio.js"

const nomes = async () => (await indexedDB.databases()).map(({ name }) => name).sort()

async function deixar(nome, { nota, fato, ligacao = { id: "l", fimEm: "2026-01-01T00:00:00Z" } } = {}) {
  const banco = await abrirBanco(nome)
  await banco.guardarLigacao(ligacao)
  if (nota) {
    await banco.guardarNota({ ligacaoId: "l", notas: "Ligar para Marina", andamento: nota })
  }
  if (fato) {
    await banco.guardarFato({ id: "f", ligacaoId: "l", ordem: 1 })
  }
  banco.fechar()
}

test("what another person left is forgotten, except what the server has yet to hear", async () => {
  await deixar("crm-telefone:org:eu", { nota: "salvo" })
  await deixar("crm-telefone:outra-org:eu", { nota: "salvo" })
  await deixar("crm-telefone:org:entregue", { nota: "salvo" })
  await deixar("crm-telefone:org:com-nota", { nota: "guardado" })
  await deixar("crm-telefone:org:com-fato", { fato: true })
  await deixar("crm-telefone:org:em-ligacao", { ligacao: { id: "l" } })
  await deixar("de-outro-produto", { nota: "salvo" })

  await esquecerOutros("eu")

  await ate(async () => !(await nomes()).includes("crm-telefone:org:entregue"))
  assert.deepEqual(await nomes(), [
    "crm-telefone:org:com-fato",
    "crm-telefone:org:com-nota",
    "crm-telefone:org:em-ligacao",
    "crm-telefone:org:eu",
    "crm-telefone:outra-org:eu",
    "de-outro-produto",
  ])
})

test("a browser that cannot list its databases keeps them", async () => {
  await esquecerOutros("eu", {})
})
