import { criarVigilia } from "./vigilia.js"

/**
 * @import { PhoneState, PlaceRequest, ServerEvent } from "../../../libwebphone/types.js"
 * @import { EventoDaLinha, Falha, Pagina, Servidor } from "../tipos.js"
 */

/** @typedef {import("../../../libwebphone/index.js").default} Libwebphone */

/** @type {PhoneState} */
const SEM_TELEFONE = { role: "none", phone: "disconnected", userAgent: { state: "stopped" }, calls: [], audioBlocked: false }

/** @param {string} codigo @param {string} [mensagem] @param {unknown} [data] @returns {Falha} */
const falha = (codigo, mensagem, data) => Object.assign(new Error(mensagem ?? codigo), { code: codigo, data })

/**
 * The person's line. libwebphone comes in on demand: JsSIP is heavy and most visits place no call.
 * @param {{ servidor: Servidor, nome: string, pagina: Pagina, document: Document, aoSair?: () => void, carregar?: () => Promise<{ default: new (config: any) => Libwebphone }>, opcoes?: object }} partes
 */
export function criarLinha({ servidor, nome, pagina, document, aoSair = () => {}, carregar = () => import("../../../libwebphone/index.js"), opcoes = {} }) {
  /** @type {Set<(evento: EventoDaLinha) => void>} */
  const ouvintes = new Set()
  /** @type {Promise<Libwebphone> | null} */
  /** @type {Promise<Libwebphone> | null} */
  let abrindo = null
  /** @type {Libwebphone | null} */
  let telefone = null
  /** @type {string | null} */
  let semLinha = null
  /** @type {string | null} */
  let naoLiga = null
  // Not final for libwebphone, which goes on trying, but reason enough to tell whoever waits for the line now.
  /** @type {Falha | null} */
  let impedimento = null

  /** @param {object} pedido */
  async function credenciais(pedido) {
    const { status, corpo } = await servidor.credenciais(pedido).catch(() => {
      impedimento = falha("sem_servidor")
      throw new Error("no server")
    })
    if (status === 409) {
      throw falha(corpo.codigo, corpo.mensagem, corpo)
    }
    if (status !== 200) {
      impedimento = falha(status === 401 ? "sessao_expirada" : "sem_servidor")
      throw new Error(`no credentials: ${status}`)
    }
    impedimento = null
    return corpo
  }

  // The provider's own handle stays on the server, which finds it by our id.
  const discador = {
    /** @param {string} _ @param {{ id: string }} partes */
    async dial(_, { id }) {
      const { status, corpo } = await servidor.discar(id).catch(() => {
        throw falha("network")
      })
      if (status >= 300) {
        throw falha(status === 401 ? "sessao_expirada" : (corpo?.codigo ?? "operadora_fora"), corpo?.mensagem, corpo)
      }
      return { id }
    },
    /** @param {string} id */
    hangup: (id) => servidor.desligar(id),
  }

  async function abrir() {
    const { default: Telefone } = await carregar()
    const novo = new Telefone({ credentials: credenciais, dialer: discador, tabs: { lockName: nome, channelName: nome }, onPageHide: aoSair, ...opcoes })
    telefone = novo
    novo.onAny((/** @type {any} */ evento) => avisar(vigilia.passar(evento, estado().calls.length > 0)))
    return novo
  }

  // Asked for again after it could not be had.
  function carregado() {
    abrindo ??= abrir().catch((erro) => {
      abrindo = null
      throw erro
    })
    return abrindo
  }

  /** @param {EventoDaLinha} evento */
  const avisar = (evento) => ouvintes.forEach((ouvinte) => ouvinte(evento))

  const vigilia = criarVigilia({
    pagina,
    document,
    aoAcordar: () => avisar({ type: "linha.acordou" }),
    aoContinuar: () => avisar({ type: "linha.continuou" }),
  })

  /** @returns {PhoneState} */
  const estado = () =>
    telefone?.getState() ?? (semLinha ? { ...SEM_TELEFONE, userAgent: { state: "failed", cause: /** @type {any} */ (semLinha) } } : SEM_TELEFONE)

  async function aquecer() {
    await carregado()
      .then((aberto) => aberto.getUserAgent().start())
      .catch(() => {})
    // A remote tab receives the host's state without an event.
    avisar({ type: "linha.aquecida" })
  }

  return {
    estado,
    ligacoes: () => estado().calls,
    hospedeira: () => estado().role === "host",
    /** Why the server would refuse a call, though the line rings: known before the first click. */
    naoLiga: () => naoLiga,
    duvidosa: vigilia.duvida,
    remota: () => estado().role === "remote",
    /** @param {(evento: EventoDaLinha) => void} ouvinte @returns {() => void} */
    aoEvento(ouvinte) {
      ouvintes.add(ouvinte)
      return () => {
        ouvintes.delete(ouvinte)
      }
    },

    /** Registers when it can; says nothing when it cannot, for nobody asked yet. */
    aquecer,

    /** Whether the SIP stack is worth its weight: without a ramal it stays away. A server that does not say is no reason to. */
    async vale() {
      const { corpo } = await servidor.linha().catch(() => ({ corpo: null }))
      semLinha = corpo?.impedimento ?? null
      naoLiga = corpo?.naoLiga ?? null
      if (semLinha) {
        avisar({ type: "linha.dispensada" })
      }
      return !semLinha
    },

    /** The person may have a ramal now, after the line was told that there is none. */
    acordar() {
      if (!telefone) {
        aquecer()
      } else if (estado().userAgent.state !== "registered") {
        telefone
          .getUserAgent()
          .start()
          .catch(() => {})
      }
    },

    /** Another user agent of the same ramal came and went: a provider that keeps one registration forgot ours. */
    renovar: () =>
      telefone?.getUserAgent().isRegistered() &&
      telefone
        .getUserAgent()
        .register()
        .catch(() => {}),

    /** A remote tab whose host gave up takes its place, to try with fresh credentials. */
    async abrir() {
      await carregado().catch((erro) => {
        throw falha("sem_servidor", erro.message)
      })
      const { role, userAgent } = estado()
      if (role === "remote" && userAgent.state === "failed") {
        await telefone
          ?.getUserAgent()
          .takeOver()
          .catch(() => {})
      }
    },

    /**
     * Registers if need be. What keeps the credentials away explains a line that does not come.
     * @param {PlaceRequest} pedido
     */
    async ligar(pedido) {
      impedimento = null
      await telefone
        ?.getUserAgent()
        .place(pedido)
        .catch((/** @type {Falha} */ erro) => {
          throw erro.code === "network" && impedimento ? impedimento : erro
        })
      // It let this one pass.
      naoLiga = null
    },
    /**
     * What the server knows of a call that the provider dialled.
     * @param {EventoDaLinha} evento
     */
    contar: (/** @type {ServerEvent} */ evento) => telefone?.applyServerEvent(evento),
    /** @param {string} id */
    chamada: (id) => telefone?.getCallList().getCall(id),
    /** Inside a click. Never awaited: a browser that refuses leaves it open. */
    ativarSom: () =>
      telefone
        ?.getAudioContext()
        .unlock()
        .catch(() => {}),
    encerrar() {
      vigilia.parar()
      return telefone?.destroy()
    },
  }
}
