import { oferecer } from "../../casca/comandos.js"
import { icone } from "../../casca/icone.js"
import { retomarSessao } from "../../casca/sessao.js"
import { recadoDe } from "../ligacao/situacao.js"

/** @import { Acao, Lembranca, Ligacao, Telefone } from "../tipos.js" */

const DISCADOR = "discador"

/**
 * Shows the window, what it says of the call, and where the focus goes.
 * @param {HTMLElement} secao
 * @param {Telefone} telefone
 * @param {{ aoFechar: () => void, aoRepetir: () => void, lembranca: Lembranca }} partes
 */
export function montarJanela(secao, telefone, { aoFechar, aoRepetir, lembranca }) {
  const { ownerDocument: document } = secao
  /** @param {string} nome */
  const parte = (nome) => secao.querySelector(`[data-parte="${nome}"]`)
  const partes = Object.fromEntries(
    ["contato", "numero", "oportunidade", "remoto", "estado", "recado", "minimizar", "fechar"].map((nome) => [nome, parte(nome)]),
  )
  /** @type {string | null} */
  let mostrada = null
  /** @type {HTMLElement | null} */
  let origem = null

  /** @param {Ligacao | null} ligacao */
  function refletir(ligacao) {
    if (!ligacao) {
      if (mostrada !== DISCADOR) {
        esconder()
      }
      return
    }
    const acabou = ligacao.terminada && mostrada !== `${ligacao.id} terminada`
    abrir(ligacao.terminada ? `${ligacao.id} terminada` : ligacao.id)
    secao.dataset.estado = ligacao.estado
    secao.toggleAttribute("data-remoto", Boolean(ligacao.remoto) && !ligacao.terminada)
    escrever(partes.contato, ligacao.contato || ligacao.numero)
    escrever(partes.numero, ligacao.contato ? ligacao.numero : "")
    escrever(partes.oportunidade, ligacao.oportunidade ?? "")
    escrever(partes.estado, ligacao.texto)
    partes.remoto.hidden = !ligacao.remoto || ligacao.terminada
    partes.fechar.hidden = !ligacao.terminada
    mostrarRecado(ligacao)
    if (acabou) {
      minimizar(false)
    }
  }

  /** @param {string} oQue */
  function abrir(oQue) {
    mostrada = oQue
    secao.hidden = false
  }

  /** @param {Ligacao} ligacao */
  function mostrarRecado(ligacao) {
    const { acao, estado } = ligacao
    const recado = recadoDe(ligacao)
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

  /** @param {Acao} partes */
  function controleDaAcao({ texto, href, repetir, reentrar }) {
    const controle = document.createElement(repetir ? "button" : "a")
    controle.className = "aviso__acao"
    controle.textContent = texto
    if (repetir) {
      controle.type = "button"
      controle.addEventListener("click", async () => (!reentrar || (await retomarSessao())) && aoRepetir())
    } else {
      controle.href = href ?? ""
    }
    return controle
  }

  /** @param {boolean} sim */
  function minimizar(sim) {
    secao.toggleAttribute("data-minimizado", sim)
    partes.minimizar.setAttribute("aria-expanded", String(!sim))
    partes.minimizar.setAttribute("aria-label", sim ? "Mostrar tudo" : "Minimizar")
    lembranca.guardar({ minimizada: sim })
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
  /** @param {De<KeyboardEvent>} evento */
  const aoTeclar = (evento) => {
    if (evento.key === "Escape") {
      evento.preventDefault()
    }
  }
  const focar = () => {
    minimizar(false)
    secao.focus({ preventScroll: true })
  }
  // The palette finds the window by its name.
  oferecer(secao, focar)
  partes.minimizar.addEventListener("click", aoMinimizar)
  partes.fechar.addEventListener("click", aoFechar)
  secao.addEventListener("keydown", aoTeclar)
  const desligar = telefone.aoMudar(refletir)
  minimizar(lembranca.ler("minimizada") === true)

  return {
    focar,
    esconder,
    /**
     * For a call that this person starts now: all of the window is there, and the focus goes back to `botao` at its end.
     * @param {HTMLElement} [botao]
     */
    preparar(botao) {
      minimizar(false)
      origem = botao ?? origem
    },
    /**
     * The window without a call, for the dial pad.
     * @param {string} titulo
     */
    receber(titulo) {
      if (mostrada !== DISCADOR) {
        origem = document.activeElement
      }
      abrir(DISCADOR)
      minimizar(false)
      secao.dataset.estado = DISCADOR
      secao.removeAttribute("data-remoto")
      escrever(partes.contato, titulo)
      for (const nome of ["numero", "oportunidade", "estado"]) {
        escrever(partes[nome], "")
      }
      partes.remoto.hidden = true
      partes.recado.hidden = true
      partes.fechar.hidden = false
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
/** @param {HTMLElement} elemento @param {string} texto */
function escrever(elemento, texto) {
  elemento.hidden = !texto
  if (elemento.textContent !== texto) {
    elemento.textContent = texto
  }
}

// The card may have been drawn again during the call.
/** @param {Document} document @param {HTMLElement | null} origem */
function sucessor(document, origem) {
  if (!origem || origem.isConnected) {
    return origem
  }
  const { numero, oportunidadeId } = origem.dataset
  return [...document.querySelectorAll("[data-ligar]")].find(({ dataset }) => dataset.numero === numero && dataset.oportunidadeId === oportunidadeId)
}
