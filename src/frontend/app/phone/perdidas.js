import { avisar } from "../avisos.js"
import { criarLembranca } from "./lembranca.js"

const PAUSA_MS = 30_000
const ANTES_MS = 60 * 60_000

/**
 * Who called and reached nobody: one toast a call, with the way back. Asked with the board's minute and when somebody comes back
 * to the page. `caminho` is where the server tells them; without it, or where it knows of none, this stays silent.
 */
export function ligarPerdidas(document, servidor, { caminho, armazem = document.defaultView.sessionStorage } = {}) {
  if (!caminho) {
    return () => {}
  }
  const { defaultView: janela } = document
  const lembranca = criarLembranca(armazem, "crm-perdidas")
  let desde = lembranca.ler("desde") ?? new Date(Date.now() - ANTES_MS).toISOString()
  let vistas = lembranca.ler("vistas") ?? []
  let ultima = 0
  let desligada = false

  async function perguntar() {
    if (desligada || document.hidden || Date.now() - ultima < PAUSA_MS) {
      return
    }
    ultima = Date.now()
    const { status, corpo } = await servidor.perdidas(caminho, desde).catch(() => ({ status: 0 }))
    if (status === 404) {
      desligada = true
    } else if (status === 200 && Array.isArray(corpo)) {
      mostrar(corpo.filter(({ id }) => !vistas.includes(id)))
    }
  }

  function mostrar(novas) {
    for (const { id, texto, numero, nome, contatoId, oportunidadeId, em } of novas) {
      avisar(texto, {
        tipo: "info",
        chave: `perdida-${id}`,
        acao: { texto: "Ligar de volta", dados: { ligar: "", numero, nome: nome ?? "", contatoId: contatoId ?? "", oportunidadeId: oportunidadeId ?? "" } },
      })
      vistas = [...vistas, id]
      desde = em > desde ? em : desde
    }
    if (novas.length > 0) {
      lembranca.guardar({ desde, vistas })
    }
  }

  const escutas = [[document.body, "crm:quadro-pedido"], [janela, "focus"], [document, "visibilitychange"]]
  escutas.forEach(([alvo, evento]) => alvo.addEventListener(evento, perguntar))
  return () => escutas.forEach(([alvo, evento]) => alvo.removeEventListener(evento, perguntar))
}
