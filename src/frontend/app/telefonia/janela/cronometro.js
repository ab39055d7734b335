/** @import { Ligacao, Telefone } from "../tipos.js" */

/**
 * Talk time, from the answer to the end. Counted from the clock, so that a throttled tab is never behind.
 * @param {HTMLElement} elemento
 * @param {Telefone} telefone
 */
export function montarCronometro(elemento, telefone) {
  /** @type {number | null} */
  let relogio = null
  /** @type {Ligacao | null} */
  let ligacao = null

  /** @param {Ligacao} ligacao */
  function mostrar(ligacao) {
    const fim = ligacao.fimEm ? Date.parse(ligacao.fimEm) : Date.now()
    const decorrido = Math.max(0, fim - Date.parse(String(ligacao.atendidaEm)))
    elemento.textContent = duracao(decorrido)
    elemento.dateTime = `PT${Math.floor(decorrido / 1000)}S`
  }

  const desligar = telefone.aoMudar((nova) => {
    ligacao = nova
    const corre = Boolean(nova?.atendidaEm) && !nova?.terminada
    elemento.hidden = !nova?.atendidaEm
    if (!corre) {
      clearInterval(relogio)
      relogio = null
    } else {
      relogio ??= setInterval(() => ligacao && mostrar(ligacao), 250)
    }
    if (nova?.atendidaEm) {
      mostrar(nova)
    }
  })
  return () => {
    clearInterval(relogio)
    desligar()
  }
}

/** @param {number} ms */
export function duracao(ms) {
  const segundos = Math.floor(ms / 1000)
  const partes = [Math.floor(segundos / 60) % 60, segundos % 60].map((parte) => String(parte).padStart(2, "0"))
  return segundos < 3600 ? partes.join(":") : [Math.floor(segundos / 3600), ...partes].join(":")
}
