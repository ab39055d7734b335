/**
 * Tabs by delegation, so that they work in every fragment. A lazy panel loads on its first `aba-aberta`.
 * @param {Document} document
 */
export function montarAbas(document) {
  document.addEventListener("click", ({ target }) => {
    const aba = target.closest?.("[role='tab']")
    if (aba) {
      abrirAba(aba)
    }
  })
  document.addEventListener("keydown", (evento) => {
    const aba = evento.target.closest?.("[role='tab']")
    const vizinha = aba && proxima(aba, evento.key)
    if (vizinha) {
      evento.preventDefault()
      vizinha.focus()
      abrirAba(vizinha)
    }
  })
}

/** @param {HTMLElement} aba */
export function abrirAba(aba) {
  for (const outra of abasDe(aba)) {
    const escolhida = outra === aba
    const painel = document.getElementById(outra.getAttribute("aria-controls") ?? "")
    outra.setAttribute("aria-selected", String(escolhida))
    outra.tabIndex = escolhida ? 0 : -1
    painel.hidden = !escolhida
    if (escolhida) {
      painel.dispatchEvent(new CustomEvent("aba-aberta", { bubbles: true }))
    }
  }
}

/** @param {HTMLElement} aba */
function abasDe(aba) {
  return [...aba.closest("[role='tablist']").querySelectorAll("[role='tab']")]
}

/** @param {HTMLElement} aba @param {string} tecla */
function proxima(aba, tecla) {
  const abas = abasDe(aba)
  const posicao = abas.indexOf(aba)
  switch (tecla) {
    case "ArrowRight":
      return abas[(posicao + 1) % abas.length]
    case "ArrowLeft":
      return abas[(posicao - 1 + abas.length) % abas.length]
    case "Home":
      return abas[0]
    case "End":
      return abas.at(-1)
    default:
      return null
  }
}
