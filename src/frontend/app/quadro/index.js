import { ligarArrasto } from "./arrasto.js"
import { completar } from "./cartoes.js"
import { ligarFocoDeQuemVolta } from "./foco.js"
import { criarLotes } from "./lotes.js"
import { ligarFrescor } from "./frescor.js"
import { ligarMenuDeMover } from "./menu.js"
import { criarMovimento } from "./movimento.js"
import { ligarCriacaoRapida } from "./rapida.js"

/** The board: cards that can be moved, columns that load as they are read. Drawn again, it is wired again. */
export function ligarQuadro(document, { htmx, ...opcoes } = {}) {
  let desligar = () => {}

  const religar = () => {
    const quadro = document.getElementById("quadro")
    if (quadro?.dataset.ligado) {
      return
    }
    desligar()
    desligar = quadro ? ligar(document, quadro, { htmx, ...opcoes }) : () => {}
  }

  document.addEventListener("htmx:afterSettle", religar)
  document.addEventListener("htmx:historyRestore", religar)
  religar()
}

function ligar(document, quadro, opcoes) {
  quadro.dataset.ligado = "sim"
  completar(quadro)
  const aoChegarUm = () => completar(quadro)
  quadro.addEventListener("htmx:oobAfterSwap", aoChegarUm)
  const movimento = criarMovimento(document, quadro, opcoes)
  const partes = [
    ligarArrasto(quadro, movimento, opcoes),
    ligarMenuDeMover(document, quadro, movimento),
    criarLotes(document, quadro, opcoes),
    ligarCriacaoRapida(document, quadro, opcoes),
    ligarFrescor(document, quadro, opcoes),
    ligarFocoDeQuemVolta(document, quadro),
  ]
  document.dispatchEvent(new CustomEvent("crm:cartoes-novos"))
  return () => {
    quadro.removeEventListener("htmx:oobAfterSwap", aoChegarUm)
    partes.forEach((desligarParte) => desligarParte())
  }
}
