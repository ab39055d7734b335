const CHAVE = "crm-janela"

/** What this browser remembers of the call window. Without storage it just forgets. */
export function criarLembranca(armazem) {
  let memoria = {}
  try {
    memoria = JSON.parse(armazem.getItem(CHAVE)) ?? {}
  } catch {
    // Blocked, or written by somebody else.
  }
  return {
    ler: (nome) => memoria[nome],
    guardar(mudanca) {
      memoria = { ...memoria, ...mudanca }
      try {
        armazem.setItem(CHAVE, JSON.stringify(memoria))
      } catch {
        // Blocked or full: it stays for this page.
      }
    },
  }
}
