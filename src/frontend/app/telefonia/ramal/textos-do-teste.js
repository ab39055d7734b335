/** @typedef {Partial<import("../../../libwebphone/types.js").LineTestStep> & { servidor: string }} Detalhes */

/** The steps of "Testar ramal", in their order. */
export const PASSOS = {
  conferencia: "Conferir na API4COM",
  microphone: "Microfone",
  connection: "Conexão segura",
  registration: "Registro",
  media: "Áudio",
}

/** @type {Record<string, string>} */
export const EM_CURSO = {
  conferencia: "Perguntando à API4COM…",
  microphone: "Permita o microfone, se o navegador perguntar, e fale alguma coisa…",
  connection: "Abrindo a conexão com o servidor SIP…",
  registration: "Registrando o ramal…",
  media: "Enviando som…",
}

/** @type {Record<string, (detalhes: Detalhes) => string>} */
export const FUNCIONOU = {
  microphone: ({ label }) => (label ? `Captou som: ${label}.` : "Captou som."),
  connection: ({ servidor }) => `Aberta com ${servidor}.`,
  registration: ({ elapsedMs }) => `Ramal registrado em ${Math.round(elapsedMs ?? 0)} ms.`,
  media: ({ warning }) =>
    warning === "turn_unreachable"
      ? "O som passou, mas o servidor TURN não respondeu: em redes fechadas a ligação pode ficar muda. Avise o administrador."
      : "O som passou. Tudo certo para ligar.",
}

export const SEM_TELEFONE = "O telefone não pôde ser carregado. Verifique sua internet, recarregue a página e teste de novo."

/** @type {Record<string, (detalhes: Detalhes) => string>} */
const SEM_REDE = {
  connection: ({ servidor }) => `Não foi possível conectar a ${servidor}. Verifique sua internet; numa rede de empresa, peça que liberem este endereço.`,
  registration: () => "O servidor SIP não respondeu ao registro. Tente de novo em instantes.",
}

/** @type {Record<string, string>} */
const FALHAS = {
  mic_denied: "O navegador bloqueou o microfone. Clique no ícone à esquerda do endereço da página, permita o microfone e teste de novo.",
  mic_missing: "Nenhum microfone foi encontrado. Conecte um fone com microfone e teste de novo.",
  mic_busy: "Outro programa está usando o microfone. Feche-o e teste de novo.",
  mic_silent: "O microfone não captou som. Veja se ele está mudo no fone ou no sistema, teste de novo e fale.",
  auth: "A senha do ramal foi recusada. Copie-a de novo do painel da API4COM e teste outra vez.",
  rejected: "O servidor SIP recusou o ramal. Confira o número, o servidor e a senha no painel da API4COM.",
  not_found: "O servidor SIP não conhece este ramal. Confira o número e o servidor no painel da API4COM.",
  server: "O servidor SIP respondeu com erro. Tente de novo em instantes.",
  no_candidates: "O navegador não abriu caminho para o áudio. Desligue a VPN e as extensões que bloqueiam WebRTC e teste de novo.",
  no_media: "O som não passou. Desligue a VPN, peça que a rede libere áudio (UDP) e teste de novo.",
}

/**
 * What happened at a step and what to do about it.
 * @param {Detalhes & { step: string }} partes
 */
export function explicarFalha({ step, cause, servidor }) {
  return SEM_REDE[step] && !FALHAS[cause ?? ""] ? SEM_REDE[step]({ servidor }) : (FALHAS[cause ?? ""] ?? "Não foi possível testar. Tente de novo em instantes.")
}
