/**
 * Keeps what lives outside <main> in step with the page shown inside it.
 * @param {Document} document
 */
export function montarNavegacao(document) {
  const conferir = () => marcarSecao(document, document.location.pathname)
  document.addEventListener("htmx:pushedIntoHistory", conferir)
  document.addEventListener("htmx:replacedInHistory", conferir)
  document.addEventListener("htmx:historyRestore", () => {
    conferir()
    anunciarPagina(document)
  })
  document.addEventListener("htmx:afterSettle", ({ detail }) => {
    if (detail.target?.id === "conteudo") {
      fecharMenus(document)
      anunciarPagina(document)
    }
  })
  document.addEventListener("click", ({ target }) => {
    if (target.closest?.("[popover] a")) {
      fecharMenus(document)
    }
  })
  conferir()
}

/** @param {Document} document @param {string} caminho */
export function marcarSecao(document, caminho) {
  const itens = [...document.querySelectorAll("a[data-navegacao]")]
  const atual = itens
    .filter((item) => caminho === item.pathname || caminho.startsWith(`${item.pathname}/`))
    .sort((a, b) => b.pathname.length - a.pathname.length)[0]
  for (const item of itens) {
    if (item === atual) {
      item.setAttribute("aria-current", "page")
    } else {
      item.removeAttribute("aria-current")
    }
  }
}

// After a visit the old focus is gone with the old <main>; a form that came back keeps its own focus.
/** @param {Document} document */
function anunciarPagina(document) {
  const conteudo = document.getElementById("conteudo")
  if (!conteudo.querySelector("[aria-invalid='true']")) {
    const alvo = conteudo.querySelector("[autofocus]") ?? conteudo.querySelector("h1")
    alvo?.focus({ preventScroll: true })
  }
}

/** @param {Document} document */
function fecharMenus(document) {
  for (const aberto of document.querySelectorAll("[popover]:popover-open")) {
    aberto.hidePopover()
  }
}
