/**
 * Why a call that nobody answered ended, as the status by which the server knows it. The server has the same table
 * (Domain/Ligacoes/CausaDoNavegador.cs); a test of its suite compares the two. What is not in it is a failure of the line.
 * @type {Record<string, string>}
 */
export const STATUS_DA_CAUSA = {
  busy: "ocupado",
  no_answer: "nao_atendida",
  rejected: "recusada",
  voicemail: "caixa_postal",
  cancelled: "cancelada",
  normal: "cancelada",
  microfone: "cancelada",
  mic_denied: "cancelada",
  mic_missing: "cancelada",
  mic_busy: "cancelada",
}
