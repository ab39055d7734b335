import { controlador, dizer, ouvir } from "../casca/barramento.js"
import { avisar } from "../casca/avisos.js"
import { montarAtalhos } from "./janela/atalhos.js"
import { montarBotaoDeEspera } from "./janela/botao-de-espera.js"
import { montarControles } from "./janela/controles.js"
import { montarCronometro } from "./janela/cronometro.js"
import { montarDicas } from "./janela/dicas.js"
import { montarDiscador } from "./janela/discador.js"
import { guardarFoco } from "./janela/foco.js"
import { montarFormulario } from "./janela/formulario.js"
import { montarGatilhos } from "./janela/gatilhos.js"
import { montarIndicador } from "./janela/indicador.js"
import { montarJanela } from "./janela/janela.js"
import { criarFila } from "./guarda/fila.js"
import { criarLembranca } from "./guarda/lembranca.js"
import { criarNucleo } from "./nucleo.js"
import { montarNarracao } from "./janela/narracao.js"
import { montarPerdidas } from "./janela/perdidas.js"
import { montarPosicao } from "./janela/posicao.js"
import { avisarSessao } from "./entrega/sessao.js"
import { montarSequencia } from "./janela/sequencia.js"
import { montarSom } from "./janela/som.js"
import { montarTeclado } from "./janela/teclado.js"

/** @import { Alvo, Encerrada, Ligacao } from "./tipos.js" */

/**
 * Puts the phone and its window together. `recursos` stands in for the browser's own parts in tests. Resolves with the undo.
 * @param {Document} document
 * @param {any} [recursos]
 */
export async function montarTelefone(document, recursos = {}) {
  const secao = document.getElementById("telefone")
  if (!secao) {
    return () => {}
  }
  const { aoFicarOcioso = quandoOcioso, armazem = /** @type {Window} */ (document.defaultView).localStorage } = recursos
  /** @type {ReturnType<typeof montarFormulario> | null} */
  let formulario = null
  const nucleo = await criarNucleo({
    document,
    recursos,
    configuracao: secao.dataset,
    /** @param {string} id */
    aoMudarNota: (id) => formulario?.notaMudou(id),
    aoAtualizar: (encerrada) => dizer(document, "crm:ligacao-encerrada", encerrada),
    aoResponder: avisarSessao(),
    aoFalharArmazem: avisarSemArmazem,
  })
  const { linha, notas, telefone, posLigacao } = nucleo

  /**
   * @param {Alvo} alvo
   * @param {{ botao?: HTMLElement, peloTeclado?: boolean }} [opcoes]
   */
  function discar(alvo, { botao, peloTeclado = false } = {}) {
    if (ocupado()) {
      return
    }
    linha.ativarSom()
    encerrarFormulario()
    janela.preparar(botao)
    telefone.discar(alvo)
    if (peloTeclado) {
      janela.focar()
    }
  }

  // One call at a time: says so to who asks for another.
  function ocupado() {
    const emCurso = telefone.ligacao()?.terminada === false
    if (emCurso) {
      avisar("Você já está em uma ligação.", { tipo: "alerta", chave: "em-ligacao" })
      janela.focar()
    }
    return emCurso
  }

  // The note is saved as it is typed: another call may take its place.
  const encerrarFormulario = () => telefone.ligacao() && posLigacao.fechar()
  const repetir = () => discar(/** @type {Ligacao} */ (telefone.ligacao()).alvo, { peloTeclado: secao.contains(document.activeElement) })
  /** @param {string} nome */
  const parte = (nome) => secao.querySelector(`[data-parte="${nome}"]`)
  /** @param {string} nome */
  const acao = (nome) => secao.querySelector(`[data-acao="${nome}"]`)
  const lembranca = criarLembranca(armazem, "crm-janela")
  const fechar = () => (discador.aberto() ? discador.fechar() : sequencia.oferecendo() ? sequencia.fechar() : posLigacao.fechar())
  const janela = montarJanela(secao, telefone, { aoFechar: fechar, aoRepetir: repetir, lembranca })
  const discador = montarDiscador(parte("discador"), telefone, { janela, discar, aoAbrir: encerrarFormulario })
  const fila = criarFila(
    recursos.armazemDaSessao ?? /** @type {Window} */ (document.defaultView).sessionStorage,
    `${secao.dataset.organizacaoId}:${secao.dataset.usuarioId}`,
  )
  const sequencia = montarSequencia(secao, telefone, { fila, janela, discar, ocupado })
  const desfazer = [
    janela.parar,
    discador.parar,
    sequencia.parar,
    montarPosicao(secao, { alca: secao.querySelector(".telefone__topo"), botao: parte("mover"), lembranca }),
    montarAtalhos(secao),
    montarControles(secao, telefone, { aoRepetir: repetir }),
    montarBotaoDeEspera(acao("espera"), telefone),
    montarTeclado(acao("teclado"), parte("teclado"), telefone),
    montarCronometro(parte("cronometro"), telefone),
    montarSom(parte("som"), linha),
    montarNarracao(linha, telefone),
    montarPerdidas(document, nucleo.servidor, { caminho: secao.dataset.perdidas, armazem: recursos.armazemDaSessao }),
    montarIndicador(document.getElementById("linha"), linha),
    montarDicas(document, linha),
    montarGatilhos(document, telefone, { discar }),
  ]
  formulario = montarFormulario(parte("notas"), telefone, { notas, posLigacao, aoSalvar: (eSeguir) => eSeguir && sequencia.seguir() })
  desfazer.push(formulario.parar, guardarFoco(secao, telefone), nucleo.parar)
  const ouvidos = controlador(document)
  desfazer.push(() => ouvidos.abort())
  ouvir(document, "crm:ramal-testado", linha.renovar, ouvidos)
  ouvir(document, "crm:ramal-mudou", linha.acordar, ouvidos)
  aoFicarOcioso(() => nucleo.iniciar())
  return () => desfazer.forEach((desligar) => desligar())
}

function avisarSemArmazem() {
  avisar("Este navegador não está guardando cópias das suas ligações e notas. Elas seguem direto para o servidor: salve antes de fechar a página.", {
    tipo: "info",
    duracao: 0,
    chave: "armazem",
  })
}

// Safari has no requestIdleCallback.
/** @param {() => void} acao */
function quandoOcioso(acao) {
  if ("requestIdleCallback" in globalThis) {
    requestIdleCallback(acao, { timeout: 3000 })
  } else {
    setTimeout(acao, 500)
  }
}
