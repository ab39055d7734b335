import { CABECALHO_DA_ABA } from "./aba.js"
import { avisarSessaoExpirada } from "./avisos.js"
import { retomarSessao } from "./sessao.js"

// Longer than the server waits for the provider, so that the server's own words arrive.
const PRAZO_MS = 30_000

const SEM_SERVIDOR = { codigo: "sem_servidor", mensagem: "Sem conexão com o servidor. Verifique sua internet e tente de novo." }
const SEM_RESPOSTA = { codigo: "falha", mensagem: "Não foi possível testar agora. Recarregue a página e tente de novo." }

/**
 * What the server answered. `status` 0: it did not, or not in time. A refusal is an answer like any other: JSON with the code, the
 * words for the person and perhaps the field or a link.
 * @typedef {object} Resposta
 * @property {boolean} ok
 * @property {number} status
 * @property {any} corpo  As it was asked for: JSON, or null where there was none; or text.
 * @property {(nome: string) => string | null} cabecalho
 */

/** @typedef {{ codigo?: string, mensagem: string, campo?: string, link?: string }} Recusa */

/**
 * @typedef {object} Pedido
 * @property {Document} document
 * @property {"GET" | "POST" | "PUT"} [metodo]
 * @property {unknown} [corpo]  Goes as JSON; a form's fields as they are.
 * @property {"json" | "html" | "conforme" | "recusa"} [ler]  "conforme": as the answer says of itself; "recusa": only why not.
 * @property {Record<string, string>} [cabecalhos]
 * @property {string} [token]  That of a form, where the page has none.
 * @property {boolean} [retomar]  A session that ended is taken up over the page, and the same asked once more. Never for a dial.
 * @property {boolean} [deOutros]  What it changes shall come back to this tab as a hint, as if a colleague had done it.
 * @property {number} [prazo]
 * @property {AbortSignal} [signal]
 * @property {boolean} [keepalive]
 * @property {RequestRedirect} [redirect]
 * @property {typeof globalThis.fetch} [fetch]
 */

const NADA = /** @type {Resposta} */ ({ ok: false, status: 0, corpo: null, cabecalho: () => null })

/**
 * The one way of the scripts to the server (htmx has its own, with the same headers). Always resolves.
 * @param {string} caminho
 * @param {Pedido} pedido
 * @returns {Promise<Resposta>}
 */
export async function requisitar(caminho, pedido) {
  const resposta = await enviar(caminho, pedido)
  return resposta.status === 401 && pedido.retomar && (await retomarSessao()) ? enviar(caminho, pedido) : resposta
}

/**
 * Posts JSON for a person who waits for the answer: `corpo` has a `mensagem` to show when it did not work.
 * @param {string} caminho
 * @param {unknown} corpo
 * @param {Pedido} pedido
 * @returns {Promise<{ ok: boolean, status: number, corpo: Recusa & Record<string, any> }>}
 */
export async function pedir(caminho, corpo, pedido) {
  const resposta = await requisitar(caminho, { ...pedido, metodo: "POST", corpo, retomar: true })
  if (resposta.status === 401) {
    avisarSessaoExpirada()
  }
  const { ok, status } = resposta
  return { ok, status, corpo: status === 0 ? SEM_SERVIDOR : (resposta.corpo ?? SEM_RESPOSTA) }
}

/**
 * What goes with whatever may change something.
 * @param {Document} document
 */
export const cabecalhosDeMudanca = (document) => ({ ...CABECALHO_DA_ABA, "X-CSRF-TOKEN": tokenAntifalsificacao(document) })

/** @param {Document} document */
export function tokenAntifalsificacao(document) {
  return document.querySelector("meta[name='csrf-token']")?.content ?? ""
}

/** @param {string} caminho @param {Pedido} pedido @returns {Promise<Resposta>} */
async function enviar(caminho, pedido) {
  const { metodo = "GET", corpo, keepalive, signal, prazo = PRAZO_MS, redirect, fetch = globalThis.fetch } = pedido
  try {
    const resposta = await fetch(caminho, {
      method: metodo,
      headers: cabecalhosDe(pedido),
      body: corpo === undefined || corpo instanceof URLSearchParams ? corpo : JSON.stringify(corpo),
      credentials: "same-origin",
      ...(redirect && { redirect }),
      ...(keepalive && { keepalive }),
      // A page that is leaving has nobody left to give up.
      signal: keepalive ? undefined : (signal ?? AbortSignal.timeout(prazo)),
    })
    return await lida(resposta, pedido)
  } catch {
    return NADA
  }
}

/** @param {Pedido} pedido @returns {Record<string, string>} */
function cabecalhosDe({ document, metodo = "GET", corpo, ler = "json", cabecalhos, token, deOutros }) {
  const ficha = token ?? tokenAntifalsificacao(document)
  return {
    ...(corpo !== undefined && !(corpo instanceof URLSearchParams) && { "Content-Type": "application/json" }),
    ...(ler === "json" && { Accept: "application/json" }),
    ...(ler === "html" && { "HX-Request": "true" }),
    ...(metodo !== "GET" && { "X-CSRF-TOKEN": ficha }),
    ...(metodo !== "GET" && !deOutros && CABECALHO_DA_ABA),
    ...cabecalhos,
  }
}

/** @param {Response} resposta @param {Pedido} pedido @returns {Promise<Resposta>} */
async function lida(resposta, { ler = "json" }) {
  const cabecalho = (/** @type {string} */ nome) => resposta.headers?.get(nome) ?? null
  const { status } = resposta
  const ok = status >= 200 && status < 300
  if (ler === "recusa" && ok) {
    return { ok, status, corpo: null, cabecalho }
  }
  const comoJson = ler === "json" || ler === "recusa" || (ler === "conforme" && (cabecalho("Content-Type") ?? "").includes("json"))
  const corpo = comoJson ? await resposta.json().catch(() => null) : await resposta.text()
  return { ok, status, corpo, cabecalho }
}
