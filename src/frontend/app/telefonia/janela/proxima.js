import { lerData } from "../../casca/datas.js"

/** @import { ProximaTarefa } from "../tipos.js" */

const NAO_E_DATA = "Digite a data como 05/12/2026."
const EXIGIDA = "Este resultado pede a próxima tarefa: escreva o que fazer ou escolha um dia."
const VAZIA = { texto: "", quando: "", dia: "" }

/**
 * What is to be done next, beside the outcome: words and a day. A day that is typed counts before the buttons. `aoMudar` gets
 * each change, to be kept.
 * @param {HTMLElement} formulario
 * @param {{ aoMudar: (tarefa: ProximaTarefa) => void }} partes
 */
export function criarProxima(formulario, { aoMudar }) {
  const { tarefa: texto, quando, dia } = formulario.elements
  const grupo = formulario.querySelector("[data-parte='proxima']")
  const erro = formulario.querySelector("[data-parte='proxima-erro']")

  /** @param {De<Event>} evento */
  const aoMexer = ({ target }) => {
    if (target === dia && dia.value) {
      quando.value = ""
    } else if (target.name === "quando") {
      dia.value = ""
    }
    recusar("")
    aoMudar({ texto: texto.value, quando: quando.value, dia: dia.value, pronta: false })
  }
  /** @param {string} motivo */
  const recusar = (motivo) => {
    erro.textContent = motivo
    dia.toggleAttribute("aria-invalid", motivo !== "")
    if (motivo) {
      dia.setAttribute("aria-invalid", "true")
      dia.focus()
    }
  }
  grupo.addEventListener("input", aoMexer)
  grupo.addEventListener("change", aoMexer)

  return {
    /** @param {Partial<ProximaTarefa>} [tarefa] */
    mostrar(tarefa = VAZIA) {
      for (const [campo, valor] of /** @type {[any, string][]} */ ([
        [texto, tarefa.texto],
        [quando, tarefa.quando],
        [dia, tarefa.dia],
      ])) {
        if (campo.value !== valor) {
          campo.value = valor
        }
      }
    },
    /**
     * What was typed as a day is one, and something is to be done next where the outcome asks for it; else it says so at the field.
     * @param {boolean} exigida
     */
    confere(exigida) {
      const data = dia.value.trim()
      const nenhuma = data === "" && quando.value === "" && texto.value.trim() === ""
      recusar(data !== "" && lerData(data) === null ? NAO_E_DATA : exigida && nenhuma ? EXIGIDA : "")
      return erro.textContent === ""
    },
    parar() {
      grupo.removeEventListener("input", aoMexer)
      grupo.removeEventListener("change", aoMexer)
    },
  }
}
