/** A button that disappears with the call must not take the focus with it: the note is next, else the window. */
export function guardarFoco(secao, telefone) {
  return telefone.aoMudar((ligacao) => {
    const atual = secao.ownerDocument.activeElement
    if (ligacao && secao.contains(atual) && atual.closest("[hidden]")) {
      const notas = secao.querySelector("textarea")
      const destino = ligacao.terminada && !notas.closest("[hidden]") ? notas : secao
      destino.focus({ preventScroll: true })
    }
  })
}
