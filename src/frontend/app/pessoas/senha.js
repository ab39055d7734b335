import { icone } from "../casca/icone.js"

/**
 * A button beside each [data-revelavel] password shows and hides what is typed; a form that is sent hides it again.
 * @param {Document} document
 */
export function montarSenhas(document) {
  prepararSenhas(document)
  document.addEventListener("click", ({ target }) => {
    const alvo = target.closest?.("[data-mostrar-senha]")
    if (alvo) {
      mostrar(alvo, alvo.getAttribute("aria-pressed") !== "true")
    }
  })
  document.addEventListener("submit", ({ target }) => {
    target.querySelectorAll("[data-mostrar-senha]").forEach((alvo) => mostrar(alvo, false))
  })
}

/** @param {ParentNode} raiz */
export function prepararSenhas(raiz) {
  raiz.querySelectorAll("[data-revelavel]").forEach((grupo) => grupo.append(botao(grupo.ownerDocument, grupo)))
}

/** @param {Document} document @param {HTMLElement} grupo */
function botao(document, grupo) {
  const novo = document.createElement("button")
  novo.type = "button"
  novo.className = "campo__olho"
  novo.dataset.mostrarSenha = ""
  novo.setAttribute("aria-controls", grupo.querySelector("input").id)
  novo.setAttribute("aria-pressed", "false")
  const nome = document.createElement("span")
  nome.className = "so-leitor"
  nome.textContent = `Mostrar ${grupo.dataset.revelavel.toLowerCase()}`
  novo.append(nome, icone("eye"))
  return novo
}

/** @param {HTMLElement} alvo @param {boolean} visivel */
function mostrar(alvo, visivel) {
  alvo.setAttribute("aria-pressed", String(visivel))
  alvo.parentElement.querySelector("input").type = visivel ? "text" : "password"
  alvo.lastElementChild.replaceWith(icone(visivel ? "eye-off" : "eye"))
}
