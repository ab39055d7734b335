import { CABECALHO_DA_ABA } from "./aba.js"
import { avisarSessaoExpirada } from "./avisos.js"
import { tokenAntifalsificacao } from "./formularios.js"
import { retomarSessao } from "./reentrada.js"

// Longer than the server waits for the provider, so that the server's own words arrive.
const PRAZO_MS = 30_000

const SEM_SERVIDOR = { codigo: "sem_servidor", mensagem: "Sem conexão com o servidor. Verifique sua internet e tente de novo." }
const SEM_RESPOSTA = { codigo: "falha", mensagem: "Não foi possível testar agora. Recarregue a página e tente de novo." }

/**
 * Posts JSON and always resolves: `{status, corpo}` with a `mensagem` to show when it did not work. A session that ended is
 * taken up first, and the same is asked once more.
 * @param {string} caminho
 * @param {any} corpo
 * @param {{ document: Document, fetch?: typeof globalThis.fetch }} parte2
 */
export async function pedir(caminho, corpo, { document, fetch = globalThis.fetch }) {
  try {
    const resposta = await postar(caminho, corpo, { document, fetch })
    if (resposta.status === 401) {
      avisarSessaoExpirada()
    }
    return { status: resposta.status, corpo: (await resposta.json().catch(() => null)) ?? SEM_RESPOSTA }
  } catch {
    return { status: 0, corpo: SEM_SERVIDOR }
  }
}

/**
 * The answer itself, for whoever reads it otherwise; fails where none came in time.
 * @param {string} caminho
 * @param {any} corpo
 * @param {{ document: Document, fetch: typeof globalThis.fetch, prazo?: number }} parte2
 */
export async function postar(caminho, corpo, { document, fetch, prazo = PRAZO_MS }) {
  const enviar = () => enviarJson(caminho, corpo, { document, fetch, prazo })
  const resposta = await enviar()
  return resposta.status === 401 && (await retomarSessao()) ? enviar() : resposta
}

/**
 * @param {string} caminho
 * @param {any} corpo
 * @param {{ document: Document, fetch: typeof globalThis.fetch, prazo: number }} parte2
 */
const enviarJson = (caminho, corpo, { document, fetch, prazo }) =>
  fetch(caminho, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRF-TOKEN": tokenAntifalsificacao(document), ...CABECALHO_DA_ABA },
    body: JSON.stringify(corpo),
    credentials: "same-origin",
    signal: AbortSignal.timeout(prazo),
  })
