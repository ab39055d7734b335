import { dizer, ouvir } from "../../casca/barramento.js"
import { avisar } from "../../casca/avisos.js"
import { requisitar } from "../../casca/http.js"
import { completar } from "./cartoes.js"

/** @import { OpcoesDoQuadro } from "./index.js" */

const CARTOES_MAXIMO = 550
const MARGEM = "600px 0px"
const PAUSA_MS = 5000

/**
 * Columns load as they are read, 50 cards at a time, and let go of what is far away: the document never holds more cards than
 * a browser scrolls smoothly. A batch that was let go leaves a reserve of its height and comes back when it is near.
 * @param {Document} document
 * @param {HTMLElement} quadro
 * @param {OpcoesDoQuadro} [opcoes]
 */
export function criarLotes(document, quadro, opcoes = {}) {
  const { htmx, fetch = globalThis.fetch, Observador = globalThis.IntersectionObserver, maximo = CARTOES_MAXIMO, pausa = PAUSA_MS, signal } = opcoes
  /** @type {Set<string>} */
  const emCurso = new Set()
  const observadores = new Map(
    [...quadro.querySelectorAll(".coluna__cartoes")].map((lista) => {
      const observador = new Observador(
        (entradas) => entradas.filter((entrada) => entrada.isIntersecting).forEach(({ target }) => carregar(/** @type {HTMLElement} */ (target))),
        { root: lista, rootMargin: MARGEM },
      )
      return [lista, observador]
    }),
  )
  observadores.forEach((_, lista) => vigiar(lista))

  /** @param {De<PointerEvent>} evento */
  const aoClicar = (evento) => {
    const mais = evento.target.closest?.("[data-mais]")
    if (mais) {
      evento.preventDefault()
      carregar(mais, { pedido: true })
    }
  }
  quadro.addEventListener("click", aoClicar, { signal })
  const aoMudar = () => observadores.forEach((_, lista) => vigiar(lista))
  ouvir(document, "crm:cartoes-novos", aoMudar, { signal })

  // An observer tells of what is near once: it is asked anew.
  /** @param {HTMLElement} lista */
  function vigiar(lista) {
    lista.querySelectorAll("[data-mais], [data-reserva]").forEach((alvo) => {
      observadores.get(lista)?.unobserve(alvo)
      observadores.get(lista)?.observe(alvo)
    })
  }

  /** @param {HTMLElement} alvo @param {{ pedido?: boolean }} [opcoes] */
  async function carregar(alvo, { pedido = false } = {}) {
    const endereco = alvo.dataset.reserva ?? String(alvo.getAttribute("href"))
    if (emCurso.has(endereco) || quadro.dataset.arrastando) {
      return
    }
    emCurso.add(endereco)
    alvo.setAttribute("aria-busy", "true")
    const { ok, corpo } = await requisitar(endereco, { document, ler: "html", fetch })
    emCurso.delete(endereco)
    alvo.removeAttribute("aria-busy")
    if (ok && alvo.isConnected) {
      receber(alvo, corpo, endereco)
    } else if (!ok) {
      // The link stays: a click tries again, and so does its column after a while.
      setTimeout(() => alvo.isConnected && vigiar(alvo.parentElement), pausa)
      if (pedido) {
        avisar("Não foi possível mostrar mais. Verifique sua internet e tente de novo.", { tipo: "perigo", chave: "rede" })
      }
    }
  }

  /** @param {HTMLElement} alvo @param {string} html @param {string} endereco */
  function receber(alvo, html, endereco) {
    const modelo = document.createElement("template")
    modelo.innerHTML = html
    completar(modelo.content)
    const novos = [...modelo.content.querySelectorAll(".cartao")].filter((cartao) => !document.getElementById(cartao.id))
    novos.forEach((cartao) => {
      cartao.dataset.lote = endereco
    })
    const focado = alvo === document.activeElement
    // A reserve is followed by cards that are still here; only the end of the column may bring a further link.
    const seguinte = alvo.dataset.reserva ? null : modelo.content.querySelector("[data-mais]")
    alvo.replaceWith(...novos, ...(seguinte ? [seguinte] : []))
    novos.forEach((cartao) => htmx?.process(cartao))
    if (focado) {
      novos[0]?.querySelector("a")?.focus({ preventScroll: true })
    }
    soltarDistantes(endereco)
    dizer(document, "crm:cartoes-novos")
  }

  /** @param {string} recente */
  function soltarDistantes(recente) {
    /** @type {Map<string, HTMLElement[]>} */
    const lotes = new Map()
    for (const cartao of quadro.querySelectorAll(".cartao[data-lote]")) {
      lotes.set(cartao.dataset.lote, [...(lotes.get(cartao.dataset.lote) ?? []), cartao])
    }
    const candidatos = [...lotes].filter(([endereco, cartoes]) => endereco !== recente && podeSair(cartoes))
    candidatos.sort(([, a], [, b]) => distancia(b) - distancia(a))
    while (quadro.querySelectorAll(".cartao").length > maximo && candidatos.length > 0) {
      soltar(.../** @type {[string, HTMLElement[]]} */ (candidatos.shift()))
    }
  }

  // Cards that were moved out of their batch stay; a batch is let go only while it stands together.
  /** @param {HTMLElement[]} cartoes */
  function podeSair(cartoes) {
    const juntos = cartoes.every((cartao, i) => i === 0 || cartao.previousElementSibling === cartoes[i - 1])
    return juntos && !cartoes.some((cartao) => cartao.contains(document.activeElement))
  }

  /** @param {string} endereco @param {HTMLElement[]} cartoes */
  function soltar(endereco, cartoes) {
    const reserva = document.createElement("div")
    reserva.className = "coluna__reserva"
    reserva.dataset.reserva = endereco
    reserva.style.blockSize = `${cartoes[cartoes.length - 1].getBoundingClientRect().bottom - cartoes[0].getBoundingClientRect().top}px`
    cartoes[0].before(reserva)
    cartoes.forEach((cartao) => cartao.remove())
    observadores.get(reserva.parentElement)?.observe(reserva)
  }

  signal?.addEventListener("abort", () => observadores.forEach((observador) => observador.disconnect()))
}

/** @param {HTMLElement[]} cartoes */
function distancia(cartoes) {
  const lista = cartoes[0].parentElement
  const meio = lista.getBoundingClientRect().top + lista.clientHeight / 2
  return Math.abs((cartoes[0].getBoundingClientRect().top + cartoes[cartoes.length - 1].getBoundingClientRect().bottom) / 2 - meio)
}
