import { icone } from "./icone.js"
import { pedir } from "./pedido.js"

/** "Testar Conexão": tries what is in the form, saved or not, and says in words what came of it. */
export function ligarTesteDaConexao(document, opcoes = {}) {
  document.addEventListener("click", async ({ target }) => {
    const botao = target.closest?.("[data-testar-conexao]")
    if (!botao || botao.disabled) {
      return
    }
    const resultado = botao.form.querySelector("[data-resultado-do-teste]")
    botao.disabled = true
    mostrar(resultado, "testando", "Testando…")
    const { Token: token, BaseUrl: baseUrl } = botao.form.elements
    const { corpo } = await pedir(botao.dataset.testarConexao, { token: token.value, baseUrl: baseUrl.value }, { document, ...opcoes })
    mostrar(resultado, corpo.ok ? "ok" : "falha", corpo.mensagem)
    botao.disabled = false
  })
}

const ICONES = { testando: "loader-circle", ok: "circle-check", falha: "circle-alert" }

export function mostrar(elemento, estado, texto) {
  elemento.dataset.estado = estado
  elemento.replaceChildren(icone(ICONES[estado]), texto)
}
