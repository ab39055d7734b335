/** The form at the foot of a column: one at a time, the first field focused, Escape or "Cancelar" put it away. */
export function ligarCriacaoRapida(document, quadro, { digitado } = {}) {
  const sair = (formulario) => (digitado ? digitado.aoSair(formulario, () => fechar(formulario)) : fechar(formulario))
  const fechar = (formulario) => {
    const coluna = formulario.closest(".coluna")
    formulario.parentElement.replaceChildren()
    coluna.querySelector("[data-criar-em]").focus()
  }

  const aoClicar = ({ target }) => {
    const cancelar = target.closest?.("[data-fechar-rapida]")
    if (cancelar) {
      sair(cancelar.form)
    }
  }
  const aoTeclar = (evento) => {
    const formulario = evento.target.closest?.("[data-rapida]")
    if (formulario && evento.key === "Escape") {
      evento.preventDefault()
      sair(formulario)
    }
  }
  const aoPedir = ({ target }) => {
    if (target.matches?.("[data-criar-em]")) {
      quadro.querySelectorAll("[data-rapida]").forEach((aberto) => aberto.remove())
    }
  }
  const aoAssentar = ({ detail }) => {
    const campo = detail.target?.querySelector?.("[data-rapida] [aria-invalid='true'], [data-rapida] input:not([type='hidden'])")
    if (campo && !campo.closest("dialog")) {
      (detail.target.querySelector("[aria-invalid='true']") ?? campo).focus()
      campo.scrollIntoView({ block: "nearest" })
    }
  }

  quadro.addEventListener("click", aoClicar)
  quadro.addEventListener("keydown", aoTeclar)
  quadro.addEventListener("htmx:beforeSend", aoPedir)
  quadro.addEventListener("htmx:afterSettle", aoAssentar)
  return () => {
    quadro.removeEventListener("click", aoClicar)
    quadro.removeEventListener("keydown", aoTeclar)
    quadro.removeEventListener("htmx:beforeSend", aoPedir)
    quadro.removeEventListener("htmx:afterSettle", aoAssentar)
  }
}
