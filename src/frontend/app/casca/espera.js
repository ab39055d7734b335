const ESPERA_MS = 300

/**
 * What takes long enough to be noticed shows that it is going on: `mostrar` once a request that `interessa` is 300 ms old,
 * `esconder` when the last of them ended, however it ended.
 * @param {Document} document
 * @param {{ interessa?: (detalhe: DetalheDoHtmx) => boolean, mostrar: (detalhe: DetalheDoHtmx) => void, esconder: () => void }} partes
 */
export function aoDemorar(document, { interessa = () => true, mostrar, esconder }) {
  /** @type {Map<XMLHttpRequest, number>} */
  const emCurso = new Map()

  document.addEventListener("htmx:beforeSend", ({ detail }) => {
    if (interessa(detail)) {
      emCurso.set(
        detail.xhr,
        setTimeout(() => mostrar(detail), ESPERA_MS),
      )
      aoTerminar(detail.xhr, () => terminar(detail.xhr))
    }
  })

  /** @param {XMLHttpRequest} xhr */
  function terminar(xhr) {
    clearTimeout(emCurso.get(xhr))
    if (emCurso.delete(xhr) && emCurso.size === 0) {
      esconder()
    }
  }
}

/**
 * However the request ends, and also when what asked has left the document: htmx then tells nobody here.
 * @param {XMLHttpRequest} xhr
 * @param {() => void} fim
 */
export function aoTerminar(xhr, fim) {
  xhr.addEventListener("loadend", fim, { once: true })
}
