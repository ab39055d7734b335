import { avisar } from "./avisos.js"

/**
 * A button that copies the field it names. Where the browser refuses, the text stands selected, one key away.
 * @param {Document} document
 * @param {() => Clipboard} [areaDeTransferencia]
 */
export function montarCopia(document, areaDeTransferencia = () => globalThis.navigator?.clipboard) {
  document.addEventListener("click", async ({ target }) => {
    const botao = target.closest?.("[data-copiar]")
    if (!botao) {
      return
    }
    const campo = document.getElementById(botao.dataset.copiar)
    try {
      await areaDeTransferencia().writeText(campo.value)
      avisar(botao.dataset.copiado ?? "Link copiado.", { tipo: "sucesso", chave: "copia" })
    } catch {
      campo.focus()
      campo.select()
      avisar("O navegador não deixou copiar. O texto está selecionado: copie com Ctrl+C ou pelo menu do aparelho.", { tipo: "alerta", chave: "copia" })
    }
  })
}
