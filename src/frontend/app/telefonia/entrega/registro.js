/**
 * @import { Banco, Caixa, EventoDoTelefone, Linha, Pagina, Registrada, Servidor } from "../tipos.js"
 * @import { CallInfo, CallSummary } from "../../../libwebphone/types.js"
 */

const SINAL_MS = 5000
const SINAIS_POR_BATIMENTO = 3

/** @type {Record<string, string>} */
const TIPOS = {
  "call.dialing": "chamando",
  "call.ringing": "tocando",
  "call.early": "midia_inicial",
  "call.connected": "atendida",
  "call.hold": "em_espera",
  "call.unhold": "retomada",
  "call.muted": "mudo",
  "call.unmuted": "som",
  "call.dtmf": "dtmf",
  "call.reconnecting": "reconectando",
  "call.reconnected": "reconectada",
  "call.ended": "encerrada",
}

/**
 * Turns what happens to a call into facts for the server. Works in the host tab only; the others stay silent.
 * @param {{ linha: Linha, banco: Banco, caixa: Caixa, servidor: Servidor, pagina: Pagina, aoResponder?: (status: number) => void }} partes
 */
export function criarRegistro({ linha, banco, caixa, servidor, pagina, aoResponder = () => {} }) {
  /** @type {number | null} */
  let relogio = null
  let sinais = 0
  /** @type {Promise<unknown>} */
  let fila = Promise.resolve()
  let saindo = false
  const desligar = linha.aoEvento((evento) => {
    if (!linha.hospedeira()) {
      return
    }
    const tipo = TIPOS[evento.type]
    if (tipo) {
      registrar(tipo, /** @type {EventoDoTelefone} */ (evento))
    }
    bater()
  })

  // The outbox hears of it in this tick, for the page may be leaving; the rest takes its turn.
  /**
   * @param {string} tipo
   * @param {EventoDoTelefone} partes
   */
  function registrar(tipo, { at: dito, call, summary, error }) {
    const at = summary?.endedAt ?? dito
    const guardado = caixa.guardar(/** @type {CallInfo} */ (call).id, { tipo, em: at, dados: summary ? paraDados(summary) : {} })
    const fim = { orfa: saindo, naoSaiu: Boolean(error) }
    fila = fila
      .then(() => guardado)
      .then(() => anotar(tipo, { id: /** @type {CallInfo} */ (call).id, at, summary, fim }))
      .catch(() => {})
  }

  /** @param {string} tipo @param {{ id: string, at: string, summary?: CallSummary, fim: { orfa: boolean, naoSaiu: boolean } }} partes */
  async function anotar(tipo, { id, at, summary, fim }) {
    if (tipo === "atendida") {
      await banco.mudarLigacao(id, { atendidaEm: at, ultimoSinalEm: at })
    } else if (tipo === "encerrada") {
      await encerrar(id, { ...fim, fimEm: at, causa: summary?.cause ?? undefined })
    }
  }

  // By its last sign, when the page that carried it could not even say goodbye.
  /** @param {{ id: string, ultimoSinalEm: string }} partes */
  async function darPorEncerrada({ id, ultimoSinalEm }) {
    const fim = { tipo: "encerrada", em: ultimoSinalEm, dados: { causa: "network", encerradaPor: "network" } }
    await caixa.guardar(id, fim)
    return fim
  }

  /** @param {string} id @param {Partial<Registrada>} fim */
  async function encerrar(id, fim) {
    await banco.mudarLigacao(id, fim)
    caixa.enviar()
  }

  // The sign is kept here too: a browser that dies takes the call's end with it, and the next page dates it by this.
  function bater() {
    const vivas = linha.ligacoes().length > 0
    if (!vivas) {
      clearInterval(relogio)
      relogio = null
    } else {
      relogio ??= setInterval(darSinal, SINAL_MS)
    }
  }

  async function darSinal() {
    // After a sleep: a call that is gone must not look alive.
    if (linha.duvidosa()) {
      return
    }
    const bate = ++sinais % SINAIS_POR_BATIMENTO === 0
    for (const { id, lastSignAt } of linha.ligacoes()) {
      await banco.mudarLigacao(id, { ultimoSinalEm: lastSignAt ?? new Date().toISOString() })
      if (bate && (await banco.ligacao(id))?.registrada) {
        servidor.batimento(id).then(
          ({ status }) => aoResponder(status),
          () => {},
        )
      }
    }
  }

  // Before libwebphone, which ends the call on the same event.
  const aoSair = () => {
    saindo = true
  }
  const aoVoltar = () => {
    saindo = false
  }
  pagina.addEventListener("pagehide", aoSair)
  pagina.addEventListener("pageshow", aoVoltar)

  return {
    /**
     * A call that was given up before the line knew it: the server may have its row by now.
     * @param {string} id
     */
    async desistir(id) {
      const em = new Date().toISOString()
      await caixa.guardar(id, { tipo: "encerrada", em, dados: { causa: "cancelled", encerradaPor: "local" } })
      await encerrar(id, { fimEm: em, causa: "cancelled", naoSaiu: true })
    },

    /** Calls of this browser that no tab carries any more: an earlier page died with them. */
    async fecharOrfas() {
      await fila
      const vivas = new Set(linha.ligacoes().map(({ id }) => id))
      for (const ligacao of await banco.ligacoes()) {
        if (!ligacao.fimEm && !vivas.has(ligacao.id) && linha.hospedeira()) {
          const { em, dados } = caixa.fimDe(ligacao.id) ?? (await darPorEncerrada(ligacao))
          await encerrar(ligacao.id, { fimEm: em, causa: /** @type {string} */ (dados.causa), orfa: true, semResposta: !ligacao.registrada })
        }
      }
    },
    parar() {
      clearInterval(relogio)
      desligar()
      pagina.removeEventListener("pagehide", aoSair)
      pagina.removeEventListener("pageshow", aoVoltar)
    },
  }
}

/** @param {CallSummary} resumo */
function paraDados({ cause, endedBy, sipCode, sipCallId, quality }) {
  return {
    // Which of its faults it was helps the person, who was told; the server counts no call where there was no microphone.
    causa: cause?.startsWith("mic_") ? "microfone" : cause,
    encerradaPor: endedBy,
    ...(sipCode && { codigoSip: sipCode }),
    ...(sipCallId && { chamadaSip: sipCallId }),
    ...(quality && { qualidade: quality }),
  }
}
