import { dizer } from "../../casca/barramento.js"
import Sortable from "sortablejs"

/**
 * @import { OpcoesDoQuadro } from "./index.js"
 * @import { Lugar, Movimento } from "./movimento.js"
 */

const TOQUE_MS = 180

/**
 * Drag and drop, by mouse, pen or finger; at an edge the column and the board scroll by themselves.
 * @param {HTMLElement} quadro
 * @param {{ mover: Movimento["mover"], lugarDe: Movimento["lugarDe"] }} partes
 * @param {Pick<OpcoesDoQuadro, "criar" | "signal">} [opcoes]
 */
export function montarArrasto(quadro, { mover, lugarDe }, { criar = Sortable.create.bind(Sortable), signal } = {}) {
  /** @type {Lugar | null} */
  let volta = null
  if (quadro.dataset.encerradas) {
    return
  }
  const listas = [...quadro.querySelectorAll(".coluna__cartoes")].map((lista) =>
    criar(lista, {
      group: "quadro",
      draggable: ".cartao",
      filter: ".ligar, .cartao__mover",
      preventOnFilter: false,
      animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 140,
      delay: TOQUE_MS,
      delayOnTouchOnly: true,
      touchStartThreshold: 4,
      forceAutoScrollFallback: true,
      scrollSensitivity: 70,
      scrollSpeed: 14,
      bubbleScroll: true,
      ghostClass: "cartao--fantasma",
      dragClass: "cartao--arrastado",
      onStart: ({ item }) => {
        volta = lugarDe(item)
        quadro.dataset.arrastando = "sim"
      },
      onEnd: ({ item, from, to, oldDraggableIndex, newDraggableIndex }) => {
        delete quadro.dataset.arrastando
        // What came near during the drag was not loaded.
        dizer(quadro.ownerDocument, "crm:cartoes-novos")
        if (from !== to || oldDraggableIndex !== newDraggableIndex) {
          mover(item, to, item.nextElementSibling, volta ?? undefined)
        }
      },
    }),
  )
  signal?.addEventListener("abort", () => listas.forEach((lista) => lista.destroy()))
}
