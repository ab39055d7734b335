/** @typedef {"ligacoes" | "fatos" | "notas"} Loja */

/** @typedef {{ get: (chave: string) => any, put: (linha: any) => unknown, delete: (chave: string) => unknown }} Dentro A store inside a write. */

/** @typedef {(loja: Dentro) => any} Escrita */

/** @typedef {Pick<ReturnType<typeof emMemoria>, "ler" | "todos" | "escrever">} Verbos What disk and memory have in common. */

/** @type {Record<Loja, { keyPath: string }>} */
export const LOJAS = { ligacoes: { keyPath: "id" }, fatos: { keyPath: "id" }, notas: { keyPath: "ligacaoId" } }

/** The same stores, for as long as the page lives. */
export function emMemoria() {
  /** @type {Record<Loja, Map<string, any>>} */
  const lojas = /** @type {any} */ (Object.fromEntries(Object.keys(LOJAS).map((nome) => [nome, new Map()])))
  /** @type {Record<Loja, number>} */
  const escritas = /** @type {any} */ (Object.fromEntries(Object.keys(LOJAS).map((nome) => [nome, 0])))
  /** @param {Loja} loja @param {any} linha */
  const chaveDe = (loja, linha) => linha[LOJAS[loja].keyPath]

  return {
    /** @param {Loja} loja @param {string} chave @returns {Promise<any>} */
    ler: async (loja, chave) => lojas[loja].get(chave),
    /** @param {Loja} loja @returns {Promise<any[]>} */
    todos: async (loja) => [...lojas[loja].values()],
    /** @param {Loja} loja @param {Escrita} acao */
    async escrever(loja, acao) {
      const mapa = lojas[loja]
      escritas[loja]++
      return acao({
        /** @param {string} chave */
        get: (chave) => mapa.get(chave),
        /** @param {any} linha */
        put: (linha) => mapa.set(chaveDe(loja, linha), linha),
        /** @param {string} chave */
        delete: (chave) => mapa.delete(chave),
      })
    },
    /** @param {Loja} loja */
    escritas: (loja) => escritas[loja],
    /** @param {Loja} loja @param {string} chave @param {any} linha */
    lembrar: (loja, chave, linha) => (linha ? lojas[loja].set(chave, linha) : lojas[loja].delete(chave)),
    /** @param {Loja} loja @param {any[]} linhas */
    trocar(loja, linhas) {
      lojas[loja] = new Map(linhas.map((linha) => [chaveDe(loja, linha), linha]))
    },
    /** @returns {Record<Loja, any[]>} */
    tudo: () => /** @type {any} */ (Object.fromEntries(Object.entries(lojas).map(([nome, mapa]) => [nome, [...mapa.values()]]))),
  }
}
