import { ouvir } from "../../casca/barramento.js"

/**
 * The filters of the board, which stand behind one button on a phone. Each of them draws the board again, and they stay open.
 * @param {Document} document
 */
export function montarFiltros(document) {
  const raiz = document.documentElement
  const botao = () => document.querySelector("[data-abrir-filtros]")
  const abertos = () => raiz.dataset.filtros === "abertos"
  const refletir = () => botao()?.setAttribute("aria-expanded", String(abertos()))

  document.addEventListener("click", ({ target }) => {
    if (!target.closest?.("[data-abrir-filtros]")) {
      return
    }
    raiz.dataset.filtros = abertos() ? "" : "abertos"
    refletir()
    if (abertos()) {
      document.querySelector("#filtros input")?.focus()
    }
  })
  document.addEventListener("keydown", (evento) => {
    if (evento.key === "Escape" && abertos() && evento.target.closest?.("#filtros") && botao().offsetParent) {
      evento.preventDefault()
      raiz.dataset.filtros = ""
      refletir()
      botao().focus()
    }
  })
  document.addEventListener("htmx:afterSettle", refletir)
  document.addEventListener("htmx:historyRestore", refletir)
  ouvir(document, "crm:funil-trocado", refletir)
}
