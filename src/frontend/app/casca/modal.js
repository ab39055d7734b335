import { dizer, ouvir } from "./barramento.js"
import { ehJson } from "./avisos.js"
import { aoDemorar, aoTerminar } from "./espera.js"
import { haMenuAberto } from "./sobre.js"

/** @import { Digitado } from "./digitado.js" */

/** @typedef {NonNullable<ReturnType<typeof montarModal>>} Modal */

/**
 * The details dialog. It is opened with show(), and the shell behind it made inert by hand: showModal() would make the
 * call window inert too, and a rep reads the details while talking.
 * @param {Document} document
 * @param {{ digitado?: Digitado }} [opcoes]
 */
export function montarModal(document, { digitado } = {}) {
  const modal = document.getElementById("modal")
  const fundo = document.getElementById("fundo")
  const casca = document.querySelector(".app")
  if (!modal) {
    return null
  }
  /** @type {HTMLElement | null} */
  let origem = null
  /** @type {XMLHttpRequest | null} */
  let esperado = null
  // What the dialog is saving, and what it was saving when it was closed: its content stays until the answer, whose refusal
  // opens it again, and whose success does not.
  /** @type {Set<XMLHttpRequest>} */
  const salvando = new Set()
  // The page that is on its way.
  /** @type {XMLHttpRequest | null} */
  let pagina = null
  /** @type {WeakSet<XMLHttpRequest>} */
  const deixados = new WeakSet()

  const abrir = () => {
    if (!modal.open) {
      origem = document.activeElement
      casca.inert = true
      fundo.hidden = false
      modal.show()
    }
    focarTitulo(modal)
    dizer(document, "crm:modal-aberto")
  }

  const fechar = ({ comEndereco = true } = {}) => {
    if (!modal.open) {
      return
    }
    // What is being typed in place is sent now, and not when the field is gone.
    if (modal.contains(document.activeElement)) {
      document.activeElement?.blur()
    }
    modal.close()
    salvando.forEach((xhr) => deixados.add(xhr))
    esvaziar()
    desistir()
    casca.inert = false
    fundo.hidden = true
    devolverFoco(document, origem)
    origem = null
    if (comEndereco) {
      dizer(document, "crm:modal-fechado")
    }
  }
  // The page below changes, and its address with it.
  const fecharComAPagina = () => fechar({ comEndereco: false })

  // By the person, who is asked when typed work would be lost.
  const sair = () => {
    if (digitado) {
      digitado.aoSair(modal, () => fechar())
    } else {
      fechar()
    }
  }

  const esvaziar = () => {
    if (!modal.open && salvando.size === 0) {
      modal.replaceChildren()
    }
  }

  // Closed before the answer came: the answer must not open it again.
  const desistir = () => {
    const pedido = esperado
    esperado = null
    pedido?.abort()
  }

  aoDemorar(document, {
    interessa: ({ target, requestConfig }) => target === modal && !modal.open && requestConfig.verb === "get",
    mostrar({ elt, xhr }) {
      esperado = xhr
      const qual = elt.closest("[data-esqueleto]")?.dataset.esqueleto ?? "formulario"
      modal.replaceChildren(document.getElementById(`esqueleto-${qual}`).content.cloneNode(true))
      abrir()
    },
    // Nothing came in its place.
    esconder() {
      if (esperado) {
        esperado = null
        fechar()
      }
    },
  })

  document.addEventListener("htmx:beforeSend", ({ detail: { elt, xhr, target, boosted, requestConfig } }) => {
    if (boosted && requestConfig.verb === "get" && target?.id === "conteudo") {
      pagina = xhr
    } else if (target === modal) {
      // Asked for later: the page would close the dialog over what is typed by then.
      pagina?.abort()
    }
    if (requestConfig.verb !== "get" && modal.contains(elt)) {
      salvando.add(xhr)
      aoTerminar(xhr, () => {
        salvando.delete(xhr)
        if (xhr.status === 401 && !modal.open) {
          abrir()
        }
        esvaziar()
      })
    }
  })
  document.addEventListener("htmx:beforeSwap", ({ detail }) => {
    if (detail.target?.id === "conteudo") {
      fecharComAPagina()
    } else if (deixados.has(detail.xhr) && detail.xhr.status < 400 && modal.contains(detail.target)) {
      detail.shouldSwap = false
    } else if (naoCabeNoFragmento(detail)) {
      detail.shouldSwap = false
      detail.isError = true
    }
  })
  document.addEventListener("htmx:afterSwap", ({ detail, target }) => {
    // detail.target may have been what was replaced; the event comes from what came in its place.
    if (detail.target === modal || (deixados.has(detail.xhr) && modal.contains(target))) {
      esperado = null
      abrir()
    }
  })
  document.addEventListener("htmx:afterRequest", ({ detail }) => {
    if (detail.xhr.status < 400 && detail.requestConfig.verb !== "get" && modal.contains(detail.target)) {
      dizer(document, "dados-alterados")
    }
  })
  // What the dialog was for is done.
  ouvir(document, "dialogo-concluido", () => fechar())
  document.addEventListener("htmx:historyRestore", fecharComAPagina)
  document.addEventListener("keydown", (evento) => {
    if (evento.key === "Escape" && !evento.defaultPrevented && !evento.isComposing && !haMenuAberto(document)) {
      sair()
    }
  })
  modal.addEventListener("click", ({ target }) => {
    if (target.closest("[data-fechar]")) {
      sair()
    }
  })
  fundo.addEventListener("click", sair)
  return { abrir, fechar }
}

// Error pages are whole pages: right in <main>, wrong inside a dialog or a tab. 409 and 422 come as fragments, or as JSON
// from a broken rule.
/** @param {{ target: HTMLElement, xhr: XMLHttpRequest }} partes */
function naoCabeNoFragmento({ target, xhr }) {
  const fragmento = xhr.status === 409 || xhr.status === 422
  return xhr.status >= 400 && (ehJson(xhr) || (target?.id !== "conteudo" && !fragmento))
}

/** @param {HTMLElement} modal */
function focarTitulo(modal) {
  const alvo = modal.querySelector("[aria-invalid='true']") ?? modal.querySelector("[autofocus]") ?? modal.querySelector("h2") ?? modal
  alvo.focus({ preventScroll: true })
}

// What opened the dialog may have been drawn again since: find its successor by id or href.
/** @param {Document} document @param {HTMLElement | null} origem */
function devolverFoco(document, origem) {
  const href = origem?.getAttribute("href")
  const sucessor = origem?.isConnected
    ? origem
    : (document.getElementById(origem?.id ?? "") ?? [...document.querySelectorAll("a[href]")].find((a) => a.getAttribute("href") === href))
  sucessor?.focus({ preventScroll: true })
}
