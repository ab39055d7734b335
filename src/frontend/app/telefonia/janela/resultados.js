/** @import { Resultado } from "../tipos.js" */

const SEM_RESULTADO = { id: "", nome: "Sem resultado", sugeridoPara: [] }

/** @type {Record<string, string>} */
const EFEITOS = {
  errado: "Ao salvar, este telefone fica marcado como errado no contato.",
  nao_ligar: "Ao salvar, este número entra em “não ligar”: ninguém mais liga para ele.",
}

/**
 * The outcomes as one group of radio buttons; under them, what the chosen one does when the call is saved. A digit chooses: alone while the focus is in the group, with Alt anywhere in the
 * window, since a single key must not act from a text field (WCAG 2.1.4). 0 is none.
 * @param {HTMLElement} secao
 * @param {HTMLElement} grupo
 * @param {{ aoEscolher: (resultadoId: string | null) => void }} partes
 */
export function criarResultados(secao, grupo, { aoEscolher }) {
  const { ownerDocument: document } = secao
  const lista = grupo.querySelector("[data-parte='opcoes']")
  const efeito = grupo.querySelector("[data-parte='efeito']")
  const opcoes = () => [...lista.querySelectorAll("input")]
  /** @type {Resultado[]} */
  let escolhas = []

  const valor = () => opcoes().find(({ checked }) => checked)?.value ?? ""

  /** @param {string | null | undefined} id */
  function avisarEfeito(id) {
    efeito.textContent = EFEITOS[escolhas.find((escolha) => escolha.id === id)?.efeito ?? ""] ?? ""
  }

  /** @param {string | null} id */
  function marcar(id) {
    const opcao = opcoes().find(({ value }) => value === (id ?? ""))
    if (opcao) {
      opcao.checked = true
      avisarEfeito(id)
    }
  }

  /** @param {string} id */
  function escolher(id) {
    avisarEfeito(id)
    aoEscolher(id || null)
  }

  /** @param {{ target: HTMLElement }} partes */
  const aoMudar = ({ target }) => escolher(target.value)
  /** @param {De<KeyboardEvent>} evento */
  const aoTeclar = (evento) => {
    const digito = /^(?:Digit|Numpad)(\d)$/.exec(evento.code)?.[1]
    const vale = evento.altKey || grupo.contains(evento.target)
    if (!digito || !vale || evento.ctrlKey || evento.metaKey || evento.shiftKey || grupo.closest("[hidden]")) {
      return
    }
    const opcao = opcoes().find(({ dataset }) => dataset.digito === digito)
    if (opcao) {
      evento.preventDefault()
      opcao.checked = true
      if (grupo.contains(evento.target)) {
        opcao.focus()
      }
      escolher(opcao.value)
    }
  }
  lista.addEventListener("change", aoMudar)
  secao.addEventListener("keydown", aoTeclar)

  return {
    marcar,
    valor,
    /** The chosen one wants something to be done next. */
    pedeTarefa: () => escolhas.find(({ id }) => id === valor())?.pedeTarefa === true,
    /** @param {Resultado[]} resultados */
    mostrar(resultados) {
      escolhas = [...resultados, SEM_RESULTADO]
      avisarEfeito(null)
      lista.replaceChildren(...escolhas.map((escolha, i) => opcao(document, escolha, escolha === SEM_RESULTADO ? 0 : i + 1)))
    },
    parar() {
      lista.removeEventListener("change", aoMudar)
      secao.removeEventListener("keydown", aoTeclar)
    },
  }
}

// Ten digits are all there are: what comes after has none.
/**
 * @param {Document} document
 * @param {{ id: string, nome: string }} partes
 * @param {number} numero
 */
function opcao(document, { id, nome }, numero) {
  const rotulo = document.createElement("label")
  rotulo.className = "opcao"
  const radio = document.createElement("input")
  Object.assign(radio, { type: "radio", name: "resultado", value: id })
  const texto = document.createElement("span")
  texto.textContent = nome
  rotulo.append(radio, texto)
  if (numero < 10) {
    radio.dataset.digito = String(numero)
    radio.setAttribute("aria-keyshortcuts", `Alt+${numero}`)
    const tecla = document.createElement("kbd")
    tecla.textContent = String(numero)
    tecla.setAttribute("aria-hidden", "true")
    rotulo.append(tecla)
  }
  return rotulo
}
