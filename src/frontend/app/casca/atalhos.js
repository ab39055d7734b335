import { executar, montarAcao, seguir } from "./comandos.js"
import { abrirSobre } from "./sobre.js"

/** @import { Htmx } from "./htmx.js" */

const CHAVE = "crm.atalhos"
const DESLIGADOS = "desligados"
// What takes letters itself: fields, dialogs, open menus, and the call window, which has keys of its own.
const DE_OUTROS = "input, textarea, select, [contenteditable], dialog, .menu, .calendario, .telefone"

/**
 * The key of a shortcut of one key, small; null when it is none: typed into something, pressed with another key, held down, or
 * switched off by its person (WCAG 2.1.4).
 * @param {De<KeyboardEvent>} evento
 */
export function letraSolta(evento) {
  const { key, target } = evento
  const comOutra = evento.ctrlKey || evento.altKey || evento.metaKey
  if (evento.defaultPrevented || evento.repeat || evento.isComposing || comOutra || key.length !== 1 || target.closest?.(DE_OUTROS)) {
    return null
  }
  return ligados() ? key.toLowerCase() : null
}

function ligados() {
  try {
    return globalThis.localStorage.getItem(CHAVE) !== DESLIGADOS
  } catch {
    return true
  }
}

/** @param {boolean} ligar */
function guardar(ligar) {
  try {
    if (ligar) {
      globalThis.localStorage.removeItem(CHAVE)
    } else {
      globalThis.localStorage.setItem(CHAVE, DESLIGADOS)
    }
  } catch {
    // A browser that keeps nothing forgets it with the page.
  }
}

/**
 * Shortcuts of one key for the whole page: ? tells them all, / goes to the search, N creates. The sheet that tells them is also
 * where they are switched off, and where whoever has done so finds them again: in the menu of the account.
 * @param {Document} document
 * @param {{ htmx: Htmx }} partes
 */
export function montarAtalhosDaPagina(document, { htmx }) {
  const ajuda = document.getElementById("atalhos")
  /** @type {(() => void) | null} */
  let fechar = null

  const sair = () => {
    fechar?.()
    fechar = null
  }
  const abrir = () => {
    if (ajuda && !fechar) {
      ajuda.querySelector("[data-atalhos-ligados]").checked = ligados()
      fechar = abrirSobre(document, ajuda, { foco: ajuda.querySelector("h2"), aoDesistir: sair })
    }
  }

  /** @type {Record<string, () => boolean>} */
  const acoes = {
    "?": () => {
      abrir()
      return true
    },
    "/": () => buscar(document),
    n: () => criar(document, htmx),
  }
  document.addEventListener("keydown", (evento) => {
    const letra = document.querySelector("dialog[open]") ? null : letraSolta(evento)
    if (letra && acoes[letra]?.()) {
      evento.preventDefault()
    }
  })
  for (const botao of document.querySelectorAll("[data-abrir-atalhos]")) {
    montarAcao(botao, () => {
      botao.closest("[popover]")?.hidePopover?.()
      abrir()
    })
  }
  ajuda?.querySelector("[data-fechar-atalhos]").addEventListener("click", sair)
  ajuda?.querySelector("[data-atalhos-ligados]").addEventListener("change", ({ target }) => guardar(target.checked))
  document.getElementById(ajuda?.dataset.veu ?? "")?.addEventListener("click", sair)
}

// A page without a search of its own has the one of them all.
/** @param {Document} document */
function buscar(document) {
  const campo = document.querySelector("main input[type='search']")
  const geral = document.querySelector("[data-abrir-paleta]")
  if (campo) {
    campo.focus()
    campo.select()
  } else if (geral) {
    executar(geral)
  }
  return Boolean(campo ?? geral)
}

/** @param {Document} document @param {Htmx} htmx */
function criar(document, htmx) {
  const link = document.querySelector("main [data-criacao]")
  if (link) {
    seguir(document, link, htmx)
  }
  return Boolean(link)
}
