import { mudou } from "./campos.js"

const GUARDADOS = ".app form, .conta form, #modal form"
// Typing these again is no work.
const PROVAS = "[autocomplete='current-password'], [autocomplete='one-time-code']"
const RECUSAS = new Set([409, 422])

/**
 * Knows which forms hold work that is nowhere else: changed and not saved, or refused by the server. Whatever would throw it
 * away asks first. `sujos(regiao)` lists them, `descartar(formularios)` forgets them, `aoSair(regiao, agir)` asks and acts.
 */
export function criarDigitado(document, { perguntar }) {
  // Refused with something typed: the form that comes back says it as if it had come so.
  const recusados = new WeakSet()
  const comTrabalho = new WeakSet()
  // Saved, or given up by its person, until the next keystroke.
  const quites = new WeakSet()
  const aCaminho = new Map()

  const sujo = (form) => !quites.has(form) && ![...aCaminho.values()].includes(form) && (recusados.has(form) || digitadoEm(form))
  const sujos = (regiao = document) =>
    [...document.querySelectorAll(GUARDADOS)].filter((form) => form.method === "post" && regiao.contains(form) && sujo(form))
  const descartar = (formularios) => formularios.forEach((form) => quites.add(form))

  const perguntarPor = async (perdidos, agir) => {
    if (await perguntar()) {
      descartar(perdidos)
      agir()
    }
  }

  // At once where nothing is lost.
  const aoSair = (regiao, agir) => {
    const perdidos = sujos(regiao)
    if (perdidos.length === 0) {
      agir()
    } else {
      perguntarPor(perdidos, agir)
    }
  }

  for (const tipo of ["input", "change"]) {
    document.addEventListener(tipo, ({ target }) => {
      const form = target.closest?.("form")
      if (form) {
        quites.delete(form)
      }
    })
  }
  document.addEventListener("htmx:confirm", (evento) => {
    const { elt, target, verb, issueRequest } = evento.detail
    const perdidos = regioesTrocadas(document, target, elt).flatMap(sujos).filter((form) => verb === "get" || form !== elt.closest("form"))
    if (perdidos.length > 0) {
      evento.preventDefault()
      perguntarPor(perdidos, issueRequest)
    }
  })
  document.addEventListener("htmx:beforeSend", ({ detail: { elt, xhr, requestConfig } }) => {
    const form = requestConfig.verb === "get" ? null : elt.closest("form")
    if (form) {
      if (sujo(form)) {
        comTrabalho.add(xhr)
      }
      aCaminho.set(xhr, form)
      xhr.addEventListener("loadend", () => aCaminho.delete(xhr), { once: true })
    }
  })
  // Before the answer leads anywhere: what was saved asks nothing.
  document.addEventListener("htmx:beforeOnLoad", ({ detail: { xhr } }) => {
    if (aCaminho.has(xhr) && xhr.status < 400) {
      quites.add(aCaminho.get(xhr))
    }
  })
  document.addEventListener("htmx:afterSwap", ({ target, detail: { xhr, requestConfig } }) => {
    if (RECUSAS.has(xhr?.status) && requestConfig?.verb !== "get" && comTrabalho.has(xhr)) {
      marcarRecusados(target, requestConfig?.path)
    }
  })
  document.defaultView.addEventListener("submit", (evento) => {
    if (!evento.defaultPrevented) {
      quites.add(evento.target)
    }
  })
  document.defaultView.addEventListener("beforeunload", (evento) => {
    if (sujos().length > 0) {
      evento.preventDefault()
    }
  })

  function marcarRecusados(regiao, caminho) {
    const formularios = [...(regiao.matches("form") ? [regiao] : []), ...regiao.querySelectorAll("form")]
    formularios
      .filter((form) => [form.getAttribute("action"), form.getAttribute("hx-post")].includes(caminho))
      .forEach((form) => recusados.add(form))
  }

  return { sujos, descartar, aoSair }
}

// A field that saves itself when it is left is not lost by leaving it.
const digitadoEm = (form) => form.id !== "resumo"
  && [...form.querySelectorAll("input, select, textarea")].some((campo) => !campo.matches(PROVAS) && mudou(campo))

// A page that comes closes the dialog over it too; the form at the foot of a column goes when another one opens.
function regioesTrocadas(document, alvo, elt) {
  if (elt.matches("[data-criar-em]")) {
    return [...document.querySelectorAll("[data-rapida]")]
  }
  return alvo?.id === "conteudo" ? [alvo, document.getElementById("modal")].filter(Boolean) : [alvo].filter(Boolean)
}
