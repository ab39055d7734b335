/**
 * Whether a menu or a calendar lies open over the page: the browser's Escape closes that one, and it is nobody else's.
 * @param {Document} document
 */
export const haMenuAberto = (document) => document.querySelector("[popover]:popover-open") !== null

/**
 * Opens a dialog over everything but the call window, which stays usable: what lies below is inert until it is closed. Escape
 * asks to give it up. Gives back how to close it; the focus returns to where it was.
 * @param {Document} document
 * @param {HTMLElement} dialogo
 * @param {{ foco?: HTMLElement | null, aoDesistir: () => void }} partes
 */
export function abrirSobre(document, dialogo, { foco, aoDesistir }) {
  const origem = document.activeElement
  const veu = document.getElementById(dialogo.dataset.veu)
  const presos = [".app", ".conta > header", ".conta > main", "#modal", "#pergunta"]
    .map((seletor) => document.querySelector(seletor))
    .filter((parte) => parte && parte !== dialogo && !parte.inert)
  presos.forEach((parte) => {
    parte.inert = true
  })
  veu.hidden = false
  dialogo.show()
  foco?.focus({ preventScroll: true })
  // Before anybody else hears of the key: the dialog below stays.
  /** @param {De<KeyboardEvent>} evento */
  const aoTeclar = (evento) => {
    if (evento.key === "Escape" && !evento.isComposing && !haMenuAberto(document) && !evento.target.closest?.(".telefone, #paleta")) {
      evento.preventDefault()
      evento.stopImmediatePropagation()
      aoDesistir()
    }
  }
  document.addEventListener("keydown", aoTeclar, true)

  return () => {
    document.removeEventListener("keydown", aoTeclar, true)
    dialogo.close()
    veu.hidden = true
    presos.forEach((parte) => {
      parte.inert = false
    })
    if (origem?.isConnected) {
      origem.focus({ preventScroll: true })
    }
  }
}
