/** @import { Digitado } from "../../casca/digitado.js" */

/**
 * The form at the foot of a column: one at a time, the first field focused, Escape or "Cancelar" put it away.
 * @param {HTMLElement} quadro
 * @param {{ digitado?: Digitado, signal?: AbortSignal }} [opcoes]
 */
export function montarCriacaoRapida(quadro, { digitado, signal } = {}) {
  /** @param {HTMLElement} formulario */
  const sair = (formulario) => (digitado ? digitado.aoSair(formulario, () => fechar(formulario)) : fechar(formulario))
  /** @param {HTMLElement} formulario */
  const fechar = (formulario) => {
    const coluna = formulario.closest(".coluna")
    formulario.parentElement.replaceChildren()
    coluna.querySelector("[data-criar-em]").focus()
  }

  /** @param {{ target: HTMLElement }} partes */
  const aoClicar = ({ target }) => {
    const cancelar = target.closest?.("[data-fechar-rapida]")
    if (cancelar) {
      sair(cancelar.form)
    }
  }
  /** @param {De<KeyboardEvent>} evento */
  const aoTeclar = (evento) => {
    const formulario = evento.target.closest?.("[data-rapida]")
    if (formulario && evento.key === "Escape") {
      evento.preventDefault()
      sair(formulario)
    }
  }
  /** @param {{ target: HTMLElement }} partes */
  const aoPedir = ({ target }) => {
    if (target.matches?.("[data-criar-em]")) {
      quadro.querySelectorAll("[data-rapida]").forEach((aberto) => aberto.remove())
    }
  }
  /** @param {{ detail: DetalheDoHtmx }} partes */
  const aoAssentar = ({ detail }) => {
    const campo = detail.target?.querySelector?.("[data-rapida] [aria-invalid='true'], [data-rapida] input:not([type='hidden'])")
    if (campo && !campo.closest("dialog")) {
      ;(detail.target.querySelector("[aria-invalid='true']") ?? campo).focus()
      campo.scrollIntoView({ block: "nearest" })
    }
  }

  quadro.addEventListener("click", aoClicar, { signal })
  quadro.addEventListener("keydown", aoTeclar, { signal })
  quadro.addEventListener("htmx:beforeSend", aoPedir, { signal })
  quadro.addEventListener("htmx:afterSettle", aoAssentar, { signal })
}
