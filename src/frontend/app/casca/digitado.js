import { mudou } from "./campos.js"

const GUARDADOS = ".app form, .conta form, #modal form"
/** @type {string} */
const FORMULARIO = "form"
// Typing these again is no work.
const PROVAS = "[autocomplete='current-password'], [autocomplete='one-time-code']"
const RECUSAS = new Set([409, 422])

/** @typedef {ReturnType<typeof criarDigitado>} Digitado */

/**
 * Knows which forms hold work that is nowhere else: changed and not saved, or refused by the server. Whatever would throw it
 * away asks first. `sujos(regiao)` lists them, `descartar(formularios)` forgets them, `aoSair(regiao, agir)` asks and acts.
 * @param {Document} document
 * @param {{ perguntar: () => Promise<boolean> }} partes
 */
export function criarDigitado(document, { perguntar }) {
  // Refused with something typed: the form that comes back says it as if it had come so.
  /** @type {WeakSet<HTMLElement>} */
  const recusados = new WeakSet()
  /** @type {WeakSet<XMLHttpRequest>} */
  const comTrabalho = new WeakSet()
  // Saved, or given up by its person, until the next keystroke.
  /** @type {WeakSet<EventTarget>} */
  const quites = new WeakSet()
  /** @type {Map<XMLHttpRequest, HTMLElement>} */
  const aCaminho = new Map()

  /** @param {HTMLElement} form */
  const sujo = (form) => !quites.has(form) && ![...aCaminho.values()].includes(form) && (recusados.has(form) || digitadoEm(form))
  const sujos = (/** @type {Document | HTMLElement} */ regiao = document) =>
    [...document.querySelectorAll(GUARDADOS)].filter((form) => form.method === "post" && regiao.contains(form) && sujo(form))
  /** @param {HTMLElement[]} formularios */
  const descartar = (formularios) => formularios.forEach((form) => quites.add(form))

  /** @param {HTMLElement[]} perdidos @param {() => void} agir */
  const perguntarPor = async (perdidos, agir) => {
    if (await perguntar()) {
      descartar(perdidos)
      agir()
    }
  }

  // At once where nothing is lost.
  /** @param {Document | HTMLElement} regiao @param {() => void} agir */
  const aoSair = (regiao, agir) => {
    const perdidos = sujos(regiao)
    if (perdidos.length === 0) {
      agir()
    } else {
      perguntarPor(perdidos, agir)
    }
  }

  for (const tipo of /** @type {const} */ (["input", "change"])) {
    document.addEventListener(tipo, ({ target }) => {
      const form = target.closest?.(FORMULARIO)
      if (form) {
        quites.delete(form)
      }
    })
  }
  document.addEventListener("htmx:confirm", (evento) => {
    const { elt, target, verb, issueRequest } = evento.detail
    const perdidos = regioesTrocadas(document, target, elt)
      .flatMap((regiao) => sujos(regiao))
      .filter((form) => verb === "get" || form !== elt.closest(FORMULARIO))
    if (perdidos.length > 0) {
      evento.preventDefault()
      perguntarPor(perdidos, issueRequest)
    }
  })
  document.addEventListener("htmx:beforeSend", ({ detail: { elt, xhr, requestConfig } }) => {
    const form = requestConfig.verb === "get" ? null : elt.closest(FORMULARIO)
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
      quites.add(/** @type {HTMLElement} */ (aCaminho.get(xhr)))
    }
  })
  document.addEventListener("htmx:afterSwap", ({ target, detail: { xhr, requestConfig } }) => {
    if (RECUSAS.has(xhr?.status) && requestConfig?.verb !== "get" && comTrabalho.has(xhr)) {
      marcarRecusados(target, requestConfig?.path)
    }
  })
  document.defaultView?.addEventListener("submit", (evento) => {
    if (!evento.defaultPrevented) {
      quites.add(evento.target)
    }
  })
  document.defaultView?.addEventListener("beforeunload", (evento) => {
    if (sujos().length > 0) {
      evento.preventDefault()
    }
  })

  /** @param {HTMLElement} regiao @param {string} caminho */
  function marcarRecusados(regiao, caminho) {
    const formularios = [...(regiao.matches("form") ? [regiao] : []), ...regiao.querySelectorAll(FORMULARIO)]
    formularios.filter((form) => [form.getAttribute("action"), form.getAttribute("hx-post")].includes(caminho)).forEach((form) => recusados.add(form))
  }

  return { sujos, descartar, aoSair }
}

// A field that saves itself when it is left is not lost by leaving it.
/** @param {HTMLElement} form */
const digitadoEm = (form) =>
  form.id !== "resumo" && [...form.querySelectorAll("input, select, textarea")].some((campo) => !campo.matches(PROVAS) && mudou(campo))

// A page that comes closes the dialog over it too; the form at the foot of a column goes when another one opens.
/** @param {Document} document @param {HTMLElement} alvo @param {HTMLElement} elt */
function regioesTrocadas(document, alvo, elt) {
  if (elt.matches("[data-criar-em]")) {
    return [...document.querySelectorAll("[data-rapida]")]
  }
  return alvo?.id === "conteudo" ? [alvo, document.getElementById("modal")].filter(Boolean) : [alvo].filter(Boolean)
}
