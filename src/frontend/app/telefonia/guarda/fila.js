import { criarLembranca } from "./lembranca.js"

/** @import { Alvo } from "../tipos.js" */

/**
 * Whom this person calls one after the other in this tab. Another person who signs in here finds none.
 * @param {Storage} armazem
 * @param {string} pessoa
 */
export function criarFila(armazem, pessoa) {
  const lembranca = criarLembranca(armazem, "crm-sequencia")
  if (lembranca.ler("pessoa") !== pessoa) {
    lembranca.guardar({ pessoa, alvos: [], feitos: 0 })
  }
  /** @returns {Alvo[]} */
  const alvos = () => lembranca.ler("alvos")
  /** @returns {number} */
  const feitos = () => lembranca.ler("feitos")
  /** @returns {Alvo | null} */
  const proxima = () => alvos()[feitos()] ?? null
  const esvaziar = () => lembranca.guardar({ alvos: [], feitos: 0 })

  return {
    esvaziar,
    total: () => alvos().length,
    /** Of the next one, from 1. */
    lugar: () => feitos() + 1,
    proxima,
    /** Each number once, where it comes first. @param {Alvo[]} todos */
    encher(todos) {
      lembranca.guardar({ alvos: todos.filter(({ numero }, i) => todos.findIndex((outro) => outro.numero === numero) === i), feitos: 0 })
    },
    /** The next one, which is no more the next. */
    tirar() {
      const alvo = proxima()
      if (alvo) {
        lembranca.guardar({ feitos: feitos() + 1 })
      }
      return alvo
    },
  }
}
