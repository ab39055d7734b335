import { emCurso, numeroLegivel, reconhecida, terminada } from "./situacao.js"

/**
 * @import { Vista } from "./situacao.js"
 * @import { Alvo, Banco, Canal, Discagem, Ditos, EstadoNoServidor, EventoDaLinha, Falha, Ficha, Ligacao, Linha, Registrada } from "../tipos.js"
 * @import { CallInfo, CallSummary } from "../../../libwebphone/types.js"
 */

/** @type {Vista} */
const INICIO = { state: "dialing", muted: false, held: false, established: false, connectedAt: null }

const ACABADAS = ["ended", "failed"]

/**
 * The call that the window shows, the same in every tab, and what can be done with it. The window reads `ligacao()` and is
 * told by `aoMudar`; it never asks libwebphone.
 * @param {{ linha: Linha, discagem: Discagem, banco: Banco, canal: Canal, base: string, aoDesistir: (id: string) => void, seguro?: boolean }} partes
 */
export function criarTelefone({ linha, discagem, banco, canal, base, aoDesistir, seguro = globalThis.isSecureContext }) {
  /** @type {Set<(ligacao: Ligacao | null) => void>} */
  const ouvintes = new Set()
  /** @type {Ligacao | null} */
  let atual = null

  /** @param {Partial<Ligacao> | null} mudanca */
  function mudar(mudanca) {
    atual = mudanca === null ? null : /** @type {Ligacao} */ ({ ...atual, ...mudanca })
    ouvintes.forEach((ouvinte) => ouvinte(atual))
  }

  /** @param {string} id */
  const mostra = (id) => atual?.id === id

  // None before the line knows the call.
  const chamada = () => atual && linha.chamada(atual.id)

  /** @param {string} id @param {Alvo} alvo @param {Partial<Ligacao>} mudanca */
  function comecar(id, alvo, mudanca) {
    atual = null
    mudar({ id, alvo, contato: alvo.nome, numero: numeroLegivel(alvo.numero), oportunidade: null, resultados: [], registrada: false, ...mudanca })
  }

  /** @param {EventoDaLinha} partes */
  function acompanhar({ type, call, summary, error }) {
    if (!call || (atual && !atual.terminada && !mostra(call.id))) {
      return
    }
    if (type === "call.ended") {
      if (mostra(call.id)) {
        mudar(terminada(/** @type {CallSummary} */ (summary), error, base))
      }
    } else {
      adotar(call)
    }
  }

  // A tab that did not dial, or was opened during the call, meets the call here. What is said late of one that is over does not revive it.
  /** @param {CallInfo} call */
  function adotar(call) {
    if (ACABADAS.includes(call.state)) {
      return
    }
    const visao = { ...emCurso(call), remoto: linha.remota() }
    if (mostra(call.id)) {
      mudar(visao)
      return
    }
    comecar(call.id, /** @type {Alvo} */ (call.metadata), visao)
    banco.ligacao(call.id).then(
      (ficha) => ficha && aplicarFicha(ficha),
      () => {},
    )
  }

  /** @param {Partial<Ficha> & { id: string }} partes */
  function aplicarFicha({ id, registrada, numero, contato, oportunidade, resultados }) {
    if (registrada && mostra(id)) {
      mudar({ registrada, numero, contato: contato ?? atual?.contato, oportunidade, resultados })
    }
  }

  /** @param {Alvo} alvo */
  async function discar(alvo) {
    if (atual && !atual.terminada) {
      return false
    }
    if (!seguro) {
      comecar("", alvo, terminada({ cause: null, endedAt: null, connectedAt: null }, { code: "sem_https", message: "" }, base))
      return true
    }
    const id = crypto.randomUUID()
    comecar(id, alvo, { ...emCurso(INICIO), remoto: false })
    // In the tick of the click: the server writes its row while the line, the microphone and the candidates come.
    const registrada = registrar(id, alvo)
    registrada.catch(() => {})
    const erro = await colocar(id, alvo, registrada)
    // A host that went silent may have the call nevertheless.
    if (!linha.chamada(id) && erro?.code !== "host_unreachable") {
      aoDesistir(id)
    }
    return true
  }

  /**
   * Resolves with what stopped it.
   * @param {string} id
   * @param {Alvo} alvo
   * @param {Promise<any>} before
   */
  async function colocar(id, alvo, before) {
    const quer = () => mostra(id) && !atual?.terminada
    try {
      await linha.abrir()
      if (quer()) {
        await linha.ligar({ number: alvo.numero, displayName: alvo.nome, id, metadata: alvo, before })
      }
      return null
    } catch (lancado) {
      const erro = /** @type {Falha} */ (lancado)
      if (quer()) {
        mudar(terminada({ cause: erro.code, endedAt: new Date().toISOString(), connectedAt: null }, erro, base))
      }
      return erro
    }
  }

  /** @param {string} id @param {Alvo} alvo */
  async function registrar(id, alvo) {
    const { numeroParaDiscar, modo, ficha } = await discagem.registrar({ id, alvo })
    aplicarFicha({ id, ...ficha })
    canal.dizer("ficha", { id, ...ficha })
    return { target: numeroParaDiscar, via: modo }
  }

  async function desligar() {
    if (!atual) {
      return
    }
    if (chamada()) {
      await chamada()?.hangup()
    } else {
      mudar(terminada({ cause: "cancelled", endedAt: new Date().toISOString(), connectedAt: null }, null, base))
    }
  }

  // The provider hung up on our leg first, and said why only afterwards.
  /** @param {string} id @param {string | null} causa */
  function esclarecer(id, causa) {
    if (mostra(id) && atual?.terminada && !atual.atendidaEm) {
      mudar(terminada({ cause: causa, endedAt: atual.fimEm, connectedAt: null }, null, base))
    }
  }

  canal.aoOuvir("ficha", aplicarFicha)
  const deixarDeOuvir = linha.aoEvento(acompanhar)

  return {
    ligacao: () => atual,
    /** @param {(ligacao: Ligacao | null) => void} ouvinte @returns {() => void} */
    aoMudar(ouvinte) {
      ouvintes.add(ouvinte)
      return () => {
        ouvintes.delete(ouvinte)
      }
    },
    discar,
    desligar,
    alternarMudo: () => (atual?.mudo ? chamada()?.unmute() : chamada()?.mute()),
    alternarEspera: () => (atual?.emEspera ? chamada()?.unhold() : chamada()?.hold()),
    /** @param {string} tecla */
    teclar: (tecla) => chamada()?.sendDTMF(tecla),
    esclarecer,
    /**
     * What lasts while the call does, by its subject; null takes it back.
     * @param {Ditos} ditos
     */
    dizer(ditos) {
      if (atual && !atual.terminada) {
        mudar({ ditos: { ...atual.ditos, ...ditos } })
      }
    },
    /** @param {Registrada} registro */
    reabrir(registro) {
      const { id, alvo, fimEm = "", atendidaEm = null, causa, orfa = false } = registro
      /** @type {Pick<CallSummary, "endedAt" | "connectedAt" | "endedBy"> & { cause?: string }} */
      const fim = { cause: causa, endedAt: fimEm, connectedAt: atendidaEm, endedBy: causa === "network" && !orfa ? "network" : "remote" }
      comecar(id, alvo, { ...terminada(fim, null, base), reaberta: true, orfa })
      aplicarFicha(registro)
    },
    /**
     * The server's word about a call that is over.
     * @param {string} id
     * @param {EstadoNoServidor & { fimEm: string }} estado
     */
    reconhecer(id, estado) {
      if (mostra(id) && atual?.terminada) {
        mudar(reconhecida(estado, atual, base))
      }
    },
    /** What libwebphone already carried when this tab met it. */
    adotarEmCurso: () => linha.ligacoes().forEach(adotar),
    fechar: () => mudar(null),
    parar: deixarDeOuvir,
  }
}
