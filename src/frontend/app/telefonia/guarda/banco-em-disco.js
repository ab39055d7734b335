import { openDB } from "idb"
import { LOJAS } from "./banco-em-memoria.js"

/** @import { Escrita, Loja } from "./banco-em-memoria.js" */

/**
 * The stores in IndexedDB. Every verb rejects when the browser fails it.
 * @param {string} nome
 */
export async function emDisco(nome) {
  const db = await abrir(nome)

  // "strict": on the disk before it counts as kept, or a power cut takes the end of the call with it.
  /** @param {Loja | Loja[]} lojas @param {(transacao: any) => any} acao */
  async function escrever(lojas, acao) {
    const transacao = db.transaction([lojas].flat(), "readwrite", { durability: "strict" })
    // Whoever awaits the action hears of its failure; the transaction's own would be nobody's.
    transacao.done.catch(() => {})
    const resultado = await acao(transacao)
    await transacao.done
    return resultado
  }

  return {
    fechar: () => db.close(),
    /** @param {Loja} loja @param {string} chave */
    ler: (loja, chave) => db.get(loja, chave),
    /** @param {Loja} loja */
    todos: (loja) => db.getAll(loja),
    /** @param {Loja} loja @param {Escrita} acao */
    escrever: (loja, acao) => escrever(loja, (transacao) => acao(transacao.store)),
    /**
     * What a page still knows, after the storage was emptied behind it. A row that is there is at least as new.
     * @param {Record<Loja, any[]>} tudo
     */
    receber: (tudo) =>
      escrever(/** @type {Loja[]} */ (Object.keys(LOJAS)), (transacao) =>
        Promise.all(
          Object.entries(tudo).flatMap(([loja, linhas]) =>
            linhas.map((linha) => acrescentar(transacao.objectStore(loja), linha, LOJAS[/** @type {Loja} */ (loja)].keyPath)),
          ),
        ),
      ),
  }
}

/** @param {string} nome */
async function abrir(nome) {
  const db = await openDB(nome, 1, {
    upgrade(novo) {
      for (const [loja, opcoes] of Object.entries(LOJAS)) {
        novo.createObjectStore(loja, opcoes)
      }
    },
    blocking: () => db.close(),
  })
  return db
}

/** @param {any} loja @param {any} linha @param {string} chave */
async function acrescentar(loja, linha, chave) {
  if ((await loja.getKey(linha[chave])) === undefined) {
    await loja.put(linha)
  }
}
