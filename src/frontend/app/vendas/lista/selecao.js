/**
 * @typedef {object} Selecao
 * @property {() => string[]} ids
 * @property {() => boolean} todas  All of the filter, also those no page has shown.
 * @property {() => void} limpar
 */

/**
 * Which deals of the list are chosen: one by one, a range with Shift, the page by the box in its head, all of the filter by the
 * bar. What is chosen stays chosen while it stands in the list, also when that is drawn again.
 * @param {Document} document
 * @returns {Selecao}
 */
export function montarSelecao(document) {
  /** @type {Set<string>} */
  const escolhidas = new Set()
  let todas = false
  /** @type {string | null} */
  let ultima = null

  const caixas = () => [...document.querySelectorAll("#lista-linhas [data-marca]")]

  /** @param {HTMLElement} caixa @param {boolean} sim */
  const marcar = (caixa, sim) => {
    caixa.checked = sim
    escolhidas[sim ? "add" : "delete"](caixa.value)
  }

  // From the one that was touched last to this one, as this one is now.
  /** @param {HTMLElement} caixa @param {boolean} faixa */
  const tocar = (caixa, faixa) => {
    const todasAsCaixas = caixas()
    const de = todasAsCaixas.findIndex((outra) => outra.value === ultima)
    const ate = todasAsCaixas.indexOf(caixa)
    const tocadas = faixa && de >= 0 ? todasAsCaixas.slice(Math.min(de, ate), Math.max(de, ate) + 1) : [caixa]
    tocadas.forEach((tocada) => marcar(tocada, caixa.checked))
    ultima = caixa.value
    todas = false
    mostrar()
  }

  const limpar = () => {
    caixas().forEach((caixa) => marcar(caixa, false))
    escolhidas.clear()
    todas = false
    ultima = null
    mostrar()
  }

  function mostrar() {
    const barra = document.getElementById("lote")
    const pagina = document.querySelector("[data-marca-pagina]")
    if (!barra) {
      return
    }
    const [quantas, visiveis, total] = [escolhidas.size, caixas().length, Number(barra.dataset.total || 0)]
    const cheia = quantas > 0 && quantas === visiveis
    barra.toggleAttribute("data-aberta", quantas > 0)
    barra.querySelector("[data-parte='quantas']").textContent = quantas === 0 ? "" : emPalavras(todas ? total : quantas, todas)
    esconder(barra.querySelector("[data-selecionar-todas]"), todas || !cheia || total <= quantas)
    esconder(barra.querySelector("[data-parte='demais']"), !cheia)
    if (pagina) {
      pagina.checked = cheia
      pagina.indeterminate = quantas > 0 && !cheia
    }
  }

  // Drawn again, or longer: what is not shown any more is not chosen.
  const acertar = () => {
    const presentes = caixas()
    const ids = new Set(presentes.map((caixa) => caixa.value))
    const antes = escolhidas.size
    escolhidas.forEach((id) => !ids.has(id) && escolhidas.delete(id))
    todas &&= escolhidas.size === antes && presentes.length > 0
    presentes.forEach((caixa) => {
      caixa.checked = escolhidas.has(caixa.value)
    })
    mostrar()
  }

  document.addEventListener("click", ({ target, shiftKey }) => {
    if (target.matches?.("[data-marca]")) {
      tocar(target, shiftKey)
    } else if (target.matches?.("[data-marca-pagina]")) {
      caixas().forEach((caixa) => marcar(caixa, target.checked))
      todas = false
      mostrar()
    } else if (target.closest?.("[data-selecionar-todas]")) {
      todas = true
      mostrar()
      document.querySelector("#lote .lote__acoes button")?.focus()
    } else if (target.closest?.("[data-limpar-selecao]")) {
      limpar()
      document.querySelector("[data-marca-pagina]")?.focus()
    }
  })
  // Along the boxes by arrows; with Shift the next one becomes as this one is.
  document.addEventListener("keydown", (evento) => {
    const passo = { ArrowDown: 1, ArrowUp: -1 }[evento.key]
    if (!passo || !evento.target.matches?.("[data-marca]")) {
      return
    }
    const todasAsCaixas = caixas()
    const atual = evento.target
    const outra = todasAsCaixas[todasAsCaixas.indexOf(atual) + passo]
    if (outra) {
      evento.preventDefault()
      outra.focus()
      if (evento.shiftKey) {
        outra.checked = atual.checked
        tocar(outra, false)
      }
    }
  })
  document.addEventListener("htmx:afterSettle", acertar)
  document.addEventListener("htmx:historyRestore", acertar)
  acertar()
  return { ids: () => [...escolhidas], todas: () => todas, limpar }
}

/** @param {number} quantas @param {boolean} todas */
function emPalavras(quantas, todas) {
  if (todas) {
    return `Todas as ${quantas.toLocaleString("pt-BR")} deste filtro`
  }
  return quantas === 1 ? "1 selecionada" : `${quantas} selecionadas`
}

/** @param {HTMLElement | null} elemento @param {boolean} sim */
function esconder(elemento, sim) {
  if (elemento) {
    elemento.hidden = sim
  }
}
