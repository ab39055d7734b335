import { dizer, ouvir } from "../casca/barramento.js"

/**
 * Somebody left this person a word: the bell counts again, an open list of them shows it, and who does not look hears of it.
 * @param {Document} document
 */
export function montarRecados(document) {
  ouvir(document, "crm:novidade", ({ tipo }) => {
    if (tipo === "recados") {
      dizer(document, "recados-chegaram")
    }
  })
  // Not what stood there when the page came.
  document.addEventListener("htmx:afterSwap", ({ detail }) => {
    const { target, requestConfig } = detail
    const voz = document.getElementById("voz")
    const texto = target?.id === "sino-novos" && requestConfig?.triggeringEvent?.type === "recados-chegaram" && target.querySelector(".so-leitor")?.textContent
    if (texto && voz) {
      voz.textContent = `Recados: ${texto}.`
    }
  })
}
