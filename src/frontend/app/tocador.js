const SEM_MOTIVO = "A gravação não pôde ser tocada. Tente de novo em instantes."

/**
 * A player that fails says why: the browser shows only a bar that does not move. `pedir` asks the server for its words.
 * @param {Document} document
 * @param {(endereco: string) => Promise<Response>} [pedir]
 */
export function ligarTocador(document, pedir = (endereco) => globalThis.fetch(endereco, { headers: { Accept: "application/json", Range: "bytes=0-1" } })) {
  // A media element's error does not bubble.
  document.addEventListener(
    "error",
    async (evento) => {
      const target = /** @type {HTMLElement | null} */ (evento.target)
      const tocador = target?.tagName === "AUDIO" && target.closest(".tocador")
      if (tocador) {
        dizer(tocador, await motivo(target.currentSrc || target.src, pedir))
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

/** @param {string} endereco @param {(endereco: string) => Promise<Response>} pedir */
async function motivo(endereco, pedir) {
  try {
    const resposta = await pedir(endereco)
    return (resposta.ok ? null : (await resposta.json()).mensagem) ?? SEM_MOTIVO
  } catch {
    return SEM_MOTIVO
  }
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
