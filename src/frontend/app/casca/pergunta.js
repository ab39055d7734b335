import { abrirSobre } from "./sobre.js"

/**
 * Asks before typed work is thrown away: true when it may be. One question at a time; a second one gets no.
 * @param {Document} document
 */
export function criarPergunta(document) {
  const dialogo = document.getElementById("pergunta")
  /** @type {((resposta: boolean) => void) | null} */
  let responder = null

  /** @param {boolean} resposta @returns {(evento: Event) => void} */
  const escutas = (resposta) => (evento) => {
    evento.preventDefault()
    responder?.(resposta)
  }
  dialogo?.querySelector("[data-ficar]").addEventListener("click", escutas(false))
  dialogo?.querySelector("[data-descartar]").addEventListener("click", escutas(true))
  document.getElementById(dialogo?.dataset.veu)?.addEventListener("click", escutas(false))

  return () => {
    if (!dialogo || responder) {
      return Promise.resolve(false)
    }
    const fechar = abrirSobre(document, dialogo, { foco: dialogo.querySelector("[data-ficar]"), aoDesistir: () => responder?.(false) })
    return new Promise((resolve) => {
      responder = (resposta) => {
        responder = null
        fechar()
        resolve(resposta)
      }
    })
  }
}
