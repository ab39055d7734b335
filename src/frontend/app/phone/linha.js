import { criarVigilia } from "./vigilia.js"

const SEM_TELEFONE = { role: "none", userAgent: { state: "stopped" }, calls: [], audioBlocked: false }

const falha = (codigo, mensagem, data) => Object.assign(new Error(mensagem ?? codigo), { code: codigo, data })

/** The person's line. libwebphone comes in on demand: JsSIP is heavy and most visits place no call. */
export function criarLinha({ servidor, nome, pagina, document, aoSair = () => {}, carregar = () => import("../../libwebphone/index.js"), opcoes = {} }) {
  const ouvintes = new Set()
  let abrindo = null
  let telefone = null
  let semLinha = null
  let naoLiga = null
  // Not final for libwebphone, which goes on trying, but reason enough to tell whoever waits for the line now.
  let impedimento = null

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
    async dial(_, { id }) {
      const { status, corpo } = await servidor.discar(id).catch(() => {
        throw falha("network")
      })
      if (status >= 300) {
        throw falha(status === 401 ? "sessao_expirada" : (corpo?.codigo ?? "operadora_fora"), corpo?.mensagem, corpo)
      }
      return { id }
    },
    hangup: (id) => servidor.desligar(id),
  }

  async function abrir() {
    const { default: Libwebphone } = await carregar()
    telefone = new Libwebphone({ credentials: credenciais, dialer: discador, tabs: { lockName: nome, channelName: nome }, onPageHide: aoSair, ...opcoes })
    telefone.onAny((evento) => avisar(vigilia.passar(evento, estado().calls.length > 0)))
    return telefone
  }

  // Asked for again after it could not be had.
  function carregado() {
    abrindo ??= abrir().catch((erro) => {
      abrindo = null
      throw erro
    })
    return abrindo
  }

  const avisar = (evento) => ouvintes.forEach((ouvinte) => ouvinte(evento))

  const vigilia = criarVigilia({
    pagina, document, aoAcordar: () => avisar({ type: "linha.acordou" }), aoContinuar: () => avisar({ type: "linha.continuou" }),
  })

  const estado = () => telefone?.getState() ?? (semLinha ? { ...SEM_TELEFONE, userAgent: { state: "failed", cause: semLinha } } : SEM_TELEFONE)

  async function aquecer() {
    await carregado().then((aberto) => aberto.getUserAgent().start()).catch(() => {})
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
    aoEvento(ouvinte) {
      ouvintes.add(ouvinte)
      return () => ouvintes.delete(ouvinte)
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
        telefone.getUserAgent().start().catch(() => {})
      }
    },

    /** Another user agent of the same ramal came and went: a provider that keeps one registration forgot ours. */
    renovar: () => telefone?.getUserAgent().isRegistered() && telefone.getUserAgent().register().catch(() => {}),

    /** A remote tab whose host gave up takes its place, to try with fresh credentials. */
    async abrir() {
      await carregado().catch((erro) => {
        throw falha("sem_servidor", erro.message)
      })
      const { role, userAgent } = estado()
      if (role === "remote" && userAgent.state === "failed") {
        await telefone.getUserAgent().takeOver().catch(() => {})
      }
    },

    /** Registers if need be. What keeps the credentials away explains a line that does not come. */
    async ligar(pedido) {
      impedimento = null
      await telefone.getUserAgent().place(pedido).catch((erro) => {
        throw erro.code === "network" && impedimento ? impedimento : erro
      })
      // It let this one pass.
      naoLiga = null
    },
    /** What the server knows of a call that the provider dialled. */
    contar: (evento) => telefone?.applyServerEvent(evento),
    chamada: (id) => telefone?.getCallList().getCall(id),
    /** Inside a click. Never awaited: a browser that refuses leaves it open. */
    ativarSom: () => telefone?.getAudioContext().unlock().catch(() => {}),
    encerrar() {
      vigilia.parar()
      return telefone?.destroy()
    },
  }
}
