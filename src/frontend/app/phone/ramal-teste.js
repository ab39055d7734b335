import { mostrar } from "../conexao-teste.js"
import { pedir } from "../pedido.js"
import { explicar } from "./textos.js"

const EM_LIGACAO = new Set(["chamando", "tocando", "em-ligacao", "em-espera"])
const PASSOS = {
  connecting: () => "Abrindo a conexão com o servidor SIP…",
  connected: () => "Conexão aberta. Registrando o ramal…",
  registered: ({ elapsedMs }) => `Ramal registrado em ${Math.round(elapsedMs)} ms. Tudo certo para ligar.`,
}
const ESTADOS = { connecting: "testando", connected: "testando", registered: "ok" }

/** "Testar Ramal": registers what is in the form with a user agent of its own, step by step, and lets it go. */
export function ligarTesteDoRamal(document, { carregar = () => import("../../libwebphone/index.js"), ...opcoes } = {}) {
  document.addEventListener("click", async ({ target }) => {
    const botao = target.closest?.("[data-testar-ramal]")
    if (!botao || botao.disabled) {
      return
    }
    const passos = botao.form.querySelector("[data-passos-do-teste]")
    passos.replaceChildren()
    if (EM_LIGACAO.has(document.getElementById("telefone")?.dataset.estado)) {
      acrescentar(passos, "falha", "Termine a ligação antes de testar o ramal.")
      return
    }
    botao.disabled = true
    await testar(botao, passos, { document, carregar, opcoes })
    botao.disabled = false
  })
}

async function testar(botao, passos, { document, carregar, opcoes }) {
  const { Extension, Senha, SipServer } = botao.form.elements
  acrescentar(passos, "testando", "Conferindo o ramal na API4COM…")
  const { status, corpo } = await pedir(
    botao.dataset.testarRamal,
    { extension: Extension.value, password: Senha.value, sipServer: SipServer.value },
    { document, ...opcoes },
  )
  if (status !== 200) {
    concluir(passos, "falha")
    acrescentar(passos, "falha", corpo.mensagem)
    botao.form.elements[corpo.campo]?.focus()
    return
  }

  const { testRegistration } = await carregar()
  await testRegistration(corpo, { onStep: (passo) => relatar(passos, passo) })
}

function relatar(passos, passo) {
  concluir(passos, passo.step === "failed" ? "falha" : "ok")
  if (passo.step === "failed") {
    const { texto, recado } = explicar(passo.cause)
    acrescentar(passos, "falha", recado ? `${texto}. ${recado}` : texto)
  } else {
    acrescentar(passos, ESTADOS[passo.step], PASSOS[passo.step](passo))
  }
}

// The step before this one is over: what it became is known now.
function concluir(passos, estado) {
  const anterior = passos.lastElementChild
  if (anterior) {
    mostrar(anterior, estado, anterior.textContent)
  }
}

function acrescentar(passos, estado, texto) {
  const passo = passos.ownerDocument.createElement("li")
  passo.className = "teste"
  mostrar(passo, estado, texto)
  passos.append(passo)
}
