const ANO_COMPLETO = 1000

/**
 * The form that saves as each field is left tells what the changed fields said before, and so two people can edit one deal:
 * only a field that both changed is refused.
 */
export function ligarResumo(document) {
  const enviados = new WeakMap()

  document.addEventListener("htmx:configRequest", ({ detail: { elt, parameters } }) => {
    if (elt.id === "resumo") {
      const mudados = [...elt.elements].filter((campo) => campo.name && campo.type !== "hidden" && campo.value !== inicial(campo))
      // A refused form brings what is stored now: that, and not what was typed, is what comes before.
      mudados.filter(({ name }) => !elt.elements[nomeDe(name)]).forEach((campo) => { parameters[nomeDe(campo.name)] = inicial(campo) })
      enviados.set(elt, mudados.map((campo) => [campo, campo.value]))
    }
  })
  document.addEventListener("htmx:afterRequest", ({ detail: { elt, successful } }) => {
    if (successful && enviados.has(elt)) {
      enviados.get(elt).forEach(([campo, valor]) => fixar(campo, valor))
    }
  })
  // A year being typed is the year 2, 20 and 202 before it is 2026.
  document.addEventListener("change", (evento) => {
    const campo = evento.target
    if (campo.type === "date" && campo.closest("#resumo") && campo === document.activeElement && incompleta(campo.value)) {
      evento.stopPropagation()
    }
  }, true)
  document.addEventListener("focusout", ({ target }) => {
    if (target.type === "date" && target.closest("#resumo") && incompleta(target.value)) {
      target.dispatchEvent(new Event("change", { bubbles: true }))
    }
  })
}

const nomeDe = (campo) => `Antes[${campo}]`

const incompleta = (dia) => dia !== "" && Number(dia.split("-")[0]) < ANO_COMPLETO

const inicial = (campo) => (campo.options ? [...campo.options].find((opcao) => opcao.defaultSelected)?.value ?? "" : campo.defaultValue)

function fixar(campo, valor) {
  if (campo.options) {
    [...campo.options].forEach((opcao) => { opcao.defaultSelected = opcao.value === valor })
  } else {
    campo.defaultValue = valor
  }
}
