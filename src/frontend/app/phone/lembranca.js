/** What the browser remembers under a name. Without storage it just forgets, with the page. */
export function criarLembranca(armazem, nome) {
  let memoria = {}
  try {
    memoria = JSON.parse(armazem.getItem(nome)) ?? {}
  } catch {
    // Blocked, or written by somebody else.
  }
  return {
    ler: (chave) => memoria[chave],
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
