import { ouvir } from "../../casca/barramento.js"

/**
 * A colleague changed something: the list says so, and is not drawn anew under the hands of who works in it.
 * @param {Document} document
 */
export function montarNovas(document) {
  ouvir(document, "crm:novidade", ({ tipo }) => {
    const aviso = tipo === "funil" && document.querySelector("#lista [data-novas]")
    if (aviso) {
      aviso.hidden = false
    }
  })
}
