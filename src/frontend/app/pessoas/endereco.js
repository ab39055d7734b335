const MAXIMO = 40

/**
 * The name of a new organization suggests its address, until the person writes another one.
 * @param {Document} document
 */
export function montarEndereco(document) {
  document.addEventListener("input", ({ target }) => {
    const alvo = target.dataset?.sugere && target.form?.elements[target.dataset.sugere]
    if (alvo && !alvo.dataset.escrito) {
      alvo.value = sugerir(target.value)
    } else if (!alvo && target.name) {
      target.dataset.escrito = target.value ? "sim" : ""
    }
  })
  // A form that came back refused keeps what was chosen.
  document.querySelectorAll("[data-sugere]").forEach(({ form, dataset, value }) => {
    const alvo = form.elements[dataset.sugere]
    alvo.dataset.escrito = alvo.value && alvo.value !== sugerir(value) ? "sim" : ""
  })
}

/**
 * What the domain accepts in /o/{slug}: see EnderecoDaOrganizacao.
 * @param {string} nome
 */
export function sugerir(nome) {
  return nome
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, MAXIMO)
    .replace(/^-+|-+$/g, "")
}
