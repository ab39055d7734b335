import { ouvir } from "../../casca/barramento.js"

/** @import { Pagina } from "../tipos.js" */

const PRIMEIRA_MS = 1000
const MAIOR_MS = 15000

/**
 * Repeats `tarefa` until it answers true: at once when asked, when the network comes back, and after growing pauses.
 * Asked while it runs, it runs once more.
 * @param {() => Promise<boolean>} tarefa
 * @param {{ pagina?: Pagina, primeira?: number, maior?: number }} [opcoes]
 */
export function criarInsistencia(tarefa, { pagina = globalThis, primeira = PRIMEIRA_MS, maior = MAIOR_MS } = {}) {
  let falhas = 0
  /** @type {number | null} */
  let relogio = null
  /** @type {Promise<boolean> | null} */
  let emCurso = null
  let deNovo = false
  let parada = false

  const correr = async () => {
    let terminou
    do {
      deNovo = false
      terminou = await tarefa().catch(() => false)
    } while (deNovo && terminou)
    falhas = terminou ? 0 : falhas + 1
    if (!terminou && !parada) {
      relogio = setTimeout(agora, Math.min(maior, primeira * 2 ** (falhas - 1)) * (0.75 + Math.random() / 4))
    }
    return terminou
  }

  const agora = () => {
    clearTimeout(relogio)
    if (emCurso) {
      deNovo = true
      return emCurso
    }
    emCurso = correr().finally(() => {
      emCurso = null
    })
    return emCurso
  }

  pagina.addEventListener("online", agora)
  ouvir(pagina, "crm:sessao-retomada", agora)
  return {
    agora,
    parar() {
      parada = true
      clearTimeout(relogio)
      pagina.removeEventListener("online", agora)
    },
  }
}
