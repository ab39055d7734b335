import { ouvir } from "../casca/barramento.js"
import { avisar } from "../casca/avisos.js"

const UM_ANO_S = 31536000

/** @type {Record<PermissionState, { estado: string, texto: string }>} */
const MICROFONE = {
  granted: { estado: "feito", texto: "Microfone permitido" },
  prompt: { estado: "espera", texto: "Permitir o microfone" },
  denied: { estado: "bloqueado", texto: "Desbloquear o microfone" },
}

/** @type {Record<string, string>} */
const FALHAS = {
  NotAllowedError: "O navegador bloqueou o microfone. Clique no ícone à esquerda do endereço da página e permita o microfone.",
  NotFoundError: "Nenhum microfone foi encontrado. Conecte um fone com microfone e tente de novo.",
  NotReadableError: "Outro programa está usando o microfone. Feche-o e tente de novo.",
}

const SEM_HTTPS = "O telefone só funciona em https. Abra o CrmVoip pelo endereço seguro."
const OUTRA = "Não foi possível usar o microfone. Recarregue a página e tente de novo."

/**
 * The strip of first steps: the microphone's, which only the browser knows, and what its buttons do.
 * @param {Document} document
 * @param {{ navigator?: Navigator }} [opcoes]
 */
export async function montarPrimeirosPassos(document, { navigator = globalThis.navigator } = {}) {
  /** @type {PermissionState} */
  let permissao = "prompt"

  const mostrar = () => {
    const faixa = document.getElementById("primeiros-passos")
    if (faixa) {
      marcarMicrofone(faixa.querySelector("[data-passo='microfone']"), MICROFONE[permissao])
      marcarProximo(faixa)
    }
  }

  /** @param {PermissionState} novo */
  const mudar = (novo) => {
    permissao = novo
    mostrar()
  }

  document.addEventListener("click", ({ target }) => {
    if (target.closest?.("[data-pedir-microfone]")) {
      pedirMicrofone(navigator, mudar)
    } else if (target.closest?.("[data-dispensar-passos]")) {
      dispensar(document)
    }
  })
  // Before the link's own listener, which would visit it.
  document.addEventListener("click", (evento) => evento.target.closest?.("[data-ir-ligar]") && irLigar(document, evento), true)
  document.addEventListener("htmx:afterSettle", mostrar)
  document.addEventListener("htmx:historyRestore", mostrar)
  ouvir(document, "crm:funil-trocado", mostrar)

  const conhecida = await navigator.permissions?.query({ name: "microphone" }).catch(() => null)
  if (conhecida) {
    conhecida.addEventListener("change", () => mudar(conhecida.state))
    mudar(conhecida.state)
  }
}

/** @param {HTMLElement} passo @param {{ estado: string, texto: string }} partes */
function marcarMicrofone(passo, { estado, texto }) {
  const botao = passo.querySelector("button")
  passo.dataset.estado = estado
  botao.disabled = estado === "feito"
  botao.textContent = texto
}

/** @param {HTMLElement} faixa */
function marcarProximo(faixa) {
  const passos = [...faixa.querySelectorAll("[data-passo]")]
  const proximo = passos.find(({ dataset }) => dataset.estado !== "feito")
  for (const passo of passos) {
    if (passo === proximo) {
      passo.setAttribute("aria-current", "step")
    } else {
      passo.removeAttribute("aria-current")
    }
  }
}

// Only the permission is wanted: the microphone is let go at once.
/** @param {Navigator} partes @param {(novo: PermissionState) => void} mudar */
async function pedirMicrofone({ mediaDevices }, mudar) {
  if (!mediaDevices) {
    avisar(SEM_HTTPS, { tipo: "alerta", duracao: 0, chave: "microfone" })
    return
  }
  try {
    const som = await mediaDevices.getUserMedia({ audio: true })
    som.getTracks().forEach((faixa) => faixa.stop())
    mudar("granted")
    avisar("Microfone permitido.", { tipo: "sucesso", chave: "microfone" })
  } catch (erro) {
    const { name } = /** @type {Error} */ (erro)
    if (name === "NotAllowedError") {
      mudar("denied")
    }
    avisar(FALHAS[name] ?? OUTRA, { tipo: "alerta", duracao: 0, chave: "microfone" })
  }
}

/** @param {Document} document */
function dispensar(document) {
  const faixa = document.getElementById("primeiros-passos")
  document.cookie = `${faixa.dataset.cookie}=dispensados; Path=${faixa.dataset.base}; SameSite=Lax; Max-Age=${UM_ANO_S}`
  faixa.remove()
  document.querySelector("main h1")?.focus({ preventScroll: true })
}

// At the board the telephone button is here already; on an empty one, what makes the first card.
/** @param {Document} document @param {Event} evento */
function irLigar(document, evento) {
  const alvo = document.querySelector("#quadro [data-ligar]:enabled") ?? document.querySelector(".quadro-vazio .botao--principal")
  if (alvo) {
    evento.preventDefault()
    evento.stopPropagation()
    alvo.focus()
    alvo.scrollIntoView({ block: "nearest", inline: "nearest" })
  }
}
