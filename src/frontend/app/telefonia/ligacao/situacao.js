import { STATUS_DA_CAUSA } from "./causas.js"
import { CAIU, CAIU_ANTES, EM_CURSO, ESPERA_DO_CLIENTE, explicar, MICROFONE_PERDIDO, RECUSAS_DA_ESPERA, SAIU_DA_PAGINA, SUSPENSO } from "./textos.js"

/**
 * @import { Aparencia, Ditos, Estado, EstadoNoServidor, Falha, Ligacao, Resultado } from "../tipos.js"
 * @import { CallInfo, CallSummary } from "../../../libwebphone/types.js"
 */

/** @type {Record<string, Estado>} */
const ESTADO = {
  dialing: "chamando",
  ringing: "tocando",
  early: "tocando",
  established: "tocando",
  connected: "em-ligacao",
  held: "em-espera",
  reconnecting: "reconectando",
  ending: "encerrando",
}

/** The events after which the window looks at the call again. */
export const MOSTRADOS = [
  "dialing",
  "ringing",
  "early",
  "established",
  "connected",
  "hold",
  "unhold",
  "hold.refused",
  "hold.remote",
  "unhold.remote",
  "muted",
  "unmuted",
  "reconnecting",
  "reconnected",
  "ending",
  "failed",
  "ended",
].map((tipo) => `call.${tipo}`)

/** @typedef {Pick<CallInfo, "state" | "muted" | "held" | "established" | "connectedAt"> & Partial<CallInfo>} Vista */

/**
 * How a call of the line looks in the window. An established `dialer` leg is ours: the customer's still rings.
 * @param {Vista} chamada
 * @returns {Aparencia}
 */
export function emCurso(chamada) {
  const estado = /** @type {keyof typeof EM_CURSO} */ (ESTADO[chamada.state] ?? "chamando")
  const encerrando = estado === "encerrando"
  return {
    estado,
    texto: EM_CURSO[estado],
    terminada: false,
    mudo: chamada.muted,
    emEspera: chamada.held,
    semMicrofone: chamada.microphone === "lost" && !encerrando,
    estabelecida: chamada.established && !encerrando,
    atendidaEm: chamada.connectedAt,
    fimEm: chamada.endedAt ?? null,
    recado: recadoEmCurso(chamada, encerrando),
    acao: null,
    ...(encerrando && { ditos: {} }),
  }
}

/**
 * @param {Vista} partes
 * @param {boolean} encerrando
 */
function recadoEmCurso({ cause, refusal, heldByRemote }, encerrando) {
  if (encerrando) {
    return cause === "network" ? CAIU_ANTES : ""
  }
  return RECUSAS_DA_ESPERA[refusal ?? ""] ?? (heldByRemote ? ESPERA_DO_CLIENTE : "")
}

/**
 * The one sentence for the window: what makes a talk useless, what was said of the call, what only disturbs it.
 * @param {{ recado: string, semMicrofone: boolean, ditos?: Ditos }} partes
 */
export function recadoDe({ recado, semMicrofone, ditos = {} }) {
  const { microfone, som, sono, mos, loss, jitter, rtt } = ditos
  const primeiro = [semMicrofone && (microfone ?? MICROFONE_PERDIDO), som, sono, recado, mos, loss, jitter, rtt].find(Boolean)
  return primeiro || ""
}

/**
 * How an ended call looks. `erro` is what stopped it before it left, in the words of who refused it.
 * @param {{ cause?: string | null, endedAt: string | null, connectedAt: string | null, endedBy?: CallSummary["endedBy"], dormiu?: boolean }} resumo
 * @param {Falha | null} [erro]
 * @param {string} [base]
 * @returns {Aparencia}
 */
export function terminada(resumo, erro, base) {
  const causa = erro?.code ?? resumo.cause
  /** @type {any} */
  const fim = {
    causa,
    terminada: true,
    ditos: {},
    semMicrofone: false,
    naoSaiu: Boolean(erro),
    mudo: false,
    emEspera: false,
    estabelecida: false,
    fimEm: resumo.endedAt,
    atendidaEm: resumo.connectedAt,
  }
  if (resumo.connectedAt) {
    const recado = resumo.dormiu ? SUSPENSO : resumo.endedBy === "network" ? CAIU : ""
    return { ...fim, estado: recado ? "falha" : "encerrada", texto: "Encerrada", recado, acao: null }
  }
  if (causa === "cancelled" || causa === "normal") {
    return { ...fim, estado: "encerrada", texto: "Encerrada", recado: "", acao: null }
  }
  return { ...fim, estado: "falha", ...explicar(causa, { mensagem: erro?.data?.mensagem, link: erro?.data?.link, base }) }
}

/**
 * The line's status as the server will name it, to preselect the outcome.
 * @param {{ atendidaEm: string | null, causa?: string | null }} partes
 */
function statusDaLinha({ atendidaEm, causa }) {
  return atendidaEm ? "atendida" : (STATUS_DA_CAUSA[causa ?? ""] ?? "falha")
}

/**
 * The other way round: what the provider told the server, as a cause.
 * @param {string} status
 */
export const causaDoStatus = (status) => Object.keys(STATUS_DA_CAUSA).find((causa) => STATUS_DA_CAUSA[causa] === status) ?? "server"

/**
 * An ended call as the server knows it. `antes` is what this page knew: where both agree its words are the better ones.
 * @param {Pick<EstadoNoServidor, "status" | "duracaoSegundos" | "encerradaPor"> & { fimEm: string }} partes
 * @param {Ligacao} antes
 * @param {string} base
 */
export function reconhecida({ status, duracaoSegundos, fimEm, encerradaPor }, antes, base) {
  if (status !== "atendida") {
    const causa = statusDaLinha(antes) === status ? antes.causa : causaDoStatus(status)
    return terminada({ cause: causa, endedAt: fimEm, connectedAt: null }, null, base)
  }
  const connectedAt = new Date(Date.parse(fimEm) - duracaoSegundos * 1000).toISOString()
  const fim = terminada({ cause: "normal", endedAt: fimEm, connectedAt, endedBy: encerradaPor }, null, base)
  return antes.orfa && encerradaPor === "local" ? { ...fim, recado: SAIU_DA_PAGINA } : fim
}

/**
 * The outcome to begin with. A number that does not exist is no failure of the line, as which the server keeps it: an outcome that says so, or none.
 * @param {Resultado[]} resultados
 * @param {Pick<Aparencia, "causa" | "atendidaEm">} fim
 */
export function resultadoSugerido(resultados, fim) {
  if (fim.causa === "not_found" && !fim.atendidaEm) {
    return resultados.find(({ efeito }) => efeito === "errado")?.id ?? null
  }
  const status = statusDaLinha(fim)
  return resultados.find(({ sugeridoPara }) => sugeridoPara.includes(status))?.id ?? null
}

/**
 * Until the server answers with its own: +5511960000001, or 011960000001 as a provider writes it, as Brazil does; anything else as it came.
 * @param {string} numero
 */
export function numeroLegivel(numero) {
  const partes = /^(?:\+?55|0)?([1-9]{2})(\d{4,5})(\d{4})$/.exec(numero)
  return partes ? `(${partes[1]}) ${partes[2]}-${partes[3]}` : numero
}
