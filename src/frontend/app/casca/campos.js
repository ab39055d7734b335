/**
 * What a field said when it came from the server, or when it was last saved.
 * @param {HTMLElement} campo
 */
export function inicial(campo) {
  if (campo.options) {
    return ([...campo.options].find((opcao) => opcao.defaultSelected) ?? campo.options[0])?.value ?? ""
  }
  return campo.type === "checkbox" || campo.type === "radio" ? campo.defaultChecked : campo.defaultValue
}

/** @param {HTMLElement} campo */
export function atual(campo) {
  return campo.type === "checkbox" || campo.type === "radio" ? campo.checked : campo.value
}

/**
 * A person changed it: buttons and what the page carries for itself are nobody's typing.
 * @param {HTMLElement} campo
 */
export function mudou(campo) {
  if (!campo.name || ["hidden", "submit", "button", "reset"].includes(campo.type)) {
    return false
  }
  return campo.type === "file" ? campo.files.length > 0 : atual(campo) !== inicial(campo)
}

/**
 * From now on this is what the field said before.
 * @param {HTMLElement} campo
 * @param {string | boolean} [valor]
 */
export function fixar(campo, valor = atual(campo)) {
  if (campo.options) {
    ;[...campo.options].forEach((opcao) => {
      opcao.defaultSelected = opcao.value === valor
    })
  } else if (typeof valor === "boolean") {
    campo.defaultChecked = valor
  } else {
    campo.defaultValue = valor
  }
}

/**
 * Fills a field for its person, and tells as typing would: whoever validates, or asks before it is thrown away.
 * @param {HTMLElement} campo
 * @param {string} valor
 */
export function escrever(campo, valor) {
  campo.value = valor
  contar(campo, "input")
}

/**
 * The field says what it is to say, as when its person leaves it: what saves itself saves.
 * @param {HTMLElement} campo
 */
export const concluir = (campo) => contar(campo, "change")

/** @param {HTMLElement} campo @param {string} tipo */
function contar(campo, tipo) {
  const { Event } = /** @type {typeof globalThis} */ (campo.ownerDocument.defaultView)
  campo.dispatchEvent(new Event(tipo, { bubbles: true }))
}
