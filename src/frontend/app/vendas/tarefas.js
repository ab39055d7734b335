import { fixar, mudou } from "../casca/campos.js"

/**
 * Tasks that are done or put off leave their list: the focus goes to the next one. What became of the next step stands in the
 * fields of the deal too, unless somebody is typing there.
 * @param {Document} document
 */
export function montarTarefas(document) {
  /** @type {string[]} */
  let vizinhas = []

  document.addEventListener("click", ({ target }) => {
    const tarefa = target.closest?.("button") && target.closest(".tarefa")
    if (tarefa) {
      vizinhas = [target.closest("button").id, caixa(tarefa.nextElementSibling), caixa(tarefa.previousElementSibling)].filter(Boolean)
    }
  })
  document.addEventListener("htmx:afterSettle", ({ target }) => {
    if (target.querySelector?.("[data-passo]")) {
      acompanharPasso(document)
    }
    if (vizinhas.length > 0 && document.activeElement === document.body && target.querySelector?.(".tarefas, .vazio")) {
      const alvo = vizinhas.map((id) => document.getElementById(id)).find(Boolean) ?? document.querySelector("dialog[open] h2[tabindex], main h1")
      vizinhas = []
      alvo?.focus({ preventScroll: true })
    }
  })
}

/** @param {Element | null} tarefa */
const caixa = (tarefa) => tarefa?.querySelector(".tarefa__caixa")?.id ?? ""

/** @param {Document} document */
function acompanharPasso(document) {
  const parte = document.querySelector("#tarefas-do-registro [data-passo]")
  const form = document.getElementById("resumo")
  if (!parte || !form) {
    return
  }
  for (const [nome, valor] of Object.entries({ ProximoPasso: parte.dataset.passo, ProximoPassoEm: parte.dataset.passoEm })) {
    const campo = form.elements[nome]
    if (campo && campo !== document.activeElement && !mudou(campo) && campo.value !== valor) {
      campo.value = valor
      fixar(campo, valor)
    }
  }
}
