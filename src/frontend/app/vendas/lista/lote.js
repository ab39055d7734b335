import { avisar } from "../../casca/avisos.js"
import { dizer } from "../../casca/barramento.js"
import { pedir } from "../../casca/http.js"

const MAXIMO = 500

/** @import { Selecao } from "./selecao.js" */

/**
 * What is done to all that are chosen: each menu of the bar is a form, and the chosen ones go along. The answer says how many
 * were done and why others were not.
 * @param {Document} document
 * @param {{ selecao: Selecao, fetch?: typeof globalThis.fetch }} partes
 */
export function montarLote(document, { selecao, fetch }) {
  let focarDepois = false

  document.addEventListener("submit", async (evento) => {
    const form = /** @type {HTMLFormElement} */ (/** @type {unknown} */ (evento.target))
    if (!form.matches?.("[data-lote]")) {
      return
    }
    evento.preventDefault()
    if (form.hasAttribute("aria-busy")) {
      return
    }
    form.setAttribute("aria-busy", "true")
    const { ok, status, corpo } = await pedir(form.action, campos(document, form, evento.submitter, selecao), { document, fetch })
    form.removeAttribute("aria-busy")
    if (!ok) {
      if (status !== 401) {
        avisar(corpo.mensagem, { tipo: "alerta", chave: "lote" })
      }
      return
    }
    form.hidePopover?.()
    selecao.limpar()
    focarDepois = true
    dizer(document, "avisar", {
      texto: corpo.mensagem,
      tipo: corpo.feitas > 0 ? "sucesso" : "alerta",
      ...(corpo.ficha && { desfazer: form.action.replace(/\/[^/]*$/, "/desfazer"), dados: { ficha: corpo.ficha } }),
    })
    dizer(document, "dados-alterados")
  })

  // The menu that was pressed is gone with the list that came in its place.
  document.addEventListener("htmx:afterSettle", () => {
    if (focarDepois && document.getElementById("lista")) {
      focarDepois = false
      if (document.activeElement === document.body) {
        document.querySelector("#lista h1")?.focus({ preventScroll: true })
      }
    }
  })
}

/** @param {Document} document @param {HTMLFormElement} form @param {HTMLElement | null} botao @param {Selecao} selecao */
function campos(document, form, botao, selecao) {
  const { FormData } = /** @type {typeof globalThis} */ (document.defaultView)
  const corpo = new URLSearchParams([...new FormData(form, botao)].map(([nome, valor]) => [nome, String(valor)]))
  if (selecao.todas()) {
    corpo.set("Todas", "true")
  } else {
    // One more than go at once is refused in words; thousands would be no form any more.
    selecao
      .ids()
      .slice(0, MAXIMO + 1)
      .forEach((id) => corpo.append("Ids", id))
  }
  return corpo
}
