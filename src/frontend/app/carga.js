const ESPERA_MS = 300

/** The bar appears only for what takes long enough to be noticed. */
export function ligarCarga(document) {
  const barra = document.getElementById("carga")
  const emCurso = new Map()
  if (!barra) {
    return
  }

  document.addEventListener("htmx:beforeSend", ({ detail }) => {
    emCurso.set(detail.xhr, setTimeout(() => { barra.hidden = false }, ESPERA_MS))
  })
  document.addEventListener("htmx:afterRequest", ({ detail }) => {
    clearTimeout(emCurso.get(detail.xhr))
    emCurso.delete(detail.xhr)
    barra.hidden = emCurso.size === 0 || barra.hidden
  })
}
