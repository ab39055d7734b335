const ESPERA_DA_CAIXA_MS = 3000

const recusa = (codigo, corpo) => Object.assign(new Error(corpo?.mensagem ?? codigo), { code: codigo, data: corpo })

/**
 * What happens between the microphone and the INVITE: the server gets its row. Without a clear yes nothing is dialled.
 * The call is kept here first, so that an answer lost on the way still gets its end reported.
 */
export function criarDiscagem({ banco, caixa, servidor, canal }) {
  async function registrar({ id, alvo }) {
    // The end of the previous call must not arrive after the beginning of this one.
    await Promise.race([caixa.enviar(), new Promise((resolve) => setTimeout(resolve, ESPERA_DA_CAIXA_MS))])
    const agora = new Date().toISOString()
    await banco.guardarLigacao({ id, alvo, inicioEm: agora, ultimoSinalEm: agora, registrada: false, formulario: "fechado" })
    const { status, corpo } = await criarNoServidor(id, alvo)
    if (status === 200 || status === 201) {
      const ficha = {
        registrada: true,
        formulario: "aberto",
        numero: corpo.numeroFormatado,
        contato: corpo.contatoNome,
        oportunidade: corpo.oportunidadeTitulo,
        resultados: corpo.resultados,
      }
      await anotar(banco.mudarLigacao(id, ficha))
      return { numeroParaDiscar: corpo.numeroParaDiscar, modo: corpo.modo, ficha }
    }
    if (status === 0 || status >= 500) {
      await anotar(banco.mudarLigacao(id, { semResposta: true }))
      throw recusa("sem_servidor")
    }
    await anotar(banco.apagarLigacao(id))
    throw recusa(status === 401 ? "sessao_expirada" : (corpo?.codigo ?? "sem_servidor"), corpo)
  }

  function criarNoServidor(id, { numero, contatoId, oportunidadeId }) {
    const pedido = { id, numero, contatoId: contatoId || null, oportunidadeId: oportunidadeId || null }
    return servidor.criar(pedido).catch(() => ({ status: 0, corpo: null }))
  }

  // A call hung up before this answer has facts that were waiting for it, in this tab or in the host.
  async function anotar(escrita) {
    await escrita
    caixa.enviar()
    canal.dizer("entregar")
  }

  return { registrar }
}
