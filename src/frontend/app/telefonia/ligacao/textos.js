/** @import { Acao } from "../tipos.js" */

/** What the window says of a call that is up. */
export const EM_CURSO = {
  chamando: "Conectando…",
  tocando: "Chamando…",
  "em-ligacao": "Em ligação",
  "em-espera": "Em espera",
  reconectando: "Reconectando…",
  encerrando: "Encerrando…",
}

export const SAIU_DA_PAGINA = "A ligação terminou porque a página foi recarregada ou fechada."

export const CAIU = "A conexão caiu e a ligação terminou."

/** @type {Record<string, string>} */
export const RECUSAS_DA_ESPERA = {
  hold_refused: "A API4COM recusou a espera. A ligação continua.",
  unhold_refused: "A API4COM não retomou a ligação. Tente de novo.",
}

export const ESPERA_DO_CLIENTE = "O cliente colocou você em espera."

export const CAIU_ANTES = "A conexão caiu. A chamada do cliente é encerrada assim que ela voltar."

const REPETIR = { texto: "Tentar de novo", repetir: true }

const ENTRAR = { texto: "Entrar e ligar", reentrar: true, repetir: true }

/** @type {Record<string, { texto: string, recado?: string, acao?: Acao }>} */
const FALHAS = {
  busy: { texto: "Ocupado" },
  no_answer: { texto: "Não atendeu" },
  rejected: { texto: "Recusou a ligação" },
  forbidden: { texto: "A operadora não autorizou a ligação" },
  voicemail: { texto: "Caixa postal" },
  not_found: { texto: "Número inexistente", recado: "Confira o número com o contato." },
  media_incompatible: { texto: "Áudio incompatível", recado: "A API4COM não aceitou o áudio deste navegador. Atualize o navegador e ligue de novo." },
  mic_denied: {
    texto: "Microfone bloqueado",
    recado: "O navegador bloqueou o microfone. Clique no ícone à esquerda do endereço da página, permita o microfone e tente de novo.",
    acao: REPETIR,
  },
  mic_missing: { texto: "Sem microfone", recado: "Nenhum microfone foi encontrado. Conecte um fone com microfone e tente de novo.", acao: REPETIR },
  mic_busy: { texto: "Microfone em uso", recado: "Outro programa está usando o microfone. Feche-o e tente de novo.", acao: REPETIR },
  network: { texto: "Sem conexão", recado: "Não foi possível falar com a API4COM. Verifique sua internet e tente de novo.", acao: REPETIR },
  auth: {
    texto: "Ramal recusado",
    recado: "A API4COM não aceitou a senha do seu ramal. Confira o ramal e teste-o.",
    acao: { texto: "Configurar meu ramal", rota: "/ramais" },
  },
  server: { texto: "Falha na API4COM", recado: "A API4COM respondeu com erro. Tente de novo em instantes.", acao: REPETIR },
  sem_servidor: {
    texto: "Sem conexão",
    recado: "Não foi possível registrar a ligação: sem conexão com o servidor. Nenhuma ligação foi feita.",
    acao: REPETIR,
  },
  sessao_expirada: { texto: "Sessão expirada", recado: "Sua sessão expirou. Nenhuma ligação foi feita.", acao: ENTRAR },
  sem_https: { texto: "Página sem segurança", recado: "O telefone só funciona em https. Abra o CrmVoip pelo endereço seguro." },
  sem_ramal: { texto: "Sem ramal", recado: "Você ainda não tem um ramal.", acao: { texto: "Configurar meu ramal", rota: "/ramais" } },
  ramal_inativo: { texto: "Ramal inativo", recado: "Seu ramal está inativo.", acao: { texto: "Configurar meu ramal", rota: "/ramais" } },
  ramal_por_confirmar: {
    texto: "Ramal por confirmar",
    recado: "A API4COM só liga por um ramal confirmado, e o seu ainda não foi.",
    acao: { texto: "Ver meu ramal", rota: "/ramais" },
  },
  nao_conectado: {
    texto: "Telefonia não conectada",
    recado: "A organização ainda não conectou a API4COM.",
    acao: { texto: "Abrir conexões", rota: "/conexoes" },
  },
  conexao_recusada: {
    texto: "Telefonia com erro",
    recado: "A API4COM recusou o acesso da organização. Nenhuma ligação foi feita.",
    acao: { texto: "Abrir conexões", rota: "/conexoes" },
  },
  discador_sem_permissao: { texto: "Sem permissão", recado: "O token da organização não pode ligar pelo seu ramal." },
  ramal_desconectado: {
    texto: "Ramal fora da linha",
    recado: "A API4COM não encontrou seu ramal na linha. Recarregue a página e ligue de novo.",
    acao: REPETIR,
  },
  ramal_desconhecido: { texto: "Ramal desconhecido", recado: "A API4COM não conhece o seu ramal.", acao: { texto: "Configurar meu ramal", rota: "/ramais" } },
  discagem_recusada: { texto: "Ligação não aceita", recado: "A API4COM não aceitou este número. Confira-o com o contato." },
  aguarde: { texto: "Espere um pouco", recado: "A API4COM pediu para esperar. Ligue de novo em um minuto.", acao: REPETIR },
  operadora_fora: { texto: "Falha na API4COM", recado: "A API4COM não conseguiu fazer a ligação. Tente de novo em instantes.", acao: REPETIR },
  em_outra_ligacao: { texto: "Em outra ligação", recado: "Você já está em uma ligação em outro navegador ou aparelho.", acao: REPETIR },
  busy_line: { texto: "Em outra ligação", recado: "Você já está em uma ligação em outra aba.", acao: REPETIR },
  numero_invalido: { texto: "Número inválido" },
  numero_bloqueado: { texto: "Número bloqueado" },
  nao_ligar: { texto: "Não ligar" },
  host_unreachable: { texto: "Sem linha", recado: "A aba que mantém a linha não respondeu. Feche-a ou tente de novo.", acao: REPETIR },
}

const OUTRA = { texto: "Falha na ligação", recado: "Não foi possível completar a ligação. Tente de novo.", acao: REPETIR }

/**
 * A failure in words: what happened, what to do and where. The server's own sentence and link win over ours.
 * @param {string | null | undefined} codigo
 * @param {{ mensagem?: string, link?: string, base?: string }} [opcoes]
 */
export function explicar(codigo, { mensagem, link, base = "" } = {}) {
  const { texto, recado = "", acao = null } = FALHAS[codigo ?? ""] ?? OUTRA
  return { texto, recado: mensagem || recado, acao: comEndereco(acao, { mensagem, link, base }) }
}

// A server that explains and gives no link means that this person cannot solve it alone.
/** @param {Acao | null} acao @param {{ mensagem?: string, link?: string, base: string }} partes */
function comEndereco(acao, { mensagem, link, base }) {
  if (!acao?.rota) {
    return acao
  }
  const href = link ?? (mensagem ? null : base + acao.rota)
  return href ? { texto: acao.texto, href } : null
}

/** @type {Record<string, string>} */
export const LINHA = {
  disponivel: "Linha pronta",
  ocupada: "Linha ocupada",
  conectando: "Reconectando…",
  "sem-ramal": "Sem ramal",
  "por-confirmar": "Ramal por confirmar",
  falha: "Sem linha",
}

export const MICROFONE_PERDIDO = "O cliente não ouve você: o microfone foi desconectado. Conecte-o de novo, ou escolha outro nas configurações do sistema."

export const MICROFONE_FECHADO = "O cliente não ouve você: o microfone foi silenciado no fone ou no sistema. Ligue-o de novo."

/** The microphone is gone and no other one could be taken. */
/** @type {Record<string, string>} */
export const SEM_OUTRO_MICROFONE = {
  mic_denied: "O cliente não ouve você: o navegador bloqueou o microfone. Clique no ícone à esquerda do endereço da página e permita-o.",
  mic_missing: "O cliente não ouve você: não há microfone. Conecte um fone com microfone.",
  mic_busy: "O cliente não ouve você: outro programa está usando o microfone. Feche-o.",
}

const FRACA = "A conexão está fraca: a voz pode falhar. Fique perto do roteador ou use um cabo."

/** @type {Record<string, string>} */
export const QUALIDADE = {
  no_audio: "O som do cliente não está chegando. Se ele também não ouve você, desligue e ligue de novo.",
  mos: FRACA,
  rtt: FRACA,
  jitter: FRACA,
  loss: FRACA,
}

export const AO_SUSPENDER = "O computador ficou suspenso: verificando se a ligação continua…"

export const SUSPENSO = "A ligação terminou enquanto o computador estava suspenso."

/** Why an inbound call was not taken. */
/** @type {Record<string, string>} */
export const RECUSADA = {
  in_call: "você estava em outra ligação",
  inbound_off: "este telefone não recebe ligações",
}
