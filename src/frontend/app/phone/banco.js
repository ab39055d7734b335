import { openDB } from "idb"

const LOJAS = { ligacoes: { keyPath: "id" }, fatos: { keyPath: "id" }, notas: { keyPath: "ligacaoId" } }

/** What this browser must not lose. Where storage is refused the phone still works, without surviving the page. */
export async function abrirBanco(nome) {
  try {
    return comVerbos(await emDisco(nome))
  } catch {
    return comVerbos(emMemoria())
  }
}

function comVerbos({ ler, todos, escrever, fechar, duravel }) {
  return {
    duravel,
    fechar,
    ligacao: (id) => ler("ligacoes", id),
    ligacoes: () => todos("ligacoes"),
    guardarLigacao: (ligacao) => escrever("ligacoes", (loja) => loja.put(ligacao)),
    apagarLigacao: (id) => escrever("ligacoes", (loja) => loja.delete(id)),
    /** Resolves false when there is no such call any more. */
    mudarLigacao: (id, mudanca) => escrever("ligacoes", async (loja) => {
      const atual = await loja.get(id)
      if (atual) {
        await loja.put({ ...atual, ...mudanca })
      }
      return Boolean(atual)
    }),
    fatos: async () => (await todos("fatos")).sort((a, b) => a.ordem - b.ordem),
    guardarFato: (fato) => escrever("fatos", (loja) => loja.put(fato)),
    apagarFatos: (ids) => escrever("fatos", (loja) => Promise.all(ids.map((id) => loja.delete(id)))),
    nota: (ligacaoId) => ler("notas", ligacaoId),
    notas: () => todos("notas"),
    guardarNota: (nota) => escrever("notas", (loja) => loja.put(nota)),
    apagarNota: (ligacaoId) => escrever("notas", (loja) => loja.delete(ligacaoId)),
  }
}

async function emDisco(nome) {
  const db = await openDB(nome, 1, {
    upgrade(novo) {
      for (const [loja, opcoes] of Object.entries(LOJAS)) {
        novo.createObjectStore(loja, opcoes)
      }
    },
    blocking: () => db.close(),
  })
  return {
    duravel: true,
    fechar: () => db.close(),
    ler: (loja, chave) => db.get(loja, chave),
    todos: (loja) => db.getAll(loja),
    // "strict": on the disk before it counts as kept, or a power cut takes the end of the call with it.
    async escrever(loja, acao) {
      const transacao = db.transaction(loja, "readwrite", { durability: "strict" })
      const resultado = await acao(transacao.store)
      await transacao.done
      return resultado
    },
  }
}

function emMemoria() {
  const lojas = Object.fromEntries(Object.keys(LOJAS).map((nome) => [nome, new Map()]))
  return {
    duravel: false,
    fechar: () => {},
    ler: async (loja, chave) => lojas[loja].get(chave),
    todos: async (loja) => [...lojas[loja].values()],
    async escrever(loja, acao) {
      const mapa = lojas[loja]
      return acao({
        get: (chave) => mapa.get(chave),
        put: (valor) => mapa.set(valor[LOJAS[loja].keyPath], valor),
        delete: (chave) => mapa.delete(chave),
      })
    },
  }
}
