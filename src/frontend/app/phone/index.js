import { avisar } from "../avisos.js"
import { ligarControles } from "./controles.js"
import { ligarCronometro } from "./cronometro.js"
import { ligarDicas } from "./dicas.js"
import { ligarBotaoDeEspera } from "./espera.js"
import { guardarFoco } from "./foco.js"
import { ligarFormulario } from "./formulario.js"
import { ligarGatilhos } from "./gatilhos.js"
import { ligarIndicador } from "./indicador.js"
import { ligarJanela } from "./janela.js"
import { criarNucleo } from "./nucleo.js"
import { avisarSessao } from "./sessao.js"
import { ligarSom } from "./som.js"
import { ligarTeclado } from "./teclado.js"

/** Puts the phone and its window together. `recursos` stands in for the browser's own parts in tests. Resolves with the undo. */
export async function ligarTelefone(document, recursos = {}) {
  const secao = document.getElementById("telefone")
  if (!secao) {
    return () => {}
  }
  const { aoFicarOcioso = quandoOcioso } = recursos
  let formulario = null
  const nucleo = await criarNucleo({
    document,
    recursos,
    configuracao: secao.dataset,
    aoMudarNota: (id) => formulario?.notaMudou(id),
    aoAtualizar: (detail) => document.body.dispatchEvent(new CustomEvent("crm:ligacao-encerrada", { detail })),
    aoResponder: avisarSessao(),
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
    if (anterior) {
      posLigacao.fechar()
    }
    janela.lembrarOrigem(botao)
    telefone.discar(alvo)
    if (peloTeclado) {
      janela.focar()
    }
  }

  const repetir = () => discar(telefone.ligacao().alvo, { peloTeclado: secao.contains(document.activeElement) })
  const parte = (nome) => secao.querySelector(`[data-parte="${nome}"]`)
  const acao = (nome) => secao.querySelector(`[data-acao="${nome}"]`)
  const janela = ligarJanela(secao, telefone, { aoFechar: posLigacao.fechar, aoRepetir: repetir })
  const desfazer = [
    janela.parar,
    ligarControles(secao, telefone, { aoRepetir: repetir }),
    ligarBotaoDeEspera(acao("espera"), telefone),
    ligarTeclado(acao("teclado"), parte("teclado"), telefone),
    ligarCronometro(parte("cronometro"), telefone),
    ligarSom(parte("som"), linha),
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
