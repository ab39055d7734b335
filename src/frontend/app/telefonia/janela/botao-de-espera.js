import { controlador } from "../../casca/barramento.js"
import { montarAcao } from "../../casca/comandos.js"

/** @import { Ligacao, Telefone } from "../tipos.js" */

/**
 * The hold button says what a press would do; it changes only when the other side agreed.
 * @param {HTMLElement} botao
 * @param {Telefone} telefone
 */
export function montarBotaoDeEspera(botao, telefone) {
  const rotulo = botao.querySelector("[data-rotulo]")
  const [pausar, retomar] = botao.querySelectorAll(".icone")

  /** @param {Ligacao | null} ligacao */
  function refletir(ligacao) {
    botao.hidden = !ligacao || ligacao.terminada
    botao.disabled = !ligacao?.estabelecida
    const emEspera = Boolean(ligacao?.emEspera)
    rotulo.textContent = emEspera ? "Retomar" : "Em espera"
    pausar.toggleAttribute("hidden", emEspera)
    retomar.toggleAttribute("hidden", !emEspera)
  }

  async function alternar() {
    botao.setAttribute("aria-busy", "true")
    try {
      await telefone.alternarEspera()
    } catch {
      // The window says a refusal: the call itself carries it.
    } finally {
      botao.removeAttribute("aria-busy")
    }
  }

  const ligado = controlador(botao.ownerDocument)
  montarAcao(botao, alternar, ligado)
  const desligar = telefone.aoMudar(refletir)
  return () => {
    desligar()
    ligado.abort()
  }
}
