import { emDisco } from "./banco-em-disco.js"
import { emMemoria } from "./banco-em-memoria.js"

// A lost connection may leave a request without any answer.
const PRAZO_MS = 5000

/**
 * What this browser must not lose. Storage that is refused, or that fails later (cleared by another tab, quota, a lost
 * connection), is opened once more; where that does not help the phone works on from memory, which holds what this page read
 * and wrote, and `aoFalhar` says so. `duravel` tells which of the two it is.
 */
export async function abrirBanco(nome, { aoFalhar = () => {}, prazo = PRAZO_MS } = {}) {
  const memoria = emMemoria()
  const abrir = () => noPrazo(emDisco(nome), prazo)
  let disco = await abrir().catch(() => null)
  let reabrindo = null
  let avisado = false

  async function reabrir(morto) {
    reabrindo ??= (async () => {
      morto.fechar()
      const novo = await abrir()
      await noPrazo(novo.receber(memoria.tudo()), prazo)
      disco = novo
    })().finally(() => { reabrindo = null })
    return reabrindo
  }

  function soNaMemoria(escreve) {
    disco = null
    if (escreve && !avisado) {
      avisado = true
      aoFalhar()
    }
  }

  async function noDisco(verbo) {
    const usado = disco
    try {
      return await noPrazo(verbo(usado), prazo)
    } catch {
      await (disco === usado ? reabrir(usado) : reabrindo)
      return noPrazo(verbo(disco), prazo)
    }
  }

  async function ler(loja, chave) {
    return lerDe(loja, (de) => de.ler(loja, chave), (lido) => memoria.lembrar(loja, chave, lido))
  }

  async function todos(loja) {
    return lerDe(loja, (de) => de.todos(loja), (lidos) => memoria.trocar(loja, lidos))
  }

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
    get duravel() { return disco !== null },
    fechar: () => disco?.fechar(),
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
    }, { antes: id }),
    fatos: async () => (await todos("fatos")).sort((a, b) => a.ordem - b.ordem),
    guardarFato: (fato) => escrever("fatos", (loja) => loja.put(fato)),
    apagarFatos: (ids) => escrever("fatos", (loja) => Promise.all(ids.map((id) => loja.delete(id)))),
    nota: (ligacaoId) => ler("notas", ligacaoId),
    notas: () => todos("notas"),
    guardarNota: (nota) => escrever("notas", (loja) => loja.put(nota)),
    apagarNota: (ligacaoId) => escrever("notas", (loja) => loja.delete(ligacaoId)),
  }
}

function noPrazo(promessa, prazo) {
  let relogio
  const tarde = new Promise((_, reject) => { relogio = setTimeout(() => reject(new Error("storage does not answer")), prazo) })
  return Promise.race([promessa, tarde]).finally(() => clearTimeout(relogio))
}
