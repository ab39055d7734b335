import { abrirBanco } from "../guarda/banco.js"
import { entregue } from "./notas.js"

export const PREFIXO = "crm-telefone:"

/** @param {Document} document */
export function montarLimpeza(document) {
  const { usuarioId } = document.getElementById("telefone")?.dataset ?? {}
  if (usuarioId) {
    esquecerOutros(usuarioId).catch(() => {})
  }
}

/**
 * What other people left in this browser, names and notes of their customers: forgotten, unless the server has yet to hear
 * of it. A browser that cannot list its databases keeps them.
 * @param {string} usuarioId
 * @param {IDBFactory} [indexedDB]
 */
export async function esquecerOutros(usuarioId, indexedDB = globalThis.indexedDB) {
  const nomes = ((await indexedDB?.databases?.()) ?? []).map(({ name = "" }) => name)
  for (const nome of nomes.filter((nome) => nome.startsWith(PREFIXO) && !nome.endsWith(`:${usuarioId}`))) {
    if (await tudoEntregue(nome)) {
      indexedDB.deleteDatabase(nome)
    }
  }
}

/** @param {string} nome */
async function tudoEntregue(nome) {
  const banco = await abrirBanco(nome)
  const [fatos, notas, ligacoes] = await Promise.all([banco.fatos(), banco.notas(), banco.ligacoes()])
  banco.fechar()
  return banco.duravel && fatos.length === 0 && notas.every(entregue) && ligacoes.every(({ fimEm }) => fimEm)
}
