import { criarInsistencia } from "./insistencia.js"
import { destino } from "./servidor.js"

/** @import { Banco, Canal, Nota, Notas, Pagina, Servidor } from "../tipos.js" */

const PAUSA_MS = 400

/**
 * True when the server has this note: only then may it be forgotten here.
 * @param {Nota | undefined} nota
 */
export const entregue = (nota) => !nota || nota.andamento === "salvo"

// A refused note is kept, and tried again when it changes or a page begins: repeated at once it would be refused again.
/** @param {Nota} nota */
const pendente = (nota) => !entregue(nota) && nota.andamento !== "recusado"

/**
 * The note and the outcome of each call: kept here at every change, sent when the typing pauses, the newest version only.
 * `aoMudar(ligacaoId)` tells the form that the saving went on.
 * @param {{ banco: Banco, servidor: Servidor, canal: Canal, pagina: Pagina, aoMudar?: (ligacaoId: string) => void, aoResponder?: (status: number) => void }} partes
 */
export function criarNotas({ banco, servidor, canal, pagina, aoMudar = () => {}, aoResponder = () => {} }) {
  /** @type {Map<string, Nota>} */
  const notas = new Map()
  // Known before the browser has written it down.
  /** @type {Set<string>} */
  const registradas = new Set()
  /** @type {number | null} */
  let relogio = null
  const insistencia = criarInsistencia(enviarTodas, { pagina })

  async function enviarTodas() {
    const respostas = await Promise.all([...notas.values()].filter(pendente).map(enviar))
    return respostas.every(Boolean)
  }

  /** @param {Nota} nota @returns {Promise<boolean>} */
  async function enviar(nota) {
    if (!registradas.has(nota.ligacaoId) && !(await banco.ligacao(nota.ligacaoId))?.registrada) {
      return true
    }
    mudar(nota.ligacaoId, { andamento: "salvando" })
    try {
      const { status } = await servidor.notas(nota.ligacaoId, paraEnvio(nota))
      aoResponder(status)
      const fim = destino(status)
      return fim === "aceito" || fim === "recusado" ? await concluir(nota, fim) : adiar(nota.ligacaoId, fim)
    } catch {
      return adiar(nota.ligacaoId)
    }
  }

  /** @param {Nota} nota @param {string} fim @returns {Promise<boolean>} */
  async function concluir({ ligacaoId, versao }, fim) {
    if (notas.get(ligacaoId)?.versao !== versao) {
      return enviar(/** @type {Nota} */ (notas.get(ligacaoId)))
    }
    if (fim === "recusado") {
      console.warn("CrmVoip: the server refused a call note; kept here.")
    }
    await guardar(mudar(ligacaoId, { andamento: fim === "aceito" ? "salvo" : "recusado" }))
    return true
  }

  /** @param {string} ligacaoId @param {string} [motivo] */
  function adiar(ligacaoId, motivo) {
    mudar(ligacaoId, { andamento: motivo === "expirado" ? "expirado" : "guardado" })
    return false
  }

  /** @param {string} ligacaoId @param {Partial<Nota>} mudanca */
  function mudar(ligacaoId, mudanca) {
    const nota = /** @type {Nota} */ ({ ...notas.get(ligacaoId), ...mudanca })
    notas.set(ligacaoId, nota)
    aoMudar(ligacaoId)
    return nota
  }

  /** @param {Nota} nota */
  const guardar = (nota) => banco.guardarNota(nota).catch(() => {})

  canal.aoOuvir("nota", (nota) => {
    if (nota.versao > (notas.get(nota.ligacaoId)?.versao ?? 0)) {
      mudar(nota.ligacaoId, nota)
    }
  })

  return {
    /** @param {string} ligacaoId @returns {Pick<Nota, "notas" | "resultadoId" | "andamento" | "tarefa">} */
    de: (ligacaoId) => notas.get(ligacaoId) ?? { notas: "", resultadoId: null, andamento: "vazia" },

    /** @param {string} ligacaoId @param {Partial<Nota>} mudanca */
    anotar(ligacaoId, mudanca) {
      const anterior = notas.get(ligacaoId)
      const versao = Math.max(Date.now(), (anterior?.versao ?? 0) + 1)
      const nota = mudar(ligacaoId, { ligacaoId, notas: "", resultadoId: null, ...anterior, ...mudanca, versao, andamento: "salvando" })
      guardar(nota)
      canal.dizer("nota", nota)
      clearTimeout(relogio)
      relogio = setTimeout(insistencia.agora, PAUSA_MS)
    },

    /** The server has the call: what was noted of it can go. @param {string} ligacaoId */
    registrou(ligacaoId) {
      registradas.add(ligacaoId)
      const nota = notas.get(ligacaoId)
      if (nota && pendente(nota)) {
        insistencia.agora()
      }
    },

    enviar() {
      clearTimeout(relogio)
      return insistencia.agora()
    },

    async carregar() {
      for (const nota of await banco.notas()) {
        if (nota.versao > (notas.get(nota.ligacaoId)?.versao ?? 0)) {
          mudar(nota.ligacaoId, { ...nota, andamento: entregue(nota) ? nota.andamento : "guardado" })
        }
      }
      await insistencia.agora()
    },

    /** @param {string} ligacaoId */
    salva: (ligacaoId) => entregue(notas.get(ligacaoId)),
    /** @param {string} ligacaoId */
    recusada: (ligacaoId) => notas.get(ligacaoId)?.andamento === "recusado",

    /** @param {string} ligacaoId */
    async esquecer(ligacaoId) {
      notas.delete(ligacaoId)
      await banco.apagarNota(ligacaoId)
    },

    /**
     * Its person is done with the form: the task that stands in it is made.
     * @param {string} ligacaoId
     */
    aprontar(ligacaoId) {
      const tarefa = notas.get(ligacaoId)?.tarefa
      if (tarefa && !tarefa.pronta && (tarefa.texto.trim() || tarefa.quando || tarefa.dia)) {
        this.anotar(ligacaoId, { tarefa: { ...tarefa, pronta: true } })
      }
    },

    /** The page is leaving: what was typed in the last moment goes along. */
    despedir() {
      for (const nota of notas.values()) {
        if (!entregue(nota)) {
          servidor.notas(nota.ligacaoId, paraEnvio(nota), { keepalive: true }).catch(() => {})
        }
      }
    },

    parar() {
      clearTimeout(relogio)
      insistencia.parar()
    },
  }
}

// A task is made once: not before its person is done with it.
/** @param {Nota} nota */
function paraEnvio({ notas, resultadoId, versao, pronta, tarefa }) {
  const { texto, quando, dia } = tarefa ?? {}
  return { notas, resultadoId, versao, pronta: pronta === true, ...(tarefa?.pronta && { tarefa: { texto, quando, dia } }) }
}
