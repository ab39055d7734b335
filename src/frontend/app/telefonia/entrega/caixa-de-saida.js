import { criarInsistencia } from "./insistencia.js"
import { destino } from "./servidor.js"

/** @import { Banco, Fato, Pagina, Registrada, Servidor } from "../tipos.js" */

const LOTE = 100
// While a call is being placed the machine has better things to do; its first facts travel together.
const PAUSA_MS = 400
// The row of a call may be kept by another tab, a moment after its first facts.
const SEM_LIGACAO_MS = 5000

/**
 * Facts of calls on their way to the server: kept before they are sent, sent in order, forgotten when acknowledged.
 * Only the host tab fills and empties it. Facts of a call wait until the server has its row; a creation without an answer
 * may have arrived, so its facts go out too. A call that was refused leaves none. Only the application itself can refuse:
 * see servidor.js.
 * @param {{ banco: Banco, servidor: Servidor, pagina: Pagina, aoEntregar?: (ligacaoId: string, lote: Fato[]) => unknown, aoResponder?: (status: number) => void }} partes
 */
export function criarCaixaDeSaida({ banco, servidor, pagina, aoEntregar = () => {}, aoResponder = () => {} }) {
  /** @type {Fato[]} */
  let fatos = []
  let sequencia = 0
  /** @type {Set<string>} */
  const umPorVez = new Set()
  const insistencia = criarInsistencia(esvaziar, { pagina })
  /** @type {number | null} */
  let relogio = null

  async function esvaziar() {
    // Calls without a row yet, and calls the server has trouble with: neither may keep the facts of the others back.
    /** @type {Set<string>} */
    const deLado = new Set()
    let tudo = true
    for (;;) {
      const primeiro = fatos.find((fato) => fato.guardado && !deLado.has(fato.ligacaoId))
      if (!primeiro) {
        return tudo
      }
      const { ligacaoId } = primeiro
      const ligacao = await banco.ligacao(ligacaoId)
      if (ligacao?.registrada || (ligacao?.semResposta && fimDe(ligacaoId))) {
        const fim = await entregar(ligacao)
        if (fim === "expirado") {
          return false
        }
        if (fim === "depois") {
          deLado.add(ligacaoId)
          tudo = false
        }
      } else if (!ligacao && antiga(fimDe(ligacaoId))) {
        await retirar(fatos.filter((fato) => fato.ligacaoId === ligacaoId))
      } else {
        deLado.add(ligacaoId)
        tudo &&= Boolean(ligacao) || !fimDe(ligacaoId)
      }
    }
  }

  /** @param {Fato | undefined} fato */
  const antiga = (fato) => fato !== undefined && Date.now() - fato.ordem / 1000 > SEM_LIGACAO_MS
  /** @param {string} ligacaoId */
  const fimDe = (ligacaoId) => fatos.find((fato) => fato.ligacaoId === ligacaoId && fato.tipo === "encerrada")

  /** @param {Registrada} partes */
  async function entregar({ id: ligacaoId, registrada }) {
    const lote = fatos.filter((fato) => fato.guardado && fato.ligacaoId === ligacaoId).slice(0, umPorVez.has(ligacaoId) ? 1 : LOTE)
    const { status } = await servidor.eventos(ligacaoId, lote.map(paraEnvio)).catch(() => ({ status: 0 }))
    if (status > 0) {
      aoResponder(status)
    }
    const fim = destino(status)
    if (fim === "aceito") {
      await retirar(lote)
      await aoEntregar(ligacaoId, lote)
    } else if (fim === "recusado") {
      await recusar(lote, { ligacaoId, status, esperado: !registrada && status === 404 })
    }
    return fim
  }

  // One malformed fact must not take the good ones of its batch with it.
  /** @param {Fato[]} lote @param {{ ligacaoId: string, status: number, esperado: any }} partes */
  async function recusar(lote, { ligacaoId, status, esperado }) {
    if (status === 422 && lote.length > 1) {
      umPorVez.add(ligacaoId)
      return
    }
    if (!esperado) {
      console.warn(`CrmVoip: the server refused ${lote.length} call event(s) with ${status}; dropped.`)
    }
    await retirar(lote)
    await aoEntregar(ligacaoId, lote)
  }

  /** @param {Fato[]} lote */
  async function retirar(lote) {
    const saem = new Set(lote.map(({ id }) => id))
    fatos = fatos.filter(({ id }) => !saem.has(id))
    await banco.apagarFatos([...saem])
  }

  // An end is not kept waiting: the next call may be.
  /** @param {string} ligacaoId */
  function emBreve(ligacaoId) {
    if (fimDe(ligacaoId)) {
      return insistencia.agora()
    }
    clearTimeout(relogio)
    relogio = setTimeout(insistencia.agora, PAUSA_MS)
    return null
  }

  return {
    enviar: insistencia.agora,
    emBreve,
    parar() {
      clearTimeout(relogio)
      insistencia.parar()
    },

    /**
     * Known to `despedir` at once, sent only when it is on the disk.
     * @param {string} ligacaoId
     * @param {{ tipo: string, em: string, dados?: any }} partes
     */
    async guardar(ligacaoId, { tipo, em, dados = {} }) {
      const fato = { id: crypto.randomUUID(), ordem: Date.now() * 1000 + sequencia++, ligacaoId, tipo, em, dados, guardado: false }
      fatos.push(fato)
      await banco.guardarFato({ ...fato, guardado: true }).catch(() => {})
      fato.guardado = true
      emBreve(ligacaoId)
    },

    /** The facts an earlier page left behind. */
    async carregar() {
      const conhecidos = new Set(fatos.map(({ id }) => id))
      fatos = [...(await banco.fatos()).filter(({ id }) => !conhecidos.has(id)), ...fatos]
      insistencia.agora()
    },

    /** The end of a call that is still on its way. */
    fimDe,

    /** @param {string} ligacaoId */
    temDeOutras: (ligacaoId) => fatos.some((fato) => fato.ligacaoId !== ligacaoId),

    /** @param {string} ligacaoId */
    temPendentes: (ligacaoId) => fatos.some((fato) => fato.ligacaoId === ligacaoId),

    /** The page is leaving. Whatever does not arrive is still on the disk. */
    despedir() {
      for (const ligacaoId of new Set(fatos.map((fato) => fato.ligacaoId))) {
        const lote = fatos.filter((fato) => fato.ligacaoId === ligacaoId)
        servidor.eventos(ligacaoId, lote.slice(-LOTE).map(paraEnvio), { keepalive: true }).catch(() => {})
      }
    },
  }
}

/** @param {{ id: string, tipo: string, em: string, dados: any }} partes */
function paraEnvio({ id, tipo, em, dados }) {
  return { id, tipo, em, dados }
}
