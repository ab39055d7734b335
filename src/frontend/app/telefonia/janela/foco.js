/** @import { Telefone } from "../tipos.js" */

/**
 * A button that disappears with the call must not take the focus with it. After a talk the note is next; when nobody answered,
 * the outcome, which is chosen already: Enter saves it.
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
  const desligar = telefone.aoMudar((ligacao) => {
    if (ligacao && ultimo?.closest("[hidden]") && [document.body, ultimo].includes(/** @type {HTMLElement} */ (document.activeElement))) {
      const proximo = secao.querySelector(ligacao.atendidaEm ? "textarea" : "[name='resultado']:checked")
      const destino = ligacao.terminada && proximo && !proximo.closest("[hidden]") ? proximo : secao
      destino.focus({ preventScroll: true })
    }
  })
  return () => {
    desligar()
    document.removeEventListener("focusin", lembrar)
    document.removeEventListener("pointerdown", esquecer)
  }
}
