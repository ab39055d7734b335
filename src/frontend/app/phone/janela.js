import { icone } from "../icone.js"

/** Shows the window, what it says of the call, and where the focus goes. */
export function ligarJanela(secao, telefone, { aoFechar, aoRepetir }) {
  const { ownerDocument: document } = secao
  const parte = (nome) => secao.querySelector(`[data-parte="${nome}"]`)
  const partes = Object.fromEntries(["contato", "numero", "oportunidade", "remoto", "estado", "recado", "minimizar", "fechar"].map((nome) => [nome, parte(nome)]))
  let mostrada = null
  let origem = null

  function refletir(ligacao) {
    if (!ligacao) {
      esconder()
      return
    }
    const nova = mostrada !== ligacao.id
    mostrada = ligacao.id
    secao.hidden = false
    secao.dataset.estado = ligacao.estado
    secao.toggleAttribute("data-remoto", Boolean(ligacao.remoto) && !ligacao.terminada)
    escrever(partes.contato, ligacao.contato || ligacao.numero)
    escrever(partes.numero, ligacao.contato ? ligacao.numero : "")
    escrever(partes.oportunidade, ligacao.oportunidade ?? "")
    escrever(partes.estado, ligacao.texto)
    partes.remoto.hidden = !ligacao.remoto || ligacao.terminada
    partes.fechar.hidden = !ligacao.terminada
    mostrarRecado(ligacao)
    if (nova || ligacao.terminada) {
      minimizar(false)
    }
  }

  function mostrarRecado({ recado, acao, estado }) {
    partes.recado.hidden = !recado
    if (recado === partes.recado.dataset.texto) {
      return
    }
    partes.recado.dataset.texto = recado
    const texto = document.createElement("p")
    texto.className = "aviso__texto"
    texto.textContent = recado
    partes.recado.className = `telefone__recado aviso aviso--${estado === "falha" ? "perigo" : "alerta"}`
    partes.recado.replaceChildren(icone("circle-alert"), texto, ...(acao ? [controleDaAcao(acao)] : []))
  }

  function controleDaAcao({ texto, href, repetir }) {
    const controle = document.createElement(repetir ? "button" : "a")
    controle.className = "aviso__acao"
    controle.textContent = texto
    if (repetir) {
      controle.type = "button"
      controle.addEventListener("click", aoRepetir)
    } else {
      controle.href = href
    }
    return controle
  }

  function minimizar(sim) {
    secao.toggleAttribute("data-minimizado", sim)
    partes.minimizar.setAttribute("aria-expanded", String(!sim))
    partes.minimizar.setAttribute("aria-label", sim ? "Mostrar tudo" : "Minimizar")
  }

  function esconder() {
    const tinhaFoco = secao.contains(document.activeElement)
    secao.hidden = true
    secao.dataset.estado = "parado"
    mostrada = null
    if (tinhaFoco) {
      sucessor(document, origem)?.focus({ preventScroll: true })
    }
    origem = null
  }

  const aoMinimizar = () => minimizar(!secao.hasAttribute("data-minimizado"))
  // The dialog behind listens for Escape too: in here it must neither close it nor end the call.
  const aoTeclar = (evento) => {
    if (evento.key === "Escape") {
      evento.preventDefault()
    }
  }
  partes.minimizar.addEventListener("click", aoMinimizar)
  partes.fechar.addEventListener("click", aoFechar)
  secao.addEventListener("keydown", aoTeclar)
  const desligar = telefone.aoMudar(refletir)

  return {
    focar() {
      minimizar(false)
      secao.focus({ preventScroll: true })
    },
    lembrarOrigem(botao) {
      origem = botao
    },
    parar() {
      desligar()
      partes.minimizar.removeEventListener("click", aoMinimizar)
      partes.fechar.removeEventListener("click", aoFechar)
      secao.removeEventListener("keydown", aoTeclar)
    },
  }
}

// Writing the same text again would make a screen reader say it again.
function escrever(elemento, texto) {
  elemento.hidden = !texto
  if (elemento.textContent !== texto) {
    elemento.textContent = texto
  }
}

// The card may have been drawn again during the call.
function sucessor(document, origem) {
  if (!origem || origem.isConnected) {
    return origem
  }
  const { numero, oportunidadeId } = origem.dataset
  return [...document.querySelectorAll("[data-ligar]")].find(({ dataset }) => dataset.numero === numero && dataset.oportunidadeId === oportunidadeId)
}
