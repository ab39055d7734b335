import { controlador, ouvir } from "../../casca/barramento.js"

/** @import { Alvo, Telefone } from "../tipos.js" */

const ATRIBUTO = "data-em-ligacao"

/**
 * Every telephone of the page: one listener dials, and the one being called is marked, also when it is drawn again.
 * @param {Document} document
 * @param {Telefone} telefone
 * @param {{ discar: (alvo: Alvo, como?: { botao?: HTMLElement, peloTeclado?: boolean }) => void }} partes
 */
export function montarGatilhos(document, telefone, { discar }) {
  /** @param {De<PointerEvent>} evento */
  const aoClicar = (evento) => {
    const botao = evento.target.closest?.("[data-ligar]")
    if (botao) {
      evento.preventDefault()
      // A click without coordinates came from the keyboard.
      discar(alvoDe(botao.dataset), { botao, peloTeclado: evento.detail === 0 })
    }
  }

  function marcar() {
    const ligacao = telefone.ligacao()
    const alvo = ligacao && !ligacao.terminada ? ligacao.alvo : null
    for (const botao of document.querySelectorAll("[data-ligar]")) {
      botao.toggleAttribute(ATRIBUTO, alvo !== null && corresponde(botao.dataset, alvo))
    }
  }

  // From the palette: the focus goes back to the telephone that would have been pressed.
  /** @param {{ numero: string } & Partial<Alvo>} quem */
  const aoPedirem = (quem) => {
    const alvo = alvoDe(quem)
    const botao = [...document.querySelectorAll("[data-ligar]")].find(({ dataset }) => corresponde(dataset, alvo))
    discar(alvo, { botao, peloTeclado: true })
  }

  const ouvidos = controlador(document)
  document.addEventListener("click", aoClicar, ouvidos)
  document.addEventListener("htmx:afterSettle", marcar, ouvidos)
  document.addEventListener("htmx:historyRestore", marcar, ouvidos)
  ouvir(document, "crm:cartoes-novos", marcar, ouvidos)
  ouvir(document, "crm:discar", aoPedirem, ouvidos)
  const desligar = telefone.aoMudar(marcar)
  return () => {
    desligar()
    ouvidos.abort()
  }
}

/** @param {Record<string, string> | ({ numero: string } & Partial<Alvo>)} dados @returns {Alvo} */
export function alvoDe({ numero, nome, contatoId, oportunidadeId }) {
  return { numero, nome: nome ?? "", contatoId: contatoId ?? "", oportunidadeId: oportunidadeId ?? "" }
}

// The same contact may be on several cards.
/** @param {Record<string, string>} partes @param {Alvo} alvo */
function corresponde({ numero, oportunidadeId = "" }, alvo) {
  return numero === alvo.numero && (oportunidadeId === "" || alvo.oportunidadeId === "" || oportunidadeId === alvo.oportunidadeId)
}
