/** @import { Alvo, Banco, Caixa, Canal, Ficha, Servidor } from "../tipos.js" */

const ESPERA_DA_CAIXA_MS = 3000

/** @param {string} codigo @param {{ mensagem?: string, link?: string } | null} [corpo] */
const recusa = (codigo, corpo) => Object.assign(new Error(corpo?.mensagem ?? codigo), { code: codigo, data: corpo })

/**
 * What must be before the INVITE leaves: the server has its row. Without a clear yes nothing is dialled. By then the call is
 * kept here too, so that an answer lost on the way still gets its end reported.
 * @param {{ banco: Banco, caixa: Caixa, servidor: Servidor, canal: Canal, aoRegistrar: (id: string) => void }} partes
 */
export function criarDiscagem({ banco, caixa, servidor, canal, aoRegistrar }) {
  /** @type {Promise<void>} */
  let anterior = Promise.resolve()

  /** @param {{ id: string, alvo: Alvo }} partes */
  function registrar({ id, alvo }) {
    const agora = new Date().toISOString()
    const guardada = banco.guardarLigacao({ id, alvo, inicioEm: agora, ultimoSinalEm: agora, registrada: false, formulario: "fechado" })
    const feita = anterior.then(() => escrever(id, alvo, guardada))
    anterior = feita.then(
      () => {},
      () => {},
    )
    return feita
  }

  /** @param {string} id @param {Alvo} alvo @param {Promise<unknown>} guardada */
  async function escrever(id, alvo, guardada) {
    await despacharOutras(id)
    const [{ status, corpo }] = await Promise.all([criarNoServidor(id, alvo), guardada])
    if (status === 200 || status === 201) {
      /** @type {Ficha} */
      const ficha = {
        registrada: true,
        formulario: "aberto",
        numero: corpo.numeroFormatado,
        contato: corpo.contatoNome,
        oportunidade: corpo.oportunidadeTitulo,
        resultados: corpo.resultados,
      }
      // The INVITE need not wait for this: a page that dies before it is written still sends what it kept of the call.
      anotar(id, banco.mudarLigacao(id, ficha))
      aoRegistrar(id)
      return { numeroParaDiscar: corpo.numeroParaDiscar, modo: corpo.modo, ficha }
    }
    if (status === 0 || status >= 500) {
      await anotar(id, banco.mudarLigacao(id, { semResposta: true }))
      throw recusa("sem_servidor")
    }
    await anotar(id, banco.apagarLigacao(id))
    throw recusa(status === 401 ? "sessao_expirada" : (corpo?.codigo ?? "sem_servidor"), corpo)
  }

  // The end of the previous call must not arrive after the beginning of this one.
  /** @param {string} id */
  async function despacharOutras(id) {
    if (caixa.temDeOutras(id)) {
      await Promise.race([caixa.enviar(), new Promise((resolve) => setTimeout(resolve, ESPERA_DA_CAIXA_MS))])
    }
  }

  /**
   * @param {string} id
   * @param {{ numero: string, contatoId: string, oportunidadeId: string }} partes
   */
  function criarNoServidor(id, { numero, contatoId, oportunidadeId }) {
    const pedido = { id, numero, contatoId: contatoId || null, oportunidadeId: oportunidadeId || null }
    return servidor.criar(pedido).catch(() => ({ status: 0, corpo: null }))
  }

  // A call hung up before this answer has facts that were waiting for it, in this tab or in the host.
  /** @param {string} id @param {Promise<unknown>} escrita */
  async function anotar(id, escrita) {
    await escrita
    caixa.emBreve(id)
    canal.dizer("entregar", id)
  }

  return { registrar }
}
