import { controlador } from "../../casca/barramento.js"
import { montarAcao } from "../../casca/comandos.js"

/** @import { Ligacao, Telefone } from "../tipos.js" */

const TECLA = /^[0-9*#]$/

/**
 * The keypad of the call. Digits typed on the keyboard count only while the focus is in it.
 * @param {HTMLElement} botao
 * @param {HTMLElement} grupo
 * @param {Telefone} telefone
 */
export function montarTeclado(botao, grupo, telefone) {
  const visor = grupo.querySelector("[data-parte='visor']")

  /** @param {boolean} sim */
  function abrir(sim) {
    grupo.hidden = !sim
    botao.setAttribute("aria-expanded", String(sim))
  }

  /** @param {Ligacao | null} ligacao */
  function refletir(ligacao) {
    const pode = Boolean(ligacao?.estabelecida)
    botao.hidden = !ligacao || ligacao.terminada
    botao.disabled = !pode
    if (!pode) {
      abrir(false)
      visor.textContent = ""
    }
  }

  /** @param {string} tecla */
  function teclar(tecla) {
    visor.textContent += tecla
    telefone.teclar(tecla)?.catch(() => {})
  }

  const ligado = controlador(botao.ownerDocument)
  const mostrarOuEsconder = () => {
    abrir(Boolean(grupo.hidden))
    grupo.querySelector("button:not([hidden])")?.focus()
  }
  montarAcao(botao, mostrarOuEsconder, ligado)
  grupo.addEventListener(
    "click",
    ({ target }) => {
      const tecla = target.closest("[data-tecla]")?.dataset.tecla
      if (tecla) {
        teclar(tecla)
      }
    },
    ligado,
  )
  grupo.addEventListener(
    "keydown",
    (evento) => {
      if (TECLA.test(evento.key) && !evento.ctrlKey && !evento.metaKey && !evento.altKey) {
        evento.preventDefault()
        teclar(evento.key)
      } else if (evento.key === "Escape") {
        evento.preventDefault()
        abrir(false)
        botao.focus()
      }
    },
    ligado,
  )
  const desligar = telefone.aoMudar(refletir)
  return () => {
    desligar()
    ligado.abort()
  }
}
