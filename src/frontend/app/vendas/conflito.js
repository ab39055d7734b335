import { escrever } from "../casca/campos.js"

/**
 * A field that two people changed offers both values. Keeping the own one or using the other decides it; a form that saves
 * itself is sent once nothing is left to decide.
 * @param {Document} document
 */
export function montarConflitos(document) {
  document.addEventListener("click", ({ target }) => {
    const botao = target.closest?.("[data-manter], [data-usar]")
    if (botao) {
      decidir(botao)
    }
  })
}

/** @param {HTMLElement} botao */
export function decidir(botao) {
  const caixa = botao.closest(".campo")
  const campo = caixa.querySelector("input, select, textarea")
  if (botao.dataset.usar !== undefined) {
    escrever(campo, botao.dataset.usar)
  }
  caixa.querySelector(".campo__erro").textContent = ""
  campo.removeAttribute("aria-invalid")
  botao.parentElement.remove()
  campo.focus()
  if (campo.form.id === "resumo" && !indeciso(campo.form)) {
    campo.form.requestSubmit()
  }
}

/** @param {HTMLElement} form */
export const indeciso = (form) => form.querySelector("[data-manter]") !== null
