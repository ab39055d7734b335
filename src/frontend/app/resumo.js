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
  esperarDataDigitada(document)
}

// A date that is typed is another one at each digit: it is saved when the field is left. One that is picked is saved at once.
function esperarDataDigitada(document) {
  let digitando = null
  let devida = null
  const data = ({ target }) => (target.type === "date" && target.closest("#resumo") ? target : null)

  document.addEventListener("keydown", (evento) => { digitando = data(evento) ?? digitando })
  document.addEventListener("pointerdown", (evento) => { digitando = data(evento) ? null : digitando })
  document.addEventListener("change", (evento) => {
    const campo = data(evento)
    devida = campo && campo === digitando ? campo : null
    if (devida) {
      evento.stopPropagation()
    }
  }, true)
  document.addEventListener("focusout", (evento) => {
    const campo = data(evento)
    digitando = null
    if (campo && campo === devida && campo.value !== inicial(campo)) {
      campo.dispatchEvent(new Event("change", { bubbles: true }))
    }
  })
}

const nomeDe = (campo) => `Antes[${campo}]`

const inicial = (campo) => (campo.options ? [...campo.options].find((opcao) => opcao.defaultSelected)?.value ?? "" : campo.defaultValue)

function fixar(campo, valor) {
  if (campo.options) {
    [...campo.options].forEach((opcao) => { opcao.defaultSelected = opcao.value === valor })
  } else {
    campo.defaultValue = valor
  }
}
