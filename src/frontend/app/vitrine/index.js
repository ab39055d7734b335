import "cally"
import { comMover } from "../vendas/quadro/cartoes.js"
import { mostrarTelefones } from "./telefones.js"
import { mostrarTokens } from "./tokens.js"

mostrarTokens(document)
mostrarTelefones(document)
document.querySelectorAll(".amostra .cartao").forEach(comMover)

// The samples are to be looked at: their links lead to nothing, their forms would be refused.
for (const tipo of ["click", "submit"]) {
  document.addEventListener(
    tipo,
    (evento) => {
      if (evento.target.closest?.(".amostra__tema") && (tipo === "submit" || evento.target.closest("a[href], button:not([type])"))) {
        evento.preventDefault()
      }
    },
    { capture: true },
  )
}
