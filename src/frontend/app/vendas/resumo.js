import { concluir, fixar, inicial as escrito } from "../casca/campos.js"
import { decidir, indeciso } from "./conflito.js"

/**
 * The form that saves as each field is left tells what the changed fields said before, and so two people can edit one deal:
 * only a field that both changed is refused. Escape puts back the field that is being edited, and nothing else.
 * @param {Document} document
 */
export function montarResumo(document) {
  /** @type {WeakMap<HTMLElement, [HTMLElement, string][]>} */
  const enviados = new WeakMap()

  document.addEventListener("htmx:configRequest", (evento) => {
    const {
      detail: { elt, parameters },
    } = evento
    if (elt.id === "resumo") {
      const mudados = [...elt.elements].filter(mudouDoGuardado)
      mudados
        .filter(({ name }) => !elt.elements[nomeDe(name)])
        .forEach((campo) => {
          parameters[nomeDe(campo.name)] = inicial(campo)
        })
      // What two people changed is saved when it is decided, not by the way.
      if (indeciso(elt) || (mudados.length === 0 && !elt.elements.Recusado)) {
        evento.preventDefault()
      } else {
        enviados.set(
          elt,
          mudados.map((campo) => [campo, campo.value]),
        )
      }
    }
  })
  document.addEventListener("htmx:afterRequest", ({ detail: { elt, successful } }) => {
    if (elt.id === "resumo") {
      const feitos = enviados.get(elt) ?? []
      enviados.delete(elt)
      feitos.filter(() => successful).forEach(([campo, valor]) => fixar(campo, valor))
    }
  })
  desfazerComEscape(document, (campo) => (enviados.get(campo.form) ?? []).some(([enviado, valor]) => enviado === campo && valor === campo.value))
}

// What is on its way to the server was finished: only what is still being typed is undone. Before the dialog hears of it.
/** @param {Document} document @param {(campo: any) => boolean} aCaminho */
function desfazerComEscape(document, aCaminho) {
  document.addEventListener(
    "keydown",
    (evento) => {
      const campo = evento.key === "Escape" && !evento.isComposing && evento.target.closest?.("#resumo") ? evento.target : null
      if (!campo || !mudouDoGuardado(campo) || aCaminho(campo)) {
        return
      }
      evento.preventDefault()
      const usar = campo.closest(".campo")?.querySelector("[data-usar]")
      if (usar) {
        decidir(usar)
        return
      }
      campo.value = inicial(campo)
      // The refusal that stands beside the field goes with what was refused.
      if (campo.form.elements.Recusado) {
        concluir(campo)
      } else {
        campo.select?.()
      }
    },
    true,
  )
}

/** @param {string} campo */
const nomeDe = (campo) => `Antes[${campo}]`

// A refused form brings what is stored now: that, and not what was typed, is what comes before.
/** @param {HTMLElement} campo */
const inicial = (campo) => campo.form?.elements[nomeDe(campo.name)]?.value ?? escrito(campo)

/** @param {HTMLElement} campo */
const mudouDoGuardado = (campo) => Boolean(campo.name) && campo.type !== "hidden" && campo.value !== inicial(campo)
