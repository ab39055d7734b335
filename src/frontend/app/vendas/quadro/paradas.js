const CONTROLES = "h3 a, .ligar, .cartao__mover"

/**
 * Which controls of the board Tab stops at. Of a column that one is not in: the link of its current card alone, or "Adicionar" where
 * it has none. Of the one that one is in: everything of the current card, and what follows the cards. Nothing else is told about
 * them: they stay the links and buttons they are, in their order, for whoever reads the page.
 * @param {HTMLElement} quadro
 */
export function criarParadas(quadro) {
  // The card may have been drawn anew, or be gone: then it is the one that took its place.
  /** @type {WeakMap<HTMLElement, { cartao: HTMLElement, lugar: number }>} */
  const atuais = new WeakMap()
  /** @type {HTMLElement | null} */
  let aberta = null

  /** @param {HTMLElement} coluna */
  const arrumarUma = (coluna) => {
    const cartoes = [...coluna.querySelectorAll(".coluna__cartoes > .cartao")]
    const lembrada = atuais.get(coluna)
    const atual = cartoes.find((cartao) => cartao === lembrada?.cartao) ?? cartoes[Math.min(lembrada?.lugar ?? 0, cartoes.length - 1)]
    if (atual) {
      atuais.set(coluna, { cartao: atual, lugar: cartoes.indexOf(atual) })
    }
    for (const cartao of cartoes) {
      for (const controle of cartao.querySelectorAll(CONTROLES)) {
        parar(controle, cartao === atual && (coluna === aberta || controle.matches("h3 a")))
      }
    }
    coluna.querySelectorAll("[data-mais], .coluna__nova").forEach((controle) => parar(controle, !atual || coluna === aberta))
  }

  /** @param {HTMLElement} alvo */
  const focou = (alvo) => {
    const antes = aberta
    aberta = quadro.contains(alvo) ? alvo.closest(".coluna") : null
    const cartao = aberta && alvo.closest(".coluna__cartoes > .cartao")
    if (aberta && cartao) {
      atuais.set(aberta, { cartao, lugar: 0 })
    }
    new Set([antes, aberta]).forEach((coluna) => coluna?.isConnected && arrumarUma(coluna))
  }

  const arrumar = () => quadro.querySelectorAll(".coluna").forEach(arrumarUma)

  return { arrumar, focou }
}

/** @param {HTMLElement} controle @param {boolean} aqui */
function parar(controle, aqui) {
  if (aqui) {
    controle.removeAttribute("tabindex")
  } else if (controle.tabIndex !== -1) {
    controle.setAttribute("tabindex", "-1")
  }
}
