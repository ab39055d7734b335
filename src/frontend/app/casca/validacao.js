import { caracteres } from "./texto.js"

/**
 * The rules of the server's validators that need no server (data-val-*, from FluentValidation's client adapters), told when
 * a field has been changed. The server still decides; this only says so earlier.
 * @param {Document} document
 */
export function montarValidacao(document) {
  const quandoSolto = montarPonteiro(document)
  document.addEventListener("change", ({ target }) => {
    if (target.dataset?.val === "true") {
      quandoSolto(() => mostrar(document, target, recusa(target)))
    }
  })
}

// A field changes when the button below it is pressed. A message that appears then moves the button away from under the
// pointer, and the click is lost: it waits for the release.
/** @param {Document} document */
export function montarPonteiro(document) {
  /** @type {(() => void)[] | null} */
  let adiadas = null
  document.addEventListener(
    "pointerdown",
    () => {
      adiadas ??= []
    },
    true,
  )
  for (const fim of ["pointerup", "pointercancel"]) {
    document.addEventListener(
      fim,
      () => {
        const agora = adiadas ?? []
        adiadas = null
        setTimeout(() => agora.forEach((acao) => acao()))
      },
      true,
    )
  }
  return (/** @type {() => void} */ acao) => (adiadas ? adiadas.push(acao) : acao())
}

/** @param {{ value: string, dataset: Record<string, string> }} partes */
export function recusa({ value, dataset }) {
  const texto = value.trim()
  if (dataset.valRequired && !texto) {
    return dataset.valRequired
  }
  if (caracteres(value) > Number(dataset.valMaxlengthMax ?? Infinity)) {
    return dataset.valMaxlength
  }
  return null
}

/** @param {Document} document @param {HTMLElement} campo @param {string | null} mensagem */
function mostrar(document, campo, mensagem) {
  const erro = document.getElementById(`${campo.id}-erro`)
  if (!erro || !campo.isConnected) {
    return
  }
  erro.textContent = mensagem ?? ""
  if (mensagem) {
    campo.setAttribute("aria-invalid", "true")
  } else {
    campo.removeAttribute("aria-invalid")
  }
}
