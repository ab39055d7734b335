/** @import { Servidor, Telefone } from "../tipos.js" */

const INTERVALO_MS = 1500
const PERGUNTAS = 20

/**
 * A call that came back with the page, after F5 or from another organization: how long it took and how it ended the server
 * knows, this browser only guesses. It is asked until the end has reached it.
 * @param {{ servidor: Servidor, telefone: Telefone, intervalo?: number }} partes
 */
export function criarReleitura({ servidor, telefone, intervalo = INTERVALO_MS }) {
  /** @type {number | null} */
  let relogio = null

  /** @param {string} id @param {number} vezes */
  async function perguntar(id, vezes) {
    const { status, corpo } = await servidor.ver(id).catch(() => ({ status: 0, corpo: null }))
    if (status === 200 && corpo.fimEm) {
      telefone.reconhecer(id, corpo)
    } else if (vezes > 1 && telefone.ligacao()?.id === id) {
      relogio = setTimeout(perguntar, intervalo, id, vezes - 1)
    }
  }

  return {
    /**
     * Also when the server has just heard more of it.
     * @param {string} id
     */
    ler(id) {
      if (telefone.ligacao()?.id === id && telefone.ligacao()?.reaberta) {
        clearTimeout(relogio)
        perguntar(id, PERGUNTAS)
      }
    },
    parar: () => clearTimeout(relogio),
  }
}
