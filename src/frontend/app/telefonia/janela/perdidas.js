import { controlador, ouvir } from "../../casca/barramento.js"
import { avisar } from "../../casca/avisos.js"
import { criarLembranca } from "../guarda/lembranca.js"

/** @import { Servidor } from "../tipos.js" */

const PAUSA_MS = 30_000
const ANTES_MS = 60 * 60_000

/** @typedef {{ id: string, texto: string, numero: string, nome: string | null, contatoId: string | null, oportunidadeId: string | null, em: string }} Perdida */

/**
 * Who called and reached nobody: one toast a call, with the way back. Asked with the board's minute and when somebody comes back
 * to the page. `caminho` is where the server tells them; without it, or where it knows of none, this stays silent.
 * @param {Document} document
 * @param {Servidor} servidor
 * @param {{ caminho?: string, armazem?: Storage }} [opcoes]
 */
export function montarPerdidas(document, servidor, { caminho, armazem = /** @type {Window} */ (document.defaultView).sessionStorage } = {}) {
  if (!caminho) {
    return () => {}
  }
  const janela = /** @type {Window} */ (document.defaultView)
  const lembranca = criarLembranca(armazem, "crm-perdidas")
  let desde = lembranca.ler("desde") ?? new Date(Date.now() - ANTES_MS).toISOString()
  /** @type {string[]} */
  let vistas = lembranca.ler("vistas") ?? []
  let ultima = 0
  let desligada = false

  async function perguntar() {
    if (desligada || document.hidden || Date.now() - ultima < PAUSA_MS) {
      return
    }
    ultima = Date.now()
    const { status, corpo } = await servidor.perdidas(String(caminho), desde).catch(() => ({ status: 0, corpo: null }))
    if (status === 404) {
      desligada = true
    } else if (status === 200 && Array.isArray(corpo)) {
      mostrar(corpo.filter((/** @type {Perdida} */ { id }) => !vistas.includes(id)))
    }
  }

  /** @param {Perdida[]} novas */
  function mostrar(novas) {
    for (const { id, texto, numero, nome, contatoId, oportunidadeId, em } of novas) {
      avisar(texto, {
        tipo: "info",
        chave: `perdida-${id}`,
        acao: { texto: "Ligar de volta", dados: { ligar: "", numero, nome: nome ?? "", contatoId: contatoId ?? "", oportunidadeId: oportunidadeId ?? "" } },
      })
      vistas = [...vistas, id]
      desde = em > desde ? em : desde
    }
    if (novas.length > 0) {
      lembranca.guardar({ desde, vistas })
    }
  }

  const ouvidos = controlador(document)
  ouvir(document, "crm:quadro-pedido", perguntar, ouvidos)
  janela.addEventListener("focus", perguntar, ouvidos)
  document.addEventListener("visibilitychange", perguntar, ouvidos)
  return () => ouvidos.abort()
}
