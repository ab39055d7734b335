import { montarArrasto } from "./arrasto-da-janela.js"

/** @import { Caixa, Janela, Lembranca } from "../tipos.js" */

const PASSO = 48
const MARGEM = 16
const CANTOS = [
  ["direita", "base"],
  ["direita", "topo"],
  ["esquerda", "topo"],
  ["esquerda", "base"],
]
const PADRAO = { lado: "direita", ancora: "base", distancia: 0 }
/** @typedef {{ lado: string, ancora: string, distancia: number }} Lugar */

/** @type {Record<string, (lugar: Lugar) => Partial<Lugar>>} */
const SETAS = {
  ArrowLeft: () => ({ lado: "esquerda" }),
  ArrowRight: () => ({ lado: "direita" }),
  /** @param {any} lugar */
  ArrowUp: (lugar) => subir(lugar, PASSO),
  /** @param {any} lugar */
  ArrowDown: (lugar) => subir(lugar, -PASSO),
}

/**
 * Where the window stands on a desk screen: docked at one side, so that dialog and page know which room is left, at a height of
 * the person's choice. `distancia` is in px from the edge named by `ancora`, on top of the margin; the style gives it up when the
 * window grows.
 * @param {HTMLElement} secao
 * @param {{ alca: HTMLElement, botao: HTMLElement, lembranca: Lembranca }} partes
 */
export function montarPosicao(secao, { alca, botao, lembranca }) {
  const { ownerDocument: document, parentElement: palco } = secao
  const janela = /** @type {Window} */ (document.defaultView)
  let lugar = { ...PADRAO, ...lembranca.ler("lugar") }

  /** @param {Lugar} onde */
  function mostrar(onde) {
    palco.dataset.lado = onde.lado
    palco.dataset.ancora = onde.ancora
    palco.style.setProperty("--telefone-distancia", `${onde.distancia}px`)
  }

  /** @param {Partial<Lugar>} mudanca @param {DOMRect} [antes] */
  function ir(mudanca, antes = secao.getBoundingClientRect()) {
    lugar = { ...lugar, ...mudanca }
    lembranca.guardar({ lugar })
    mostrar(lugar)
    deslizar(secao, antes)
  }

  const proximoCanto = () => {
    const [lado, ancora] = CANTOS[(CANTOS.findIndex(([l, a]) => l === lugar.lado && a === lugar.ancora) + 1) % CANTOS.length]
    ir({ lado, ancora, distancia: 0 })
  }
  /** @param {De<KeyboardEvent>} evento */
  const aoTeclar = (evento) => {
    if (SETAS[evento.key] && !evento.ctrlKey && !evento.altKey && !evento.metaKey) {
      evento.preventDefault()
      ir(SETAS[evento.key](lugar))
    }
  }

  // What gets the focus is about to be read: the window steps aside, for this time only.
  /** @param {{ target: HTMLElement }} partes */
  const aoFocar = ({ target }) => {
    const antes = secao.getBoundingClientRect()
    const alvo = target.getBoundingClientRect()
    if (secao.hidden || secao.contains(target) || !encobre(antes, alvo)) {
      return
    }
    mostrar({ ...lugar, lado: palco.dataset.lado === "direita" ? "esquerda" : "direita" })
    if (encobre(secao.getBoundingClientRect(), alvo)) {
      mostrar(lugar)
    } else {
      deslizar(secao, antes)
    }
  }

  mostrar(lugar)
  botao.addEventListener("click", proximoCanto)
  botao.addEventListener("keydown", aoTeclar)
  document.addEventListener("focusin", aoFocar)
  const soltar = montarArrasto(secao, alca, { /** @param {Caixa} caixa */ aoSoltar: (caixa) => ir(lugarDe(caixa, janela), caixa) })
  return () => {
    soltar()
    botao.removeEventListener("click", proximoCanto)
    botao.removeEventListener("keydown", aoTeclar)
    document.removeEventListener("focusin", aoFocar)
  }
}

/**
 * The docked place nearest to where the window was let go.
 * @param {{ left: number, right: number, top: number, bottom: number }} partes
 * @param {{ innerWidth: number, innerHeight: number }} partes
 */
export function lugarDe({ left, right, top, bottom }, { innerWidth, innerHeight }) {
  const emCima = top < innerHeight - bottom
  return {
    lado: left + right < innerWidth ? "esquerda" : "direita",
    ancora: emCima ? "topo" : "base",
    distancia: Math.max(0, Math.round(emCima ? top : innerHeight - bottom) - MARGEM),
  }
}

/** @param {Lugar} lugar @param {number} quanto @returns {Partial<Lugar>} */
function subir({ ancora, distancia }, quanto) {
  return { distancia: Math.max(0, distancia + (ancora === "base" ? quanto : -quanto)) }
}

/** @param {DOMRect} janela @param {DOMRect} alvo */
function encobre(janela, alvo) {
  return alvo.width > 0 && alvo.left < janela.right && alvo.right > janela.left && alvo.top < janela.bottom && alvo.bottom > janela.top
}

// From where it was seen to where it is now.
/** @param {HTMLElement} secao @param {DOMRect} antes */
function deslizar(secao, antes) {
  const depois = secao.getBoundingClientRect()
  if (antes.width > 0 && !matchMedia("(prefers-reduced-motion: reduce)").matches) {
    const de = `${antes.left - depois.left}px ${antes.top - depois.top}px`
    secao.animate([{ translate: de }, { translate: "0 0" }], { duration: 220, easing: "ease-out" })
  }
}
