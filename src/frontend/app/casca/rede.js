import { avisar } from "./avisos.js"
import { icone } from "./icone.js"

const SEM_REDE = "Você está sem internet. Nada novo é carregado nem salvo até ela voltar."

/**
 * Says above the page that there is no network, for as long as there is none.
 * @param {Document} document
 * @param {{ navigator?: Pick<Navigator, "onLine" | "serviceWorker"> }} [opcoes]
 */
export function montarRede(document, { navigator = globalThis.navigator } = {}) {
  const janela = /** @type {Window} */ (document.defaultView)
  const faixa = document.createElement("div")
  faixa.className = "sem-rede"
  faixa.setAttribute("role", "status")
  document.body.prepend(faixa)

  const caiu = () => faixa.replaceChildren(icone("wifi-off"), SEM_REDE)
  janela.addEventListener("offline", caiu)
  janela.addEventListener("online", () => {
    faixa.replaceChildren()
    document.querySelector("#avisos [data-chave='rede']")?.remove()
    avisar("A internet voltou.", { tipo: "sucesso", chave: "rede-voltou" })
  })
  if (navigator.onLine === false) {
    caiu()
  }
}

/**
 * Keeps the page that is shown when a visit finds no network. A new style or script in this page renews what is kept.
 * @param {Document} document
 * @param {{ navigator?: Pick<Navigator, "onLine" | "serviceWorker"> }} [opcoes]
 */
export function prepararSemRede(document, { navigator = globalThis.navigator } = {}) {
  const estilo = document.querySelector("link[rel='stylesheet']")?.getAttribute("href") ?? ""
  navigator.serviceWorker?.register(`/sw.js?estilo=${encodeURIComponent(estilo)}`).catch(() => {})
}
