import { entregue } from "../entrega/notas.js"

/** @import { Banco, Caixa, Canal, Encerrada, Ligacao, Linha, Notas, Telefone } from "../tipos.js" */

const PACIENCIA_MS = 2000

/**
 * The form that stays after a call until it is saved or closed, through reloads and in every tab.
 * @param {{ telefone: Telefone, linha: Linha, banco: Banco, caixa: Caixa, notas: Notas, canal: Canal, aoAtualizar?: (encerrada: Encerrada) => void, aoReabrir?: (id: string) => void }} partes
 */
export function criarPosLigacao({ telefone, linha, banco, caixa, notas, canal, aoAtualizar = () => {}, aoReabrir = () => {} }) {
  const aberta = () => telefone.ligacao()

  // The window may show the next call by now: that one stays.
  async function fechar(ligacao = aberta()) {
    if (!ligacao) {
      return
    }
    const { id, alvo } = ligacao
    notas.aprontar(id)
    if (aberta()?.id === id) {
      telefone.fechar()
    }
    canal.dizer("fechada", id)
    if (await banco.mudarLigacao(id, { formulario: "fechado" })) {
      aoAtualizar({ ligacaoId: id, oportunidadeId: alvo.oportunidadeId })
      await limpar(id)
    }
  }

  /**
   * Resolves true when the server has the note; otherwise it is kept here and goes out by itself. A refused one stays in sight.
   * @param {string | null} resultadoId
   */
  async function salvar(resultadoId) {
    const ligacao = /** @type {Ligacao} */ (aberta())
    const { id } = ligacao
    notas.anotar(id, { resultadoId: resultadoId || null, pronta: true })
    notas.aprontar(id)
    await Promise.race([notas.enviar(), new Promise((resolve) => setTimeout(resolve, PACIENCIA_MS))])
    const salva = notas.salva(id)
    if (!notas.recusada(id)) {
      await fechar(ligacao)
    }
    return salva
  }

  // By the host alone: it knows which facts are still on their way.
  /** @param {string} id */
  async function limpar(id) {
    const ligacao = linha.hospedeira() ? await banco.ligacao(id) : undefined
    const nota = ligacao ? await banco.nota(id) : undefined
    if (ligacao?.fimEm && (ligacao.formulario === "fechado" || ligacao.naoSaiu) && !caixa.temPendentes(id) && entregue(nota)) {
      await notas.esquecer(id)
      await banco.apagarLigacao(id)
    }
  }

  canal.aoOuvir("fechada", async (id) => {
    if (aberta()?.id === id && aberta()?.terminada) {
      telefone.fechar()
    }
    await limpar(id)
  })

  return {
    fechar,
    salvar,
    limpar,
    async limparTodas() {
      for (const { id } of await banco.ligacoes()) {
        await limpar(id)
      }
    },
    /** A form that a reload interrupted comes back. */
    async reabrir() {
      const abertas = (await banco.ligacoes()).filter(({ formulario, fimEm, naoSaiu }) => formulario === "aberto" && fimEm && !naoSaiu)
      const ultima = abertas.sort((a, b) => b.inicioEm.localeCompare(a.inicioEm))[0]
      if (ultima && !aberta()) {
        telefone.reabrir(ultima)
        aoReabrir(ultima.id)
      }
    },
  }
}
