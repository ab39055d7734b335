import { causaDoStatus } from "./situacao.js"

/**
 * @import { Cause } from "../../../libwebphone/types.js"
 * @import { Linha, Servidor, Telefone } from "../tipos.js"
 */

const INTERVALO_MS = 2000
const PERGUNTAS_DEPOIS = 3

const SEM_RESPOSTA = { status: 0, corpo: null }

/**
 * Of a call that the provider dials our leg is answered at once: only the server, told by the provider, knows when the customer
 * answered and why one did not. It is asked every 2 s while the line rings, and a few times more after a hang-up without reason.
 * @param {{ linha: Linha, servidor: Servidor, telefone: Telefone, intervalo?: number }} partes
 */
export function criarAtendimento({ linha, servidor, telefone, intervalo = INTERVALO_MS }) {
  /** @type {number | null} */
  let relogio = null
  /** @type {Set<number>} */
  const relogiosDoFim = new Set()

  const tocando = () => linha.hospedeira() && linha.ligacoes().find(({ via, connectedAt }) => via === "dialer" && !connectedAt)

  function planejar() {
    if (relogio === null && tocando()) {
      relogio = setTimeout(perguntar, intervalo)
    }
  }

  async function perguntar() {
    const { id } = tocando() || {}
    const estado = id && (await ver(id))
    if (estado?.atendidaEm) {
      linha.contar({ callId: id, type: "answered" })
    }
    // A record that was only paired with this call by guess must not hang up on whoever is talking.
    if (estado?.encerradaPelaOperadora && estado.status !== "em_andamento") {
      linha.contar({ callId: id, type: "ended", cause: /** @type {Cause} */ (estado.atendidaEm ? "normal" : causaDoStatus(estado.status)) })
    }
    relogio = null
    planejar()
  }

  /** @param {string} id */
  async function ver(id) {
    const { status, corpo } = await servidor.ver(id).catch(() => SEM_RESPOSTA)
    return status === 200 ? corpo : null
  }

  // `cancelada` is what this browser itself reported: the provider's word is still on its way.
  /** @param {string} id @param {number} [vezes] */
  function esclarecer(id, vezes = PERGUNTAS_DEPOIS) {
    const este = setTimeout(async () => {
      relogiosDoFim.delete(este)
      const estado = await ver(id)
      if (estado && !["em_andamento", "cancelada", "atendida"].includes(estado.status)) {
        telefone.esclarecer(id, causaDoStatus(estado.status))
      } else if (vezes > 1) {
        esclarecer(id, vezes - 1)
      }
    }, intervalo / 2)
    relogiosDoFim.add(este)
  }

  const desligar = linha.aoEvento(({ type, call, summary }) => {
    planejar()
    if (type === "call.ended" && call?.via === "dialer" && summary?.endedBy === "remote" && !summary.connectedAt) {
      esclarecer(call.id)
    }
  })

  return {
    parar() {
      clearTimeout(relogio)
      relogiosDoFim.forEach((este) => clearTimeout(este))
      desligar()
    },
  }
}
