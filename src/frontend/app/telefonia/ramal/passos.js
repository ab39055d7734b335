import { icone } from "../../casca/icone.js"

/** @type {Record<string, string>} */
const ICONES = {
  espera: "minus",
  testando: "loader-circle",
  ok: "circle-check",
  alerta: "triangle-alert",
  falha: "circle-alert",
  "nao-testado": "minus",
}

/**
 * An ordered list of steps, each with a state of its own. `nomes` maps a step to what it is called on screen.
 * @param {HTMLElement} lista
 * @param {Record<string, string>} nomes
 */
export function criarPassos(lista, nomes) {
  const { ownerDocument: document } = lista
  const itens = new Map(Object.entries(nomes).map(([passo, nome]) => [passo, criarItem(document, nome)]))
  lista.replaceChildren(...itens.values())
  const passos = {
    /** @param {string} passo @param {string} estado @param {string} [texto] */
    marcar(passo, estado, texto = "") {
      const item = /** @type {HTMLLIElement} */ (itens.get(passo))
      item.dataset.estado = estado
      item.firstElementChild.replaceWith(icone(ICONES[estado]))
      item.lastElementChild.textContent = texto
    },
    /** What was not reached is said to be so. */
    encerrar() {
      for (const [passo, { dataset }] of itens) {
        if (dataset.estado === "espera") {
          passos.marcar(passo, "nao-testado", "Não testado.")
        }
      }
    },
  }
  itens.forEach((_, passo) => passos.marcar(passo, "espera"))
  return passos
}

/** @param {Document} document @param {string} nome */
function criarItem(document, nome) {
  const item = document.createElement("li")
  item.className = "passo"
  item.append(icone(ICONES.espera), paragrafo(document, "passo__nome", nome), paragrafo(document, "passo__texto", ""))
  return item
}

/** @param {Document} document @param {string} classe @param {string} texto */
function paragrafo(document, classe, texto) {
  const p = document.createElement("p")
  p.className = classe
  p.textContent = texto
  return p
}
