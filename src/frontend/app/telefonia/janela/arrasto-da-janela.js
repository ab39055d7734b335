const FOLGA = 4

/**
 * Moves the window with the pointer while its head is held, and hands over where it was let go. Escape puts it back.
 * @param {HTMLElement} secao
 * @param {HTMLElement} alca
 * @param {{ aoSoltar: (caixa: DOMRect) => void }} partes
 */
export function montarArrasto(secao, alca, { aoSoltar }) {
  const { ownerDocument: document } = secao
  /** @type {{ x: number, y: number, id: number } | null} */
  let inicio = null

  /** @param {De<PointerEvent>} evento */
  const aoApertar = (evento) => {
    if (evento.button === 0 && !evento.target.closest("button, a") && emMesa(document)) {
      inicio = { x: evento.clientX, y: evento.clientY, id: evento.pointerId }
      alca.setPointerCapture(evento.pointerId)
    }
  }
  /** @param {{ clientX: number, clientY: number }} partes */
  const aoMover = ({ clientX, clientY }) => {
    if (!inicio) {
      return
    }
    const [dx, dy] = [clientX - inicio.x, clientY - inicio.y]
    if (secao.hasAttribute("data-arrastando") || Math.hypot(dx, dy) > FOLGA) {
      secao.toggleAttribute("data-arrastando", true)
      secao.style.translate = `${dx}px ${dy}px`
    }
  }
  const aoLargar = () => largar(true)
  const aoDesistir = () => largar(false)
  /** @param {{ key: string }} partes */
  const aoTeclar = ({ key }) => key === "Escape" && largar(false)

  /** @param {boolean} valer */
  function largar(valer) {
    const caixa = secao.getBoundingClientRect()
    const arrastada = secao.hasAttribute("data-arrastando")
    if (inicio) {
      alca.releasePointerCapture(inicio.id)
    }
    inicio = null
    secao.removeAttribute("data-arrastando")
    secao.style.translate = ""
    if (arrastada && valer) {
      aoSoltar(caixa)
    }
  }

  /** @type {[Document | HTMLElement, string, (evento: any) => void][]} */
  const acoes = [
    [alca, "pointerdown", aoApertar],
    [alca, "pointermove", aoMover],
    [alca, "pointerup", aoLargar],
    [alca, "pointercancel", aoDesistir],
    [document, "keydown", aoTeclar],
  ]
  acoes.forEach(([alvo, tipo, acao]) => alvo.addEventListener(tipo, acao))
  return () => acoes.forEach(([alvo, tipo, acao]) => alvo.removeEventListener(tipo, acao))
}

// On a phone the window is a sheet at the bottom and stays there.
/** @param {Document} document */
const emMesa = (document) => Boolean(document.defaultView?.matchMedia("(width >= 48rem)").matches)
