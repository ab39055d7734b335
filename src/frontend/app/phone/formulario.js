import { avisar } from "../avisos.js"
import { resultadoSugerido } from "./situacao.js"

const ANDAMENTO = {
  salvando: "Salvando…",
  salvo: "Salvo",
  guardado: "Sem conexão: guardado neste navegador",
  expirado: "Sessão expirada: guardado neste navegador",
  recusado: "O servidor recusou estas notas",
}

/** Notes during and after the call, outcome after it. Typing saves by itself; Salvar records the outcome and closes. */
export function ligarFormulario(formulario, telefone, { notas, posLigacao }) {
  const { notas: campo, resultado: escolha } = formulario.elements
  const andamento = formulario.querySelector("[data-parte='andamento']")
  const depois = formulario.querySelectorAll("[data-depois]")
  let ligacaoId = null

  function refletir(ligacao) {
    formulario.hidden = !ligacao || (ligacao.terminada && !ligacao.registrada)
    if (!ligacao) {
      ligacaoId = null
      return
    }
    depois.forEach((elemento) => { elemento.hidden = !ligacao.terminada })
    if (ligacaoId !== ligacao.id) {
      ligacaoId = ligacao.id
      escolha.dataset.opcoes = ""
    }
    preencherOpcoes(ligacao)
    refletirNota()
  }

  function preencherOpcoes({ resultados, terminada, atendidaEm, causa }) {
    const chave = `${resultados.map(({ id }) => id).join()} ${terminada} ${causa}`
    if (escolha.dataset.opcoes === chave) {
      return
    }
    escolha.dataset.opcoes = chave
    escolha.replaceChildren(new Option("Sem resultado", ""), ...resultados.map(({ id, nome }) => new Option(nome, id)))
    escolha.value = terminada ? (resultadoSugerido(resultados, { atendidaEm, causa }) ?? "") : ""
  }

  function refletirNota() {
    const nota = notas.de(ligacaoId)
    if (campo.value !== nota.notas) {
      campo.value = nota.notas
    }
    if (nota.resultadoId) {
      escolha.value = nota.resultadoId
    }
    andamento.textContent = ANDAMENTO[nota.andamento] ?? ""
  }

  const aoDigitar = () => notas.anotar(ligacaoId, { notas: campo.value })
  const aoEscolher = () => notas.anotar(ligacaoId, { resultadoId: escolha.value || null })
  const aoEnviar = async (evento) => {
    evento.preventDefault()
    if (telefone.ligacao()?.terminada && !(await posLigacao.salvar(escolha.value))) {
      avisar("Sem conexão: as notas estão guardadas neste navegador e serão enviadas assim que possível.", { tipo: "alerta", chave: "notas" })
    }
  }
  const acoes = [[campo, "input", aoDigitar], [escolha, "change", aoEscolher], [formulario, "submit", aoEnviar]]
  for (const [alvo, tipo, acao] of acoes) {
    alvo.addEventListener(tipo, acao)
  }
  const desligar = telefone.aoMudar(refletir)
  return {
    notaMudou(id) {
      if (id === ligacaoId) {
        refletirNota()
      }
    },
    parar() {
      desligar()
      for (const [alvo, tipo, acao] of acoes) {
        alvo.removeEventListener(tipo, acao)
      }
    },
  }
}
