/**
 * Places what was just shown below its anchor, or above it where there is no room, and inside the window. `fim`: their ends meet, not their beginnings.
 * @param {HTMLElement} caixa
 * @param {HTMLElement} ancora
 * @param {{ fim?: boolean }} [opcoes]
 */
export function encostar(caixa, ancora, { fim = false } = {}) {
  const { left, right, top, bottom } = ancora.getBoundingClientRect()
  const { offsetWidth: largura, offsetHeight: altura } = caixa
  const { innerWidth, innerHeight } = /** @type {Window} */ (caixa.ownerDocument.defaultView)
  caixa.style.left = `${Math.max(8, Math.min(fim ? right - largura : left, innerWidth - largura - 8))}px`
  caixa.style.top = `${bottom + altura + 8 < innerHeight ? bottom + 4 : Math.max(8, top - altura - 4)}px`
}
