/** @typedef {import("../../casca/htmx.js").Htmx} Htmx */

/**
 * The form in which outcome and note of a call are corrected, in a row or in the tab of a deal. An outcome that is pressed is
 * saved at once; by the arrow keys, which pass over others on their way, only with the form. Escape closes the form alone.
 * @param {Document} document
 * @param {{ htmx: Htmx }} partes
 */
export function montarCorrecao(document, { htmx }) {
  let pressionada = false

  document.addEventListener("pointerdown", ({ target }) => {
    pressionada = Boolean(target.closest?.(".anotacao .opcao"))
  })
  document.addEventListener(
    "keydown",
    (evento) => {
      pressionada = false
      const botao = evento.key === "Escape" && !evento.isComposing ? evento.target.closest?.("form.anotacao")?.querySelector("[data-fechar-correcao]") : null
      if (botao) {
        evento.preventDefault()
        htmx.ajax("GET", botao.getAttribute("hx-get") ?? "", { source: botao })
      }
    },
    true,
  )
  document.addEventListener("change", ({ target }) => {
    const form = pressionada && target.matches?.("[name='ResultadoId']") ? target.closest("form.anotacao") : null
    if (form) {
      pressionada = false
      form.elements.Continuar.value = "true"
      form.requestSubmit()
      form.elements.Continuar.value = "false"
    }
  })
}
