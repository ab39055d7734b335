const SVG = "http://www.w3.org/2000/svg"

const sprite = () => document.querySelector("meta[name='icones']")?.content ?? "/icons/icones.svg"

/**
 * An icon of the sprite, hidden from assistive technology: the control around it carries the name.
 * @param {string} nome
 */
export function icone(nome) {
  const svg = document.createElementNS(SVG, "svg")
  svg.setAttribute("class", "icone")
  svg.setAttribute("aria-hidden", "true")
  const use = document.createElementNS(SVG, "use")
  use.setAttribute("href", `${sprite()}#${nome}`)
  svg.append(use)
  return svg
}
