const ESPERA_MS = 300

/**
 * What takes long enough to be noticed shows that it is going on: `mostrar` once a request that `interessa` is 300 ms old,
 * `esconder` when the last of them ended, however it ended.
 */
export function aoDemorar(document, { interessa = () => true, mostrar, esconder }) {
  const emCurso = new Map()

  document.addEventListener("htmx:beforeSend", ({ detail }) => {
    if (interessa(detail)) {
      emCurso.set(detail.xhr, setTimeout(() => mostrar(detail), ESPERA_MS))
    }
  })
  document.addEventListener("htmx:afterRequest", ({ detail }) => {
    clearTimeout(emCurso.get(detail.xhr))
    if (emCurso.delete(detail.xhr) && emCurso.size === 0) {
      esconder()
    }
  })
}
