import { avisar } from "../casca/avisos.js"
import { requisitar } from "../casca/http.js"

const FALHA = "Não foi possível falar com o servidor. Tente de novo."

/**
 * A button that makes or uses a passkey: the server says what the device is to be asked, the device asks its person, and its
 * answer goes with the form the button stands in. And a button that prints the page, for recovery codes.
 * @param {Document} document
 * @param {object} [opcoes]
 */
export function montarChaves(document, opcoes = {}) {
  document.addEventListener("click", async ({ target }) => {
    const botao = target.closest?.("[data-passkey]")
    if (botao && !botao.disabled) {
      botao.disabled = true
      await perguntar(botao, opcoes).catch(() => avisar(FALHA, { tipo: "alerta", chave: "chaves" }))
      botao.disabled = false
    }
    if (target.closest?.("[data-imprimir]")) {
      document.defaultView?.print()
    }
  })
}

/**
 * @param {HTMLElement} botao
 * @param {{ credentials?: any, Chave?: any, fetch?: typeof globalThis.fetch, ir?: (endereco: string) => void }} [opcoes]
 */
async function perguntar(
  botao,
  { credentials = globalThis.navigator?.credentials, Chave = globalThis.PublicKeyCredential, fetch = globalThis.fetch, ir = irPara } = {},
) {
  if (!credentials || !Chave?.parseRequestOptionsFromJSON) {
    avisar("Este navegador não usa chaves de acesso. Atualize-o, ou tente em outro.", { tipo: "alerta", chave: "chaves" })
    return
  }
  const token = botao.form.elements.__RequestVerificationToken.value
  const { ok, corpo } = await requisitar(botao.dataset.opcoes, { document: botao.ownerDocument, metodo: "POST", corpo: {}, token, fetch })
  if (!ok) {
    corpo?.link ? ir(corpo.link) : avisar(corpo?.mensagem ?? FALHA, { tipo: "alerta", chave: "chaves" })
    return
  }
  const credencial = await pedirAoAparelho(botao.dataset.passkey, corpo, { credentials, Chave })
  if (credencial) {
    botao.form.querySelector("[data-credencial]").value = JSON.stringify(credencial.toJSON())
    botao.form.requestSubmit()
  }
}

/**
 * @param {string} qual
 * @param {object} opcoes
 * @param {{ credentials: any, Chave: any }} partes
 */
async function pedirAoAparelho(qual, opcoes, { credentials, Chave }) {
  try {
    return qual === "nova"
      ? await credentials.create({ publicKey: Chave.parseCreationOptionsFromJSON(opcoes) })
      : await credentials.get({ publicKey: Chave.parseRequestOptionsFromJSON(opcoes) })
  } catch (erro) {
    avisar(motivo(/** @type {Error} */ (erro)), { tipo: "alerta", chave: "chaves" })
    return null
  }
}

/** @param {{ name: string }} partes */
function motivo({ name }) {
  if (name === "InvalidStateError") {
    return "Este aparelho já tem uma chave de acesso desta conta."
  }
  return name === "NotAllowedError" ? "Nenhuma chave de acesso foi usada." : "O aparelho não conseguiu usar a chave de acesso."
}

/** @param {string} endereco */
function irPara(endereco) {
  globalThis.location.assign(endereco)
}
