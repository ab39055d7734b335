/**
 * What somebody unfolded stays unfolded when it is drawn again, as long as the page lives: `details[data-lembrar]`, by that name.
 * @param {Document} document
 */
export function lembrarAbertos(document) {
  /** @type {Map<string, boolean>} */
  const abertos = new Map()

  // It does not bubble.
  document.addEventListener(
    "toggle",
    (evento) => {
      const detalhe = /** @type {HTMLDetailsElement} */ (evento.target)
      if (detalhe.matches?.("[data-lembrar]")) {
        abertos.set(detalhe.dataset.lembrar ?? "", detalhe.open)
      }
    },
    true,
  )
  document.addEventListener("htmx:afterSettle", () => {
    for (const detalhe of document.querySelectorAll("details[data-lembrar]")) {
      detalhe.open = abertos.get(detalhe.dataset.lembrar) ?? detalhe.open
    }
  })
}
