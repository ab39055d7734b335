/** @import { Telefone } from "../tipos.js" */

/**
 * A button that disappears with the call must not take the focus with it. After a talk the note is next; when nobody answered,
 * the outcome, which is chosen already: Enter saves it. Where the form comes later than the end, the focus waits in the window.
 * @param {HTMLElement} secao
 * @param {Telefone} telefone
 */
export function guardarFoco(secao, telefone) {
  const { ownerDocument: document } = secao
  /** @type {HTMLElement | null} */
  let ultimo = null
  // Browsers drop the focus of a hidden element before anybody can ask where it was.
  /** @param {{ target: HTMLElement }} partes */
  const lembrar = ({ target }) => {
    ultimo = secao.contains(target) ? target : null
  }
  /** @param {{ target: HTMLElement }} partes */
  const esquecer = ({ target }) => {
    ultimo = secao.contains(target) ? ultimo : null
  }

  document.addEventListener("focusin", lembrar)
  document.addEventListener("pointerdown", esquecer)
  let espera = false
  const desligar = telefone.aoMudar((ligacao) => {
    const sumiu = Boolean(ultimo?.closest("[hidden]")) && [document.body, ultimo].includes(/** @type {HTMLElement} */ (document.activeElement))
    espera = espera && document.activeElement === secao
    if (!ligacao || !(sumiu || espera)) {
      return
    }
    const proximo = secao.querySelector(ligacao.atendidaEm ? "textarea" : "[name='resultado']:checked")
    const pronto = ligacao.terminada && proximo && !proximo.closest("[hidden]")
    const destino = pronto ? proximo : secao
    destino.focus({ preventScroll: true })
    espera = ligacao.terminada && !pronto
  })
  return () => {
    desligar()
    document.removeEventListener("focusin", lembrar)
    document.removeEventListener("pointerdown", esquecer)
  }
}
