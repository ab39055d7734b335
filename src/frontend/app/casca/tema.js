const UM_ANO_S = 31536000

/**
 * Light, dark or the system's choice. Kept in a cookie, not in localStorage: the server writes it into <html data-tema>,
 * so the first paint is already right without an inline script.
 * @param {Document} document
 */
export function montarTema(document) {
  const mostrar = () => {
    const atual = document.documentElement.dataset.tema ?? ""
    for (const botao of document.querySelectorAll("[data-escolher-tema]")) {
      botao.setAttribute("aria-pressed", String(botao.dataset.escolherTema === atual))
    }
  }
  document.addEventListener("click", ({ target }) => {
    const botao = target.closest?.("[data-escolher-tema]")
    if (botao) {
      escolher(document, botao.dataset.escolherTema)
      mostrar()
    }
  })
  mostrar()
}

/** @param {Document} document @param {string} tema */
function escolher(document, tema) {
  if (tema) {
    document.documentElement.dataset.tema = tema
  } else {
    delete document.documentElement.dataset.tema
  }
  document.cookie = `tema=${tema}; Path=/; SameSite=Lax; Max-Age=${tema ? UM_ANO_S : 0}`
}
