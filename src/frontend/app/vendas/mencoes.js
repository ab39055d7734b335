import { concluir } from "../casca/campos.js"
import { requisitar } from "../casca/http.js"
import { simples } from "../casca/texto.js"

const MAXIMO = 8

/**
 * "@" in a note (text-expander[data-mencoes], the address of the names) offers the people it can name. Fetched when the note is
 * first written in; without it "@Bruno" works as well, the server reads it.
 * @param {Document} document
 * @param {{ carregar?: () => Promise<any>, fetch?: typeof globalThis.fetch }} [opcoes]
 */
export function montarMencoes(document, { carregar = () => import("@github/text-expander-element"), fetch } = {}) {
  /** @type {Promise<string[]> | null} */
  let nomes = null

  /** @param {string} caminho */
  const ler = async (caminho) => {
    const { ok, corpo } = await requisitar(caminho, { document, metodo: "GET", fetch })
    if (!ok) {
      nomes = null
    }
    return ok ? corpo : []
  }

  document.addEventListener("focusin", ({ target }) => {
    const campo = target.closest?.("[data-mencoes]")
    if (campo && !nomes) {
      nomes = ler(campo.dataset.mencoes)
      carregar().catch(() => {})
    }
  })
  // These do not bubble.
  document.addEventListener(
    "text-expander-change",
    (evento) => {
      const { provide, text } = evento.detail
      provide((nomes ?? Promise.resolve([])).then((todos) => lista(document, parecidos(todos, text))))
    },
    true,
  )
  document.addEventListener(
    "text-expander-value",
    ({ detail }) => {
      detail.value = `@${detail.item.textContent}`
    },
    true,
  )
  document.addEventListener("text-expander-committed", ({ detail }) => concluir(detail.input), true)
}

/**
 * Those of which a word begins so, as far as more than one word was typed the name itself.
 * @param {string[]} nomes
 * @param {string} digitado
 */
export function parecidos(nomes, digitado) {
  const texto = simples(digitado)
  return nomes
    .filter((nome) => {
      const inteiro = simples(nome)
      return inteiro.startsWith(texto) || inteiro.split(" ").some((palavra) => palavra.startsWith(texto))
    })
    .slice(0, MAXIMO)
}

/** @param {Document} document @param {string[]} nomes */
function lista(document, nomes) {
  const fragment = document.createElement("ul")
  fragment.role = "listbox"
  fragment.className = "menu mencoes"
  fragment.setAttribute("aria-label", "Pessoas")
  fragment.append(
    ...nomes.map((nome, indice) => {
      const item = document.createElement("li")
      item.role = "option"
      item.id = `mencao-${indice}`
      item.className = "menu__item"
      item.textContent = nome
      return item
    }),
  )
  return { matched: nomes.length > 0, fragment }
}
