import { controlador } from "../../casca/barramento.js"
import { montarAcao } from "../../casca/comandos.js"

/** @import { Ligacao, Telefone } from "../tipos.js" */

/**
 * The buttons of the call. They only reflect: the line decides what happened.
 * @param {HTMLElement} secao
 * @param {Telefone} telefone
 * @param {{ aoRepetir: () => void }} partes
 */
export function montarControles(secao, telefone, { aoRepetir }) {
  /** @param {string} acao */
  const botao = (acao) => secao.querySelector(`[data-acao="${acao}"]`)
  const [ligar, desligar, mudo] = ["ligar", "desligar", "mudo"].map(botao)

  /** @param {Ligacao | null} ligacao */
  function refletir(ligacao) {
    if (!ligacao) {
      return
    }
    ligar.hidden = !ligacao.terminada || Boolean(ligacao.acao?.repetir)
    desligar.hidden = ligacao.terminada
    mudo.hidden = ligacao.terminada
    mudo.setAttribute("aria-pressed", String(ligacao.mudo))
  }

  /** @type {[HTMLElement, () => void][]} */
  const acoes = [
    [ligar, aoRepetir],
    [desligar, () => telefone.desligar()],
    [mudo, () => telefone.alternarMudo()?.catch(() => {})],
  ]
  const ligados = controlador(secao.ownerDocument)
  acoes.forEach(([controle, acao]) => montarAcao(controle, acao, ligados))
  const deixarDeOuvir = telefone.aoMudar(refletir)
  return () => {
    deixarDeOuvir()
    ligados.abort()
  }
}
