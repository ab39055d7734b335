import { cabecalhosDeMudanca } from "./http.js"

const SEGUROS = new Set(["get", "head", "options"])

/**
 * Antiforgery token on every unsafe request; focus on the first refused field; Ctrl+Enter saves the form of the dialog.
 * @param {Document} document
 */
export function montarFormularios(document) {
  document.addEventListener("htmx:configRequest", ({ detail }) => {
    if (!SEGUROS.has(detail.verb)) {
      Object.assign(detail.headers, cabecalhosDeMudanca(document))
    } else if (detail.elt?.matches?.("[data-sem-vazios]")) {
      tirarVazios(detail.parameters)
    }
  })
  document.addEventListener("htmx:afterSettle", ({ detail }) => {
    detail.elt.querySelector?.("[aria-invalid='true']")?.focus()
  })
  document.querySelector("main [aria-invalid='true']")?.focus()
  document.addEventListener("click", preencher)
  document.addEventListener("keydown", enviarComCtrlEnter)
  document.addEventListener("submit", umaVez)
  document.defaultView?.addEventListener("pageshow", () => {
    document.querySelectorAll("[data-uma-vez] [aria-busy]").forEach((botao) => botao.removeAttribute("aria-busy"))
  })
}

// A second click while the answer is on its way would make the account twice, and tell that it exists already. Coming back
// to the page by the browser's button frees it.
/** @param {De<SubmitEvent>} evento */
function umaVez(evento) {
  const botao = evento.target.matches?.("[data-uma-vez]") && evento.submitter
  if (!botao) {
    return
  }
  if (botao.hasAttribute("aria-busy")) {
    evento.preventDefault()
  }
  botao.setAttribute("aria-busy", "true")
}

// As in the note of a call. The button that saves takes part, so that it may refuse a second time.
/** @param {De<KeyboardEvent>} evento */
function enviarComCtrlEnter(evento) {
  const form =
    evento.key === "Enter" && (evento.ctrlKey || evento.metaKey) && !evento.isComposing && evento.target.closest?.("#modal form, [data-rapida], form.anotacao")
  if (!form || evento.defaultPrevented || !evento.target.matches("input, select, textarea")) {
    return
  }
  evento.preventDefault()
  form.requestSubmit(form.querySelector("button:not([type='button'])"))
}

// A filter that is not set does not stand in the address.
/** @param {Record<string, unknown>} parametros */
function tirarVazios(parametros) {
  for (const [nome, valor] of Object.entries(parametros)) {
    if (valor === "") {
      delete parametros[nome]
    }
  }
}

// A demo login is one click away: the button carries what goes into the form.
/** @param {{ target: HTMLElement }} partes */
function preencher({ target }) {
  const botao = target.closest?.("[data-preencher]")
  if (!botao) {
    return
  }
  const formulario = document.getElementById(botao.dataset.preencher)
  for (const [nome, valor] of Object.entries(JSON.parse(botao.dataset.valores))) {
    formulario.elements[nome].value = valor
  }
  formulario.requestSubmit()
}
