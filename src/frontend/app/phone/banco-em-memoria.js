export const LOJAS = { ligacoes: { keyPath: "id" }, fatos: { keyPath: "id" }, notas: { keyPath: "ligacaoId" } }

/** The same stores, for as long as the page lives. */
export function emMemoria() {
  const lojas = Object.fromEntries(Object.keys(LOJAS).map((nome) => [nome, new Map()]))
  const escritas = Object.fromEntries(Object.keys(LOJAS).map((nome) => [nome, 0]))
  const chaveDe = (loja, linha) => linha[LOJAS[loja].keyPath]

  return {
    ler: async (loja, chave) => lojas[loja].get(chave),
    todos: async (loja) => [...lojas[loja].values()],
    async escrever(loja, acao) {
      const mapa = lojas[loja]
      escritas[loja]++
      return acao({
        get: (chave) => mapa.get(chave),
        put: (linha) => mapa.set(chaveDe(loja, linha), linha),
        delete: (chave) => mapa.delete(chave),
      })
    },
    escritas: (loja) => escritas[loja],
    lembrar: (loja, chave, linha) => (linha ? lojas[loja].set(chave, linha) : lojas[loja].delete(chave)),
    trocar(loja, linhas) {
      lojas[loja] = new Map(linhas.map((linha) => [chaveDe(loja, linha), linha]))
    },
    tudo: () => Object.fromEntries(Object.entries(lojas).map(([nome, mapa]) => [nome, [...mapa.values()]])),
  }
}
