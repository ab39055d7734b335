/** @import { Alvo, Telefone } from "./tipos.js" */

const ATRIBUTO = "data-em-ligacao"

/**
 * Every telephone of the page: one listener dials, and the one being called is marked, also when it is drawn again.
 * @param {Document} document
 * @param {Telefone} telefone
 * @param {{ discar: (alvo: Alvo, como?: { botao?: HTMLElement, peloTeclado?: boolean }) => void }} parte2
 */
export function ligarGatilhos(document, telefone, { discar }) {
  /** @param {De<PointerEvent>} evento */
  const aoClicar = (evento) => {
    const botao = evento.target.closest?.("[data-ligar]")
    if (botao) {
      evento.preventDefault()
      // A click without coordinates came from the keyboard.
      discar(alvoDe(botao), { botao, peloTeclado: evento.detail === 0 })
    }
  }

  function marcar() {
    const ligacao = telefone.ligacao()
    const alvo = ligacao && !ligacao.terminada ? ligacao.alvo : null
    for (const botao of document.querySelectorAll("[data-ligar]")) {
      botao.toggleAttribute(ATRIBUTO, alvo !== null && corresponde(botao.dataset, alvo))
    }
  }

  document.addEventListener("click", aoClicar)
  document.addEventListener("htmx:afterSettle", marcar)
  document.addEventListener("htmx:historyRestore", marcar)
  document.addEventListener("crm:cartoes-novos", marcar)
  const desligar = telefone.aoMudar(marcar)
  return () => {
    desligar()
    document.removeEventListener("click", aoClicar)
    document.removeEventListener("htmx:afterSettle", marcar)
    document.removeEventListener("htmx:historyRestore", marcar)
    document.removeEventListener("crm:cartoes-novos", marcar)
  }
}

/** @param {HTMLElement} partes */
function alvoDe({ dataset: { numero, nome, contatoId, oportunidadeId } }) {
  return { numero, nome: nome ?? "", contatoId: contatoId ?? "", oportunidadeId: oportunidadeId ?? "" }
}

// The same contact may be on several cards.
/** @param {Record<string, string>} parte0 @param {Alvo} alvo */
function corresponde({ numero, oportunidadeId = "" }, alvo) {
  return numero === alvo.numero && (oportunidadeId === "" || alvo.oportunidadeId === "" || oportunidadeId === alvo.oportunidadeId)
}
