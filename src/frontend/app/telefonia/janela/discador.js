import { oferecer } from "../../casca/comandos.js"
import { inicioDaLetra, limpar } from "../../casca/texto.js"

/** @import { Alvo, Janela, Telefone } from "../tipos.js" */

const NO_CAMPO = ["numero_invalido", "numero_bloqueado", "nao_ligar"]

/**
 * The dial pad: a call to a number that is in no contact. Which numbers can be dialled the server knows; one that it refuses
 * comes back to the field, with the reason.
 * @param {HTMLElement} formulario
 * @param {Telefone} telefone
 * @param {{ janela: Janela, discar: (alvo: Alvo, como?: { botao?: HTMLElement, peloTeclado?: boolean }) => void, aoAbrir: () => void }} partes
 */
export function montarDiscador(formulario, telefone, { janela, discar, aoAbrir }) {
  const { ownerDocument: document } = formulario
  const { numero: campo } = formulario.elements
  const erro = formulario.querySelector("[data-parte='erro']")

  /** @param {boolean} sim */
  function mostrar(sim) {
    formulario.hidden = !sim
    if (sim) {
      janela.receber("Ligar para um número")
      campo.focus()
    }
  }

  /** @param {string} mensagem */
  function recusar(mensagem) {
    erro.textContent = mensagem
    erro.hidden = !mensagem
    campo.setAttribute("aria-invalid", String(Boolean(mensagem)))
    if (mensagem) {
      campo.focus()
    }
  }

  function abrir() {
    const ligacao = telefone.ligacao()
    if (ligacao && !ligacao.terminada) {
      janela.focar()
      return
    }
    aoAbrir()
    recusar("")
    mostrar(true)
    campo.select()
  }

  function fechar() {
    mostrar(false)
    janela.esconder()
  }

  /** @param {string} texto */
  function escrever(texto) {
    campo.setRangeText(texto, campo.selectionStart, campo.selectionEnd, "end")
    recusar("")
  }

  /** @param {De<SubmitEvent>} evento */
  const aoEnviar = (evento) => {
    evento.preventDefault()
    const numero = limpar(campo.value)
    if (!numero) {
      recusar("Informe o número.")
      return
    }
    recusar("")
    discar({ numero, nome: "", contatoId: "", oportunidadeId: "", doDiscador: true }, { peloTeclado: true })
  }
  /** @param {{ target: HTMLElement }} partes */
  const aoClicar = ({ target }) => {
    const tecla = target.closest("[data-tecla]")?.dataset.tecla
    if (tecla) {
      escrever(tecla)
    } else if (target.closest("[data-parte='apagar']")) {
      const { value, selectionStart: inicio, selectionEnd: fim } = campo
      campo.setRangeText("", inicio === fim ? inicioDaLetra(value, fim) : inicio, fim, "end")
      recusar("")
    }
  }
  /** @param {{ target: HTMLElement }} partes */
  const aoPedir = ({ target }) => target.closest?.("[data-abrir-discador]") && abrir()
  /** @param {{ key: string }} partes */
  const aoTeclar = ({ key }) => key === "Escape" && fechar()
  const aoDigitar = () => recusar("")

  const botaoDeAbrir = document.querySelector("[data-abrir-discador]")
  if (botaoDeAbrir) {
    oferecer(botaoDeAbrir, abrir)
  }
  const desligar = telefone.aoMudar((ligacao) => {
    if (!ligacao) {
      return
    }
    mostrar(false)
    if (ligacao.terminada && ligacao.alvo.doDiscador && NO_CAMPO.includes(ligacao.causa ?? "")) {
      const { recado } = ligacao
      telefone.fechar()
      mostrar(true)
      recusar(recado)
    } else if (ligacao.registrada) {
      campo.value = ""
    }
  })
  /** @type {[Document | HTMLElement, string, (evento: any) => void][]} */
  const acoes = [
    [formulario, "submit", aoEnviar],
    [formulario, "click", aoClicar],
    [formulario, "keydown", aoTeclar],
    [campo, "input", aoDigitar],
    [document, "click", aoPedir],
  ]
  acoes.forEach(([alvo, tipo, acao]) => alvo.addEventListener(tipo, acao))
  return {
    abrir,
    fechar,
    aberto: () => !formulario.hidden,
    parar() {
      desligar()
      acoes.forEach(([alvo, tipo, acao]) => alvo.removeEventListener(tipo, acao))
    },
  }
}
