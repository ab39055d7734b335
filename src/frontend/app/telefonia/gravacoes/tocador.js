import { requisitar } from "../../casca/http.js"

/** @import { Pedido } from "../../casca/http.js" */

const SEM_MOTIVO = "A gravação não pôde ser tocada. Tente de novo em instantes."

/**
 * A player that fails says why: the browser shows only a bar that does not move, so the server is asked for its words.
 * @param {Document} document
 * @param {{ fetch?: typeof globalThis.fetch }} [opcoes]
 */
export function montarTocador(document, opcoes = {}) {
  // A media element's error does not bubble.
  document.addEventListener(
    "error",
    async (evento) => {
      const target = /** @type {HTMLElement | null} */ (evento.target)
      const tocador = target?.tagName === "AUDIO" && target.closest(".tocador")
      if (tocador) {
        dizer(tocador, await motivo(target.currentSrc || target.src, { document, ...opcoes }))
      }
    },
    { capture: true },
  )

  document.addEventListener(
    "playing",
    ({ target }) => {
      target?.closest?.(".tocador")?.querySelector("[data-falha]")?.remove()
    },
    { capture: true },
  )
}

/** @param {string} endereco @param {Pedido} opcoes */
async function motivo(endereco, opcoes) {
  const { corpo } = await requisitar(endereco, { ...opcoes, ler: "recusa", cabecalhos: { Accept: "application/json", Range: "bytes=0-1" } })
  return corpo?.mensagem ?? SEM_MOTIVO
}

/** @param {HTMLElement} tocador @param {string} texto */
function dizer(tocador, texto) {
  const { ownerDocument: document } = tocador
  const recado = tocador.querySelector("[data-falha]") ?? tocador.appendChild(document.createElement("p"))
  recado.className = "tocador__espera"
  recado.dataset.falha = ""
  recado.setAttribute("role", "status")
  recado.textContent = texto
}
