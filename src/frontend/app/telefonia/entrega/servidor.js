import { requisitar } from "../../casca/http.js"

/** @import { Pedido, Resposta } from "../../casca/http.js" */

const PRAZO_MS = 8000
// The server itself waits for the provider, which may answer only when the ramal's leg ends.
const PRAZO_DA_DISCAGEM_MS = 15000

// Web/MarcaDaAplicacao.cs. The code of a refusal serves too: no proxy makes one up.
/** @param {Resposta} resposta @param {any} enviado */
const nossa = ({ status, corpo, cabecalho }, enviado) =>
  cabecalho("X-CrmVoip") !== null || (status >= 400 && typeof corpo?.codigo === "string") || (status < 300 && sabeDoPedido(corpo, enviado))

// An instance of the version before marks nothing, but gives our own ids back, which nobody in between knows how to.
/** @param {any} corpo @param {any} enviado */
const sabeDoPedido = (corpo, enviado) =>
  typeof corpo?.ha1 === "string" ||
  (Boolean(enviado?.id) && corpo?.id === enviado.id) ||
  (Array.isArray(enviado?.eventos) &&
    Array.isArray(corpo?.aceitos) &&
    enviado.eventos.every((/** @type {{ id: string }} */ { id }) => corpo.aceitos.includes(id)))

/**
 * The server's API for the phone. Resolves with what the application answered, `{status, corpo}`; rejects when it did not,
 * whatever a proxy or a portal said in its place. Nothing is asked twice from here: a call must not be dialled twice.
 * @param {{ base: string, document: Document, fetch?: typeof globalThis.fetch }} partes
 */
export function criarServidor({ base, document, fetch }) {
  /**
   * @param {Pedido["metodo"]} metodo
   * @param {string} caminho
   * @param {any} [corpo]
   * @param {{ keepalive?: boolean, prazo?: number }} [opcoes]
   */
  async function pedir(metodo, caminho, corpo, { keepalive = false, prazo = PRAZO_MS } = {}) {
    const resposta = await requisitar(base + caminho, {
      document,
      metodo,
      corpo: metodo === "GET" ? undefined : (corpo ?? {}),
      deOutros: true,
      redirect: "manual",
      keepalive,
      prazo,
      fetch,
    })
    if (!nossa(resposta, corpo)) {
      throw new Error(`answered by somebody else: ${resposta.status}`)
    }
    return { status: resposta.status, corpo: resposta.corpo }
  }

  return {
    linha: () => pedir("GET", "/telefonia/linha"),
    /** @param {object} pedido */
    credenciais: (pedido) => pedir("POST", "/telefonia/credenciais", pedido),
    /** @param {object} ligacao */
    criar: (ligacao) => pedir("POST", "/ligacoes", ligacao),
    /** @param {string} id */
    ver: (id) => pedir("GET", `/ligacoes/${id}`),
    /** @param {string} id */
    discar: (id) => pedir("POST", `/ligacoes/${id}/discar`, {}, { prazo: PRAZO_DA_DISCAGEM_MS }),
    /** @param {string} id */
    desligar: (id) => pedir("POST", `/ligacoes/${id}/desligar`),
    /** @param {string} id @param {any} eventos @param {{ keepalive?: boolean, prazo?: number }} [opcoes] */
    eventos: (id, eventos, opcoes) => pedir("POST", `/ligacoes/${id}/eventos`, { eventos, agora: new Date().toISOString() }, opcoes),
    /** @param {string} caminho @param {string} desde */
    perdidas: (caminho, desde) => pedir("GET", `${caminho}?desde=${encodeURIComponent(desde)}`),
    /** @param {string} id */
    batimento: (id) => pedir("POST", `/ligacoes/${id}/batimento`),
    /** @param {string} id @param {object} nota @param {{ keepalive?: boolean, prazo?: number }} [opcoes] */
    notas: (id, nota, opcoes) => pedir("PUT", `/ligacoes/${id}/notas`, nota, opcoes),
  }
}

/**
 * What to do with something that was answered so: done, useless to repeat, or to repeat later.
 * @param {number} status
 */
export function destino(status) {
  if (status >= 200 && status < 300) {
    return "aceito"
  }
  return status === 404 || status === 422 ? "recusado" : status === 401 ? "expirado" : "depois"
}
