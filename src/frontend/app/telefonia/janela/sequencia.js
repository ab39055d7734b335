import { avisar } from "../../casca/avisos.js"
import { controlador } from "../../casca/barramento.js"
import { numeroLegivel } from "../ligacao/situacao.js"
import { alvoDe } from "./gatilhos.js"

/** @import { Alvo, Fila, Janela, Ligacao, Telefone } from "../tipos.js" */

/**
 * Calls one after the other: the telephones of a list, in its order, each number once. After a call is saved the next one is
 * dialled, or offered where it was not asked for; nothing dials by itself. What is left survives a reload.
 * @param {HTMLElement} secao
 * @param {Telefone} telefone
 * @param {{ fila: Fila, janela: Janela, discar: (alvo: Alvo, como?: { peloTeclado?: boolean }) => void, ocupado: () => boolean }} partes
 */
export function montarSequencia(secao, telefone, { fila, janela, discar, ocupado }) {
  const { ownerDocument: document } = secao
  /** @param {string} nome */
  const parte = (nome) => secao.querySelector(`[data-parte="${nome}"]`)
  const [barra, texto, ligar, pular, parar, soSalvar, salvar] = ["sequencia", "sequencia-texto", "ligar-proxima", "pular", "parar", "so-salvar", "salvar"].map(
    parte,
  )
  let havia = false

  /** @param {Ligacao | null} [ligacao] */
  function refletir(ligacao = telefone.ligacao()) {
    const proxima = fila.proxima()
    const depois = Boolean(ligacao?.terminada && ligacao.registrada && !ligacao.naoSaiu)
    barra.hidden = !proxima
    soSalvar.hidden = !proxima || !depois
    salvar.textContent = proxima ? "Salvar e ligar" : "Salvar"
    pular.hidden = ligacao?.terminada === false
    ligar.hidden = pular.hidden || depois
    if (proxima) {
      const quem = [proxima.nome, numeroLegivel(proxima.numero)].filter(Boolean).join(", ")
      texto.textContent = `Próxima (${fila.lugar()} de ${fila.total()}): ${quem}`
      salvar.setAttribute("aria-label", `Salvar e ligar para ${quem}`)
      ligar.setAttribute("aria-label", `Ligar para ${quem}`)
    } else {
      salvar.removeAttribute("aria-label")
    }
    if (proxima && !ligacao) {
      janela.receber("Ligar em sequência")
      if (havia && document.hasFocus()) {
        ligar.focus({ preventScroll: true })
      }
    }
    havia = ligacao !== null
  }

  function seguir() {
    if (telefone.ligacao()?.terminada === false) {
      return
    }
    const alvo = fila.tirar()
    if (alvo) {
      discar(alvo, { peloTeclado: true })
    }
    refletir()
  }

  function pularUma() {
    fila.tirar()
    avancar()
  }

  function pararTudo() {
    fila.esvaziar()
    avancar()
  }

  function avancar() {
    const acabou = !fila.proxima()
    refletir()
    if (acabou && !telefone.ligacao()) {
      janela.esconder()
    } else if (acabou || pular.hidden) {
      secao.focus({ preventScroll: true })
    }
  }

  /** @param {string} onde  Selector of the region whose telephones are called. */
  function comecar(onde) {
    if (ocupado()) {
      return
    }
    fila.encher([...document.querySelectorAll(`${onde} [data-ligar]:not(:disabled)`)].map(({ dataset }) => alvoDe(dataset)))
    if (!fila.proxima()) {
      avisar("Ninguém desta lista tem telefone para ligar.", { tipo: "info", chave: "sequencia" })
      return
    }
    refletir()
    if (!telefone.ligacao()) {
      ligar.focus({ preventScroll: true })
    }
  }

  const ouvidos = controlador(document)
  /** @param {{ target: HTMLElement }} partes */
  const aoClicar = ({ target }) => {
    const botao = target.closest?.("[data-sequencia]")
    if (botao) {
      comecar(botao.dataset.sequencia ?? "")
    }
  }
  document.addEventListener("click", aoClicar, ouvidos)
  ligar.addEventListener("click", seguir, ouvidos)
  pular.addEventListener("click", pularUma, ouvidos)
  parar.addEventListener("click", pararTudo, ouvidos)
  const desligar = telefone.aoMudar(refletir)
  refletir()

  return {
    seguir,
    /** Offered, with no call in the window. */
    oferecendo: () => fila.proxima() !== null && telefone.ligacao() === null,
    fechar: pararTudo,
    parar() {
      desligar()
      ouvidos.abort()
    },
  }
}
