import { aoDemorar } from "./espera.js"

/**
 * The board while it is awaited: drawn over the page that is being left, or made of the cards that a filter will change.
 * @param {Document} document
 */
export function montarEsqueletos(document) {
  const modelo = document.getElementById("esqueleto-quadro")
  if (!modelo) {
    return
  }
  const casca = document.querySelector(".app")
  /** @type {HTMLElement | null} */
  let coberta = null

  aoDemorar(document, {
    interessa: ({ target, requestConfig }) =>
      target.id === "conteudo" && requestConfig.verb === "get" && new URL(requestConfig.path, document.baseURI).pathname === modelo.dataset.endereco,
    mostrar() {
      coberta = document.createElement("div")
      coberta.className = "conteudo espera"
      coberta.setAttribute("aria-hidden", "true")
      coberta.append(modelo.content.cloneNode(true))
      casca.append(coberta)
    },
    esconder() {
      coberta?.remove()
      coberta = null
    },
  })

  aoDemorar(document, {
    /** @param {{ elt: HTMLElement }} partes */
    interessa: ({ elt }) => elt.id === "filtros",
    mostrar: () => document.getElementById("quadro").setAttribute("data-esperando", ""),
    esconder: () => document.getElementById("quadro")?.removeAttribute("data-esperando"),
  })
}
