const SEM_MOTIVO = "A gravação não pôde ser tocada. Tente de novo em instantes."

/** A player that fails says why: the browser shows only a bar that does not move. `pedir` asks the server for its words. */
export function ligarTocador(document, pedir = (endereco) => globalThis.fetch(endereco, { headers: { Accept: "application/json", Range: "bytes=0-1" } })) {
  // A media element's error does not bubble.
  document.addEventListener("error", async ({ target }) => {
    const tocador = target?.tagName === "AUDIO" && target.closest(".tocador")
    if (tocador) {
      dizer(tocador, await motivo(target.currentSrc || target.src, pedir))
    }
  }, { capture: true })

  document.addEventListener("playing", ({ target }) => {
    target?.closest?.(".tocador")?.querySelector("[data-falha]")?.remove()
  }, { capture: true })
}

async function motivo(endereco, pedir) {
  try {
    const resposta = await pedir(endereco)
    return (resposta.ok ? null : (await resposta.json()).mensagem) ?? SEM_MOTIVO
  } catch {
    return SEM_MOTIVO
  }
}

function dizer(tocador, texto) {
  const { ownerDocument: document } = tocador
  const recado = tocador.querySelector("[data-falha]") ?? tocador.appendChild(document.createElement("p"))
  recado.className = "tocador__espera"
  recado.dataset.falha = ""
  recado.setAttribute("role", "status")
  recado.textContent = texto
}
