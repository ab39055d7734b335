import { avisar } from "../avisos.js"
import { criarResultados } from "./resultados.js"
import { resultadoSugerido } from "./situacao.js"

const ANDAMENTO = {
  salvando: "Salvando…",
  salvo: "Nota salva",
  guardado: "Sem conexão: guardado neste navegador",
  expirado: "Sessão expirada: guardado neste navegador",
  recusado: "O servidor recusou esta nota: guardada neste navegador",
}

/** Notes during and after the call, outcome after it. Typing saves by itself; Salvar records the outcome and closes. */
export function ligarFormulario(formulario, telefone, { notas, posLigacao }) {
  const { notas: campo } = formulario.elements
  const andamento = formulario.querySelector("[data-parte='andamento']")
  const depois = formulario.querySelectorAll("[data-depois]")
  const grupo = formulario.querySelector("[data-parte='resultados']")
  const escolha = criarResultados(formulario.parentElement, grupo, { aoEscolher: (resultadoId) => notas.anotar(ligacaoId, { resultadoId }) })
  let ligacaoId = null
  let mostradas = ""

  function refletir(ligacao) {
    formulario.hidden = !ligacao || (ligacao.terminada && (!ligacao.registrada || ligacao.naoSaiu))
    if (!ligacao) {
      ligacaoId = null
      return
    }
    depois.forEach((elemento) => { elemento.hidden = !ligacao.terminada })
    if (ligacaoId !== ligacao.id) {
      ligacaoId = ligacao.id
      mostradas = ""
    }
    preencherOpcoes(ligacao)
    refletirNota()
  }

  function preencherOpcoes({ resultados, terminada, atendidaEm, causa }) {
    const chave = `${resultados.map(({ id }) => id).join()} ${terminada} ${causa}`
    if (mostradas === chave) {
      return
    }
    mostradas = chave
    escolha.mostrar(resultados)
    escolha.marcar(terminada ? resultadoSugerido(resultados, { atendidaEm, causa }) : null)
  }

  function refletirNota() {
    const nota = notas.de(ligacaoId)
    if (campo.value !== nota.notas) {
      campo.value = nota.notas
    }
    if (nota.resultadoId) {
      escolha.marcar(nota.resultadoId)
    }
    andamento.textContent = ANDAMENTO[nota.andamento] ?? ""
  }

  const aoDigitar = () => notas.anotar(ligacaoId, { notas: campo.value })
  const aoTeclar = (evento) => {
    if (evento.key === "Enter" && (evento.ctrlKey || evento.metaKey)) {
      evento.preventDefault()
      formulario.requestSubmit()
    }
  }
  const aoEnviar = async (evento) => {
    evento.preventDefault()
    if (telefone.ligacao()?.terminada && !(await posLigacao.salvar(escolha.valor())) && !notas.recusada(ligacaoId)) {
      avisar("Sem conexão: as notas estão guardadas neste navegador e serão enviadas assim que possível.", { tipo: "alerta", chave: "notas" })
    }
  }
  const acoes = [[campo, "input", aoDigitar], [campo, "keydown", aoTeclar], [formulario, "submit", aoEnviar]]
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
      escolha.parar()
      for (const [alvo, tipo, acao] of acoes) {
        alvo.removeEventListener(tipo, acao)
      }
    },
  }
}
