import { icone } from "../../casca/icone.js"
import { pedir } from "../../casca/http.js"

/**
 * "Testar conexão": tries what is in the form, saved or not, says in words what came of it and fills in what it learned.
 * @param {Document} document
 * @param {object} [opcoes]
 */
export function montarTesteDaConexao(document, opcoes = {}) {
  document.addEventListener("click", async ({ target }) => {
    const botao = target.closest?.("[data-testar-conexao]")
    if (!botao || botao.disabled) {
      return
    }
    const resultado = botao.form.querySelector("[data-resultado-do-teste]")
    botao.disabled = true
    mostrar(linha(resultado), "testando", "Testando…")
    const { Token: token, BaseUrl: baseUrl } = botao.form.elements
    const { corpo } = await pedir(botao.dataset.testarConexao, { token: token.value, baseUrl: baseUrl.value }, { document, ...opcoes })
    mostrar(linha(resultado), corpo.ok ? "ok" : "falha", corpo.mensagem)
    if (corpo.aviso) {
      mostrar(linha(resultado, { acrescentar: true }), "alerta", corpo.aviso)
    }
    preencher(botao.form.elements, corpo)
    botao.disabled = false
    // The answer stands above the button and pushed it down.
    botao.scrollIntoView?.({ block: "nearest" })
  })
}

/** @type {Record<string, string>} */
const ICONES = { testando: "loader-circle", ok: "circle-check", falha: "circle-alert", alerta: "circle-alert" }

/** @param {HTMLElement} elemento @param {string} estado @param {string} texto */
export function mostrar(elemento, estado, texto) {
  elemento.dataset.estado = estado
  elemento.replaceChildren(icone(ICONES[estado]), texto)
}

/** @param {HTMLElement} resultado @param {{ acrescentar?: boolean }} [opcoes] */
function linha(resultado, { acrescentar = false } = {}) {
  const paragrafo = resultado.ownerDocument.createElement("p")
  paragrafo.className = "teste"
  if (!acrescentar) {
    resultado.replaceChildren()
  }
  resultado.append(paragrafo)
  return paragrafo
}

// What somebody typed is theirs.
/**
 * @param {Record<string, HTMLElement>} partes
 * @param {Record<string, any>} partes
 */
function preencher({ SipDomain: dominio, WssUrl: wss }, { dominioSip, wssUrl }) {
  if (dominio && dominioSip && !dominio.value) {
    dominio.value = dominioSip
  }
  if (wss && wssUrl && !wss.value) {
    wss.value = wssUrl
  }
}
