import { emDisco } from "./banco-em-disco.js"
import { emMemoria } from "./banco-em-memoria.js"

/**
 * @import { Escrita, Loja, Verbos } from "./banco-em-memoria.js"
 * @import { Fato, Nota, Registrada } from "../tipos.js"
 */

// A lost connection may leave a request without any answer.
const PRAZO_MS = 5000

/**
 * What this browser must not lose. Storage that is refused, or that fails later (cleared by another tab, quota, a lost
 * connection), is opened once more; where that does not help the phone works on from memory, which holds what this page read
 * and wrote, and `aoFalhar` says so. `duravel` tells which of the two it is.
 * @param {string} nome
 * @param {{ aoFalhar?: () => void, prazo?: number }} [opcoes]
 */
export async function abrirBanco(nome, { aoFalhar = () => {}, prazo = PRAZO_MS } = {}) {
  const memoria = emMemoria()
  const abrir = () => noPrazo(emDisco(nome), prazo)
  let disco = await abrir().catch(() => null)
  /** @type {Promise<void> | null} */
  let reabrindo = null
  let avisado = false

  /** @param {Awaited<ReturnType<typeof emDisco>>} morto */
  async function reabrir(morto) {
    reabrindo ??= (async () => {
      morto.fechar()
      const novo = await abrir()
      await noPrazo(novo.receber(memoria.tudo()), prazo)
      disco = novo
    })().finally(() => {
      reabrindo = null
    })
    return reabrindo
  }

  /** @param {boolean} escreve */
  function soNaMemoria(escreve) {
    disco = null
    if (escreve && !avisado) {
      avisado = true
      aoFalhar()
    }
  }

  /** @param {(disco: any) => Promise<any>} verbo @returns {Promise<any>} */
  async function noDisco(verbo) {
    const usado = disco
    try {
      return await noPrazo(verbo(usado), prazo)
    } catch {
      await (disco === usado && usado ? reabrir(usado) : reabrindo)
      return noPrazo(verbo(disco), prazo)
    }
  }

  /** @param {Loja} loja @param {string} chave */
  async function ler(loja, chave) {
    return lerDe(
      loja,
      (de) => de.ler(loja, chave),
      (lido) => memoria.lembrar(loja, chave, lido),
    )
  }

  /** @param {Loja} loja */
  async function todos(loja) {
    return lerDe(
      loja,
      (de) => de.todos(loja),
      (lidos) => memoria.trocar(loja, lidos),
    )
  }

  /** @param {Loja} loja @param {(de: Verbos) => Promise<any>} verbo @param {(lido: any) => void} lembrar @returns {Promise<any>} */
  async function lerDe(loja, verbo, lembrar) {
    if (disco) {
      try {
        const escritas = memoria.escritas(loja)
        const lido = await noDisco(verbo)
        // What was written meanwhile is newer than what was read.
        if (escritas === memoria.escritas(loja)) {
          lembrar(lido)
        }
        return lido
      } catch {
        soNaMemoria(false)
      }
    }
    return verbo(memoria)
  }

  // `antes`: memory knows the row before a change of it, so that it is not left behind when the disk fails.
  /** @param {Loja} loja @param {Escrita} acao @param {{ antes?: string }} [opcoes] @returns {Promise<any>} */
  async function escrever(loja, acao, { antes } = {}) {
    if (antes && disco) {
      await ler(loja, antes)
    }
    const lembrado = memoria.escrever(loja, acao)
    if (disco) {
      try {
        return await noDisco((onde) => onde.escrever(loja, acao))
      } catch {
        // Told below.
      }
    }
    soNaMemoria(true)
    return lembrado
  }

  return {
    get duravel() {
      return disco !== null
    },
    fechar: () => disco?.fechar(),
    /** @param {string} id @returns {Promise<Registrada | undefined>} */
    ligacao: (id) => ler("ligacoes", id),
    /** @returns {Promise<Registrada[]>} */
    ligacoes: () => todos("ligacoes"),
    /** @param {Registrada} ligacao */
    guardarLigacao: (ligacao) => escrever("ligacoes", (loja) => loja.put(ligacao)),
    /** @param {string} id */
    apagarLigacao: (id) => escrever("ligacoes", (loja) => loja.delete(id)),
    /**
     * Resolves false when there is no such call any more.
     * @param {string} id
     * @param {Partial<Registrada>} mudanca
     * @returns {Promise<boolean>}
     */
    mudarLigacao: (id, mudanca) =>
      escrever(
        "ligacoes",
        async (loja) => {
          const atual = await loja.get(id)
          if (atual) {
            await loja.put({ ...atual, ...mudanca })
          }
          return Boolean(atual)
        },
        { antes: id },
      ),
    /** @returns {Promise<Fato[]>} */
    fatos: async () => (await todos("fatos")).sort((/** @type {Fato} */ a, /** @type {Fato} */ b) => a.ordem - b.ordem),
    /** @param {Fato} fato */
    guardarFato: (fato) => escrever("fatos", (loja) => loja.put(fato)),
    /** @param {string[]} ids */
    apagarFatos: (ids) => escrever("fatos", (loja) => Promise.all(ids.map((id) => loja.delete(id)))),
    /** @param {string} ligacaoId @returns {Promise<Nota | undefined>} */
    nota: (ligacaoId) => ler("notas", ligacaoId),
    /** @returns {Promise<Nota[]>} */
    notas: () => todos("notas"),
    /** @param {Nota} nota */
    guardarNota: (nota) => escrever("notas", (loja) => loja.put(nota)),
    /** @param {string} ligacaoId */
    apagarNota: (ligacaoId) => escrever("notas", (loja) => loja.delete(ligacaoId)),
  }
}

/**
 * @template T
 * @param {Promise<T>} promessa
 * @param {number} prazo
 * @returns {Promise<T>}
 */
function noPrazo(promessa, prazo) {
  /** @type {number} */
  let relogio
  /** @type {Promise<never>} */
  const tarde = new Promise((_, reject) => {
    relogio = setTimeout(() => reject(new Error("storage does not answer")), prazo)
  })
  return Promise.race([promessa, tarde]).finally(() => clearTimeout(relogio))
}
