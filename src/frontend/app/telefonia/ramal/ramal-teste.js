import { dizer } from "../../casca/barramento.js"
import { avisar } from "../../casca/avisos.js"
import { pedir } from "../../casca/http.js"
import { criarPassos } from "./passos.js"
import { EM_CURSO, explicarFalha, FUNCIONOU, PASSOS, SEM_TELEFONE } from "./textos-do-teste.js"

/** @import { LineTestStep } from "../../../libwebphone/types.js" */

const EM_LIGACAO = new Set(["chamando", "tocando", "em-ligacao", "em-espera", "reconectando", "encerrando"])
/** @type {Record<string, string>} */
const CAMPO_DA_FALHA = { auth: "Senha", not_found: "Extension", rejected: "Extension" }

/**
 * "Testar ramal": tries what is in the form, saved or not, step by step, with a user agent of its own. Calls nobody.
 * @param {Document} document
 * @param {{ carregar?: () => Promise<any> }} [opcoes]
 */
export function montarTesteDoRamal(document, { carregar = () => import("../../../libwebphone/index.js"), ...opcoes } = {}) {
  document.addEventListener("click", async ({ target }) => {
    const botao = target.closest?.("[data-testar-ramal]")
    if (!botao || botao.disabled) {
      return
    }
    if (EM_LIGACAO.has(document.getElementById("telefone")?.dataset.estado)) {
      avisar("Termine a ligação antes de testar o ramal.", { tipo: "alerta", chave: "teste-do-ramal" })
      return
    }
    botao.disabled = true
    try {
      await testar(botao, { document, carregar, opcoes })
    } finally {
      botao.disabled = false
    }
  })
}

/**
 * @param {HTMLElement} botao
 * @param {{ document: Document, carregar: () => Promise<any>, opcoes: object }} partes
 */
async function testar(botao, { document, carregar, opcoes }) {
  const { elements } = botao.form
  const passos = criarPassos(botao.form.querySelector("[data-passos-do-teste]"), PASSOS)
  /** @param {string} passo @param {string} texto @param {string} [campo] */
  const falhar = (passo, texto, campo) => {
    passos.marcar(passo, "falha", texto)
    passos.encerrar()
    elements[campo ?? ""]?.focus()
  }
  passos.marcar("conferencia", "testando", EM_CURSO.conferencia)
  /** @param {string} [realm] */
  const validar = (realm) =>
    pedir(
      botao.dataset.testarRamal,
      { extension: elements.Extension.value, password: elements.Senha.value, sipServer: elements.SipServer.value, realm },
      { document, ...opcoes },
    )
  const { status, corpo } = await validar()
  if (status !== 200) {
    falhar("conferencia", corpo.mensagem, corpo.campo)
    return
  }
  passos.marcar("conferencia", corpo.conferido ? "ok" : "alerta", corpo.mensagem)

  const servidor = new URL(corpo.credenciais.wssUrl[0]).host
  const { testLine } = await carregar().catch(() => ({}))
  if (!testLine) {
    falhar("microphone", SEM_TELEFONE)
    return
  }
  await testLine(corpo.credenciais, {
    /** @param {string} realm */
    credentialsFor: async (realm) => (await validar(realm)).corpo.credenciais,
    onStep(/** @type {LineTestStep} */ { step, state, ...detalhes }) {
      if (state === "running") {
        passos.marcar(step, "testando", EM_CURSO[step])
      } else if (state === "ok") {
        passos.marcar(step, detalhes.warning ? "alerta" : "ok", FUNCIONOU[step]({ ...detalhes, servidor }))
      } else {
        falhar(step, explicarFalha({ step, servidor, ...detalhes }), CAMPO_DA_FALHA[detalhes.cause ?? ""])
      }
    },
  })
  dizer(document, "crm:ramal-testado")
}
