import { dizer, ouvir } from "../../casca/barramento.js"
import { requisitar } from "../../casca/http.js"
import { reconciliar } from "./reconciliacao.js"

/** @import { OpcoesDoQuadro } from "./index.js" */

const VALIDADE_MS = 60_000
const PRAZO_MS = 15_000
const ENTRE_NOVIDADES_MS = 1000
const RESPIRO_MS = 50

/**
 * A board is left open all day: it asks for itself again, quietly, when somebody comes back to it, once a minute while it is
 * looked at, and whenever something it shows is known to have changed, here or by a colleague. Nothing under the hands of the person moves for it:
 * not during a drag, nor with an answer that an own move has overtaken.
 * @param {Document} document
 * @param {HTMLElement} quadro
 * @param {OpcoesDoQuadro} [opcoes]
 */
export function montarFrescor(
  document,
  quadro,
  { htmx, fetch = globalThis.fetch, agora = Date.now, intervalo = VALIDADE_MS, entreNovidades = ENTRE_NOVIDADES_MS, signal } = {},
) {
  const janela = /** @type {Window} */ (document.defaultView)
  let visto = agora()
  let vencido = false
  let mudancas = 0
  /** @type {Promise<void> | null} */
  let pedindo = null
  /** @type {number | null} */
  let marcado = null

  // The open menu names places among the cards as they are.
  const ocupado = () => quadro.dataset.arrastando || quadro.hasAttribute("data-movendo") || document.getElementById("mover")?.contains(document.activeElement)
  const parou = () => document.hidden || (!vencido && agora() - visto < intervalo)

  async function atualizar() {
    const antes = mudancas
    visto = agora()
    vencido = false
    dizer(document, "crm:quadro-pedido")
    const html = await pedir()
    if (html && quadro.isConnected && antes === mudancas && !ocupado()) {
      reconciliar(document, quadro, html, { htmx })
    } else if (html && quadro.isConnected) {
      vencido = true
    }
  }

  async function pedir() {
    const { ok, corpo } = await requisitar(document.getElementById("funil").dataset.endereco, { document, ler: "html", prazo: PRAZO_MS, fetch })
    return ok ? corpo : null
  }

  // One at a time; a change told meanwhile asks once more.
  const ja = () => {
    pedindo = (pedindo ?? Promise.resolve()).then(atualizar)
    return pedindo
  }
  const seVelho = () => {
    if (!parou() && !ocupado()) {
      ja()
    }
  }
  // Several at once are asked about once; whoever is not looking asks when they come back.
  /** @param {{ tipo: string }} partes */
  const novidade = ({ tipo }) => {
    if (tipo === "funil") {
      vencido = true
      marcar()
    }
  }
  const marcar = () => {
    marcado ??= setTimeout(
      () => {
        marcado = null
        if (vencido && ocupado()) {
          marcar()
        } else {
          seVelho()
        }
      },
      Math.max(RESPIRO_MS, visto + entreNovidades - agora()),
    )
  }
  const mudou = () => {
    mudancas++
    if (vencido) {
      seVelho()
    }
  }

  const aoVoltarARede = () => {
    vencido = true
    seVelho()
  }
  document.addEventListener("visibilitychange", seVelho, { signal })
  janela.addEventListener("focus", seVelho, { signal })
  janela.addEventListener("online", aoVoltarARede, { signal })
  quadro.addEventListener("htmx:oobAfterSwap", mudou, { signal })
  ouvir(document, "crm:cartao-movido", mudou, { signal })
  ouvir(document, "crm:novidade", novidade, { signal })
  ouvir(document, "crm:ligacao-encerrada", ja, { signal })
  ouvir(document, "dados-alterados", ja, { signal })
  const relogio = setInterval(seVelho, intervalo)
  signal?.addEventListener("abort", () => {
    clearInterval(relogio)
    clearTimeout(marcado)
  })
}
