import { montarControles } from "../telefonia/janela/controles.js"
import { duracao } from "../telefonia/janela/cronometro.js"
import { montarBotaoDeEspera } from "../telefonia/janela/botao-de-espera.js"
import { montarFormulario } from "../telefonia/janela/formulario.js"
import { montarJanela } from "../telefonia/janela/janela.js"
import { montarSequencia } from "../telefonia/janela/sequencia.js"
import { montarTeclado } from "../telefonia/janela/teclado.js"
import { emCurso, terminada } from "../telefonia/ligacao/situacao.js"

const BASE = {
  id: "amostra",
  contato: "Marina Alves",
  numero: "(11) 96000-0001",
  oportunidade: "Usina solar da padaria",
  remoto: false,
  registrada: true,
  resultados: ["Conversa relevante", "Ligar depois"].map((nome, i) => ({ id: String(i), nome, sugeridoPara: [] })),
}
const CONVERSA = { state: "connected", established: true, muted: false, held: false, connectedAt: "2026-11-23T14:02:00Z" }
const FIM = { endedAt: "2026-11-23T14:04:37Z", connectedAt: CONVERSA.connectedAt }

const FILA = { proxima: () => ({ nome: "Caio Prado", numero: "+5511960000004" }), lugar: () => 4, total: () => 12 }

const SITUACOES = {
  chamando: emCurso({ ...CONVERSA, state: "dialing", established: false, connectedAt: null }),
  tocando: emCurso({ ...CONVERSA, state: "ringing", established: false, connectedAt: null }),
  "em-ligacao": emCurso(CONVERSA),
  mudo: emCurso({ ...CONVERSA, muted: true }),
  "em-espera": emCurso({ ...CONVERSA, state: "held", held: true }),
  reconectando: emCurso({ ...CONVERSA, state: "reconnecting" }),
  remota: { ...emCurso(CONVERSA), remoto: true },
  encerrada: terminada(FIM),
  "em-sequencia": terminada(FIM),
  discador: null,
  falha: { ...terminada({ ...FIM, connectedAt: null, cause: "mic_denied" }), registrada: false },
}

/** The call window in each of its states: drawn by the parts of the phone itself, with a call that nobody made. */
export function mostrarTelefones(document) {
  for (const janela of document.querySelectorAll("[data-situacao-da-amostra]")) {
    janela.querySelectorAll(".telefone").forEach((secao) => mostrar(secao, janela.dataset.situacaoDaAmostra.split(" ")))
  }
}

function mostrar(secao, [situacao, ...modos]) {
  const ligacao = SITUACOES[situacao] && { ...BASE, ...SITUACOES[situacao] }
  const telefone = {
    ligacao: () => ligacao,
    aoMudar: (refletir) => {
      refletir(ligacao)
      return () => {}
    },
  }
  const nada = () => {}
  const parte = (nome) => secao.querySelector(`[data-parte="${nome}"]`)
  const acao = (nome) => secao.querySelector(`[data-acao="${nome}"]`)
  const janela = montarJanela(secao, telefone, { aoFechar: nada, aoRepetir: nada, lembranca: { ler: nada, guardar: nada } })
  montarControles(secao, telefone, { aoRepetir: nada })
  montarBotaoDeEspera(acao("espera"), { ...telefone, alternarEspera: async () => {}, recado: nada })
  montarTeclado(acao("teclado"), parte("teclado"), { ...telefone, teclar: async () => {} })
  montarFormulario(parte("notas"), telefone, { notas: { de: () => ({ notas: "", resultadoId: null }), anotar: nada }, posLigacao: {} })
  mostrarDuracao(parte("cronometro"), ligacao ?? {})
  if (situacao === "em-sequencia") {
    montarSequencia(secao, telefone, { fila: FILA, janela, discar: nada })
  }
  if (!ligacao) {
    janela.receber("Ligar para um número")
    parte("discador").hidden = false
  }
  modos.forEach((modo) => (acao(modo) ?? parte(modo)).click())
}

// Still: a clock that runs in every sample would say nothing more.
function mostrarDuracao(elemento, { atendidaEm }) {
  elemento.hidden = !atendidaEm
  elemento.textContent = duracao(157_000)
}
