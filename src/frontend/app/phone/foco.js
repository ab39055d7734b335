/** A button that disappears with the call must not take the focus with it: the note is next, else the window. */
export function guardarFoco(secao, telefone) {
  const { ownerDocument: document } = secao
  let ultimo = null
  // Browsers drop the focus of a hidden element before anybody can ask where it was.
  const lembrar = ({ target }) => { ultimo = secao.contains(target) ? target : null }
  const esquecer = ({ target }) => { ultimo = secao.contains(target) ? ultimo : null }

  document.addEventListener("focusin", lembrar)
  document.addEventListener("pointerdown", esquecer)
  const desligar = telefone.aoMudar((ligacao) => {
    if (ligacao && ultimo?.closest("[hidden]") && [document.body, ultimo].includes(document.activeElement)) {
      const notas = secao.querySelector("textarea")
      const destino = ligacao.terminada && !notas.closest("[hidden]") ? notas : secao
      destino.focus({ preventScroll: true })
    }
  })
  return () => {
    desligar()
    document.removeEventListener("focusin", lembrar)
    document.removeEventListener("pointerdown", esquecer)
  }
}
