import { avisar } from "../avisos.js"
import { ligarAtalhos } from "./atalhos.js"
import { ligarBotaoDeEspera } from "./botao-de-espera.js"
import { ligarControles } from "./controles.js"
import { ligarCronometro } from "./cronometro.js"
import { ligarDicas } from "./dicas.js"
import { ligarDiscador } from "./discador.js"
import { guardarFoco } from "./foco.js"
import { ligarFormulario } from "./formulario.js"
import { ligarGatilhos } from "./gatilhos.js"
import { ligarIndicador } from "./indicador.js"
import { ligarJanela } from "./janela.js"
import { criarLembranca } from "./lembranca.js"
import { criarNucleo } from "./nucleo.js"
import { ligarNarracao } from "./narracao.js"
import { ligarPerdidas } from "./perdidas.js"
import { ligarPosicao } from "./posicao.js"
import { avisarSessao } from "./sessao.js"
import { ligarSom } from "./som.js"
import { ligarTeclado } from "./teclado.js"

/** Puts the phone and its window together. `recursos` stands in for the browser's own parts in tests. Resolves with the undo. */
export async function ligarTelefone(document, recursos = {}) {
  const secao = document.getElementById("telefone")
  if (!secao) {
    return () => {}
  }
  const { aoFicarOcioso = quandoOcioso, armazem = document.defaultView.localStorage } = recursos
  let formulario = null
  const nucleo = await criarNucleo({
    document,
    recursos,
    configuracao: secao.dataset,
    aoMudarNota: (id) => formulario?.notaMudou(id),
    aoAtualizar: (detail) => document.body.dispatchEvent(new CustomEvent("crm:ligacao-encerrada", { detail })),
    aoResponder: avisarSessao(),
    aoFalharArmazem: avisarSemArmazem,
  })
  const { linha, notas, telefone, posLigacao } = nucleo

  function discar(alvo, { botao, peloTeclado = false } = {}) {
    const anterior = telefone.ligacao()
    if (anterior && !anterior.terminada) {
      avisar("Você já está em uma ligação.", { tipo: "alerta", chave: "em-ligacao" })
      janela.focar()
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

  // The note is saved as it is typed: another call may take its place.
  const encerrarFormulario = () => telefone.ligacao() && posLigacao.fechar()
  const repetir = () => discar(telefone.ligacao().alvo, { peloTeclado: secao.contains(document.activeElement) })
  const parte = (nome) => secao.querySelector(`[data-parte="${nome}"]`)
  const acao = (nome) => secao.querySelector(`[data-acao="${nome}"]`)
  const lembranca = criarLembranca(armazem, "crm-janela")
  const fechar = () => (discador.aberto() ? discador.fechar() : posLigacao.fechar())
  const janela = ligarJanela(secao, telefone, { aoFechar: fechar, aoRepetir: repetir, lembranca })
  const discador = ligarDiscador(parte("discador"), telefone, { janela, discar, aoAbrir: encerrarFormulario })
  const desfazer = [
    janela.parar,
    discador.parar,
    ligarPosicao(secao, { alca: secao.querySelector(".telefone__topo"), botao: parte("mover"), lembranca }),
    ligarAtalhos(secao),
    ligarControles(secao, telefone, { aoRepetir: repetir }),
    ligarBotaoDeEspera(acao("espera"), telefone),
    ligarTeclado(acao("teclado"), parte("teclado"), telefone),
    ligarCronometro(parte("cronometro"), telefone),
    ligarSom(parte("som"), linha),
    ligarNarracao(linha, telefone),
    ligarPerdidas(document, nucleo.servidor, { caminho: secao.dataset.perdidas, armazem: recursos.armazemDaSessao }),
    ligarIndicador(document.getElementById("linha"), linha),
    ligarDicas(document, linha),
    ligarGatilhos(document, telefone, { discar }),
  ]
  formulario = ligarFormulario(parte("notas"), telefone, { notas, posLigacao })
  desfazer.push(formulario.parar, guardarFoco(secao, telefone), nucleo.parar)
  desfazer.push(ouvir(document, "crm:ramal-testado", linha.renovar), ouvir(document, "crm:ramal-mudou", linha.acordar))
  aoFicarOcioso(() => nucleo.iniciar())
  return () => desfazer.forEach((desligar) => desligar())
}

function avisarSemArmazem() {
  avisar("Este navegador não está guardando cópias das suas ligações e notas. Elas seguem direto para o servidor: salve antes de fechar a página.", {
    tipo: "info", duracao: 0, chave: "armazem",
  })
}

function ouvir(document, evento, ouvinte) {
  document.addEventListener(evento, ouvinte)
  return () => document.removeEventListener(evento, ouvinte)
}

// Safari has no requestIdleCallback.
function quandoOcioso(acao) {
  if ("requestIdleCallback" in globalThis) {
    requestIdleCallback(acao, { timeout: 3000 })
  } else {
    setTimeout(acao, 500)
  }
}
