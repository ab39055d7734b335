import { aoDemorar, aoTerminar } from "./espera.js"

/**
 * The bar at the top of the window, for every request; and what is being replaced says so to assistive technology.
 * @param {Document} document
 */
export function montarCarga(document) {
  const barra = document.getElementById("carga")
  if (barra) {
    aoDemorar(document, {
      mostrar: () => {
        barra.hidden = false
      },
      esconder: () => {
        barra.hidden = true
      },
    })
  }
  document.addEventListener("htmx:beforeSend", ({ detail: { target, xhr } }) => {
    target.setAttribute("aria-busy", "true")
    aoTerminar(xhr, () => target.removeAttribute("aria-busy"))
  })
}
