import { concluir, escrever } from "./campos.js"
import { avisar } from "./avisos.js"
import { escreverData, lerData } from "./datas.js"
import { encostar } from "./encosto.js"
import { icone } from "./icone.js"

/** @typedef {HTMLElement & { value: string, focusedDate: string }} Calendario */

/**
 * A date field ([data-data]): a text that is read as people write days and tidied up when it is left, and a calendar beside it
 * for who would rather point. One calendar for the whole page, fetched when it is first opened. The server reads the text again.
 * @param {Document} document
 * @param {{ carregar?: () => Promise<any>, hoje?: () => Date }} [opcoes]
 */
export function montarCamposDeData(document, { carregar = () => import("cally"), hoje = () => new Date() } = {}) {
  /** @type {HTMLElement | null} */
  let calendario = null
  /** @type {HTMLElement | null} */
  let botao = null

  const campo = () => /** @type {HTMLElement} */ (botao).parentElement.querySelector("[data-data]")

  // Before anybody who saves what is changed.
  document.addEventListener(
    "change",
    ({ target }) => {
      const dia = target.matches?.("[data-data]") && lerData(target.value, hoje())
      if (dia) {
        target.value = escreverData(dia)
      }
    },
    true,
  )

  document.addEventListener("click", async ({ target }) => {
    const clicado = target.closest?.("[data-abrir-calendario]")
    if (!clicado) {
      return
    }
    botao = clicado
    try {
      await carregar()
    } catch {
      avisar("Não foi possível abrir o calendário. Digite a data.", { tipo: "alerta", chave: "calendario" })
      return
    }
    // Its dialog may have been closed while the calendar was fetched.
    if (botao === clicado && clicado.isConnected) {
      calendario ??= criarCalendario()
      mostrar()
    }
  })

  function mostrar() {
    const dia = lerData(campo().value, hoje()) ?? ""
    const datas = /** @type {Calendario} */ (calendario?.querySelector("calendar-date"))
    datas.value = dia
    datas.focusedDate = dia
    calendario?.showPopover()
    // It has its size, and its days, with the next frame.
    requestAnimationFrame(() => {
      encostar(/** @type {HTMLElement} */ (calendario), /** @type {HTMLElement} */ (botao).parentElement, { fim: true })
      datas.focus()
    })
  }

  function fechar() {
    calendario?.hidePopover()
    botao?.focus({ preventScroll: true })
  }

  function criarCalendario() {
    const novo = document.createElement("div")
    novo.className = "calendario"
    novo.popover = "auto"
    novo.role = "dialog"
    novo.setAttribute("aria-label", "Escolher data")
    const datas = /** @type {Calendario} */ (document.createElement("calendar-date"))
    datas.setAttribute("locale", "pt-BR")
    datas.setAttribute("first-day-of-week", "0")
    datas.append(
      seta(document, "previous", "Mês anterior", "chevron-left"),
      seta(document, "next", "Próximo mês", "chevron-right"),
      document.createElement("calendar-month"),
    )
    novo.append(datas)
    document.body.append(novo)
    datas.addEventListener("change", (evento) => {
      evento.stopPropagation()
      const escolhido = campo()
      fechar()
      escrever(escolhido, escreverData(datas.value))
      concluir(escolhido)
    })
    // Of the calendar alone: the dialog below it stays.
    novo.addEventListener("keydown", (evento) => {
      if (evento.key === "Escape") {
        evento.preventDefault()
        evento.stopPropagation()
        fechar()
      }
    })
    return novo
  }
}

/**
 * @param {Document} document
 * @param {string} slot
 * @param {string} nome
 * @param {string} desenho
 */
function seta(document, slot, nome, desenho) {
  const conteudo = document.createElement("span")
  conteudo.slot = slot
  const texto = document.createElement("span")
  texto.className = "so-leitor"
  texto.textContent = nome
  conteudo.append(icone(desenho), texto)
  return conteudo
}
