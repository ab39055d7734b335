/**
 * A region drawn again stays where the reader had scrolled it: the board and each of its columns, by id.
 * @param {Document} document
 */
export function guardarRolagem(document) {
  /** @type {{ id: string, scrollLeft: number, scrollTop: number }[]} */
  let posicoes = []
  document.addEventListener("htmx:beforeSwap", ({ detail }) => {
    const regioes = detail.target?.matches?.("[data-guarda-rolagem]") ? detail.target.querySelectorAll("[data-rolagem]") : []
    posicoes = [...regioes].map(({ id, scrollLeft, scrollTop }) => ({ id, scrollLeft, scrollTop }))
  })
  document.addEventListener("htmx:afterSwap", () => {
    for (const { id, scrollLeft, scrollTop } of posicoes) {
      Object.assign(document.getElementById(id) ?? {}, { scrollLeft, scrollTop })
    }
    posicoes = []
  })
}
