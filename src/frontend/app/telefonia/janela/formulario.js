import { avisar } from "../../casca/avisos.js"
import { criarProxima } from "./proxima.js"
import { criarResultados } from "./resultados.js"
import { resultadoSugerido } from "../ligacao/situacao.js"

/** @import { Andamento, Ligacao, Notas, PosLigacao, Resultado, Telefone } from "../tipos.js" */

/** @type {Partial<Record<Andamento, string>>} */
const ANDAMENTO = {
  salvando: "Salvando…",
  salvo: "Nota salva",
  guardado: "Sem conexão: guardado neste navegador",
  expirado: "Sessão expirada: guardado neste navegador",
  recusado: "O servidor recusou esta nota: guardada neste navegador",
}

/**
 * Notes during and after the call, outcome after it. Typing saves by itself; Salvar records the outcome and closes.
 * @param {HTMLElement} formulario
 * @param {Telefone} telefone
 * @param {{ notas: Notas, posLigacao: PosLigacao, aoSalvar: (eSeguir: boolean) => void }} partes  aoSalvar: the call is closed, and the next one was asked for.
 */
export function montarFormulario(formulario, telefone, { notas, posLigacao, aoSalvar }) {
  const { notas: campo } = formulario.elements
  const andamento = formulario.querySelector("[data-parte='andamento']")
  const depois = formulario.querySelectorAll("[data-depois]")
  const grupo = formulario.querySelector("[data-parte='resultados']")
  const escolha = criarResultados(formulario.parentElement, grupo, { aoEscolher: (resultadoId) => notas.anotar(String(ligacaoId), { resultadoId }) })
  const proxima = criarProxima(formulario, { aoMudar: (tarefa) => notas.anotar(String(ligacaoId), { tarefa }) })
  /** @type {string | null} */
  let ligacaoId = null
  let mostradas = ""

  /** @param {Ligacao | null} ligacao */
  function refletir(ligacao) {
    formulario.hidden = !ligacao || (ligacao.terminada && (!ligacao.registrada || Boolean(ligacao.naoSaiu)))
    if (!ligacao) {
      ligacaoId = null
      return
    }
    depois.forEach((elemento) => {
      elemento.hidden = !ligacao.terminada
    })
    if (ligacaoId !== ligacao.id) {
      ligacaoId = ligacao.id
      mostradas = ""
    }
    preencherOpcoes(ligacao)
    refletirNota()
  }

  /** @param {{ resultados: Resultado[], terminada: boolean, atendidaEm: string | null, causa?: string | null }} partes */
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
    const nota = notas.de(String(ligacaoId))
    if (campo.value !== nota.notas) {
      campo.value = nota.notas
    }
    if (nota.resultadoId) {
      escolha.marcar(nota.resultadoId)
    }
    proxima.mostrar(nota.tarefa)
    andamento.textContent = ANDAMENTO[nota.andamento] ?? ""
  }

  const aoDigitar = () => notas.anotar(String(ligacaoId), { notas: campo.value })
  /** @param {De<KeyboardEvent>} evento */
  const aoTeclar = (evento) => {
    if (evento.key === "Enter" && (evento.ctrlKey || evento.metaKey) && !formulario.hidden) {
      evento.preventDefault()
      formulario.requestSubmit()
    }
  }
  /** @param {De<SubmitEvent>} evento */
  const aoEnviar = async (evento) => {
    evento.preventDefault()
    if (!proxima.confere(escolha.pedeTarefa())) {
      return
    }
    if (!telefone.ligacao()?.terminada) {
      return
    }
    const id = String(ligacaoId)
    if (await posLigacao.salvar(escolha.valor())) {
      aoSalvar(evento.submitter?.dataset.parte !== "so-salvar")
    } else if (!notas.recusada(id)) {
      avisar("Sem conexão: as notas estão guardadas neste navegador e serão enviadas assim que possível.", { tipo: "alerta", chave: "notas" })
    }
  }
  /** @type {[HTMLElement, string, (evento: any) => void][]} */
  const acoes = [
    [campo, "input", aoDigitar],
    [formulario.parentElement, "keydown", aoTeclar],
    [formulario, "submit", aoEnviar],
  ]
  for (const [alvo, tipo, acao] of acoes) {
    alvo.addEventListener(tipo, acao)
  }
  const desligar = telefone.aoMudar(refletir)
  return {
    /** @param {string} id */
    notaMudou(id) {
      if (id === ligacaoId) {
        refletirNota()
      }
    },
    parar() {
      desligar()
      escolha.parar()
      proxima.parar()
      for (const [alvo, tipo, acao] of acoes) {
        alvo.removeEventListener(tipo, acao)
      }
    },
  }
}
