/**
 * What the browser remembers under a name. Without storage it just forgets, with the page.
 * @param {Storage} armazem
 * @param {string} nome
 */
export function criarLembranca(armazem, nome) {
  /** @type {Record<string, any>} */
  let memoria = {}
  try {
    memoria = JSON.parse(armazem.getItem(nome) ?? "null") ?? {}
  } catch {
    // Blocked, or written by somebody else.
  }
  return {
    /** @param {string} chave */
    ler: (chave) => memoria[chave],
    /** @param {object} mudanca */
    guardar(mudanca) {
      memoria = { ...memoria, ...mudanca }
      try {
        armazem.setItem(nome, JSON.stringify(memoria))
      } catch {
        // Blocked or full: it stays for this page.
      }
    },
  }
}
