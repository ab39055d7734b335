/**
 * The rules of the server's validators that need no server (data-val-*, from FluentValidation's client adapters), told when
 * a field has been changed. The server still decides; this only says so earlier.
 */
export function ligarValidacao(document) {
  document.addEventListener("change", ({ target }) => {
    if (target.dataset?.val === "true") {
      mostrar(document, target, recusa(target))
    }
  })
}

export function recusa({ value, dataset }) {
  const texto = value.trim()
  if (dataset.valRequired && !texto) {
    return dataset.valRequired
  }
  if (value.length > Number(dataset.valMaxlengthMax ?? Infinity)) {
    return dataset.valMaxlength
  }
  return null
}

function mostrar(document, campo, mensagem) {
  const erro = document.getElementById(`${campo.id}-erro`)
  if (!erro) {
    return
  }
  erro.textContent = mensagem ?? ""
  if (mensagem) {
    campo.setAttribute("aria-invalid", "true")
  } else {
    campo.removeAttribute("aria-invalid")
  }
}
