import { avisar } from "../../casca/avisos.js"

/** Nothing is lost while the session is out: one notice, gone when the server answers as usual. */
export function avisarSessao() {
  /** @type {HTMLElement | null} */
  let aviso = null
  return (/** @type {number} */ status) => {
    if (status === 401) {
      aviso ??= avisar("Sua sessão expirou: entre de novo para não perder o que a ligação registra.", {
        tipo: "alerta",
        chave: "sessao-da-ligacao",
        acao: { texto: "Entrar de novo", dados: { reentrar: "" } },
      })
    } else if (status < 400) {
      aviso?.remove()
      aviso = null
    }
  }
}
