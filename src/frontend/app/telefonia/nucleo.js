import { criarAtendimento } from "./ligacao/atendimento.js"
import { abrirBanco } from "./guarda/banco.js"
import { criarCaixaDeSaida } from "./entrega/caixa-de-saida.js"
import { criarCanal } from "../casca/canal.js"
import { criarDiscagem } from "./ligacao/discagem.js"
import { PREFIXO } from "./entrega/limpeza.js"
import { criarLinha } from "./linha/linha.js"
import { criarNotas } from "./entrega/notas.js"
import { criarPosLigacao } from "./ligacao/pos-ligacao.js"
import { criarRegistro } from "./entrega/registro.js"
import { criarReleitura } from "./ligacao/releitura.js"
import { criarServidor } from "./entrega/servidor.js"
import { criarTelefone } from "./ligacao/telefone.js"

/** @import { Encerrada, Fato } from "./tipos.js" */

/**
 * The phone without its window: line, call, notes and what must reach the server. `aoAtualizar` tells that a call changed there.
 * @param {{ document: Document, configuracao: Record<string, string>, recursos: any, aoMudarNota: (ligacaoId: string) => void, aoAtualizar: (encerrada: Encerrada) => void, aoResponder: (status: number) => void, aoFalharArmazem: () => void }} partes
 */
export async function criarNucleo({ document, configuracao, recursos, aoMudarNota, aoAtualizar, aoResponder, aoFalharArmazem }) {
  const { base, usuarioId, organizacaoId } = configuracao
  const { pagina = globalThis } = recursos
  const pessoa = `${organizacaoId}:${usuarioId}`
  const servidor = criarServidor({ base, document, fetch: recursos.fetch })
  const banco = await abrirBanco(PREFIXO + pessoa, { aoFalhar: aoFalharArmazem })
  const canal = criarCanal(PREFIXO + pessoa, recursos)
  const caixa = criarCaixaDeSaida({ banco, servidor, pagina, aoResponder, aoEntregar: entregue })
  const notas = criarNotas({ banco, servidor, canal, pagina, aoResponder, aoMudar: aoMudarNota })
  const linha = criarLinha({ servidor, nome: `crm-linha:${pessoa}`, pagina, document, aoSair: caixa.despedir, ...recursos.linha })
  const registro = criarRegistro({ linha, banco, caixa, servidor, pagina, aoResponder })
  const discagem = criarDiscagem({ banco, caixa, servidor, canal, aoRegistrar: notas.registrou })
  const telefone = criarTelefone({ linha, banco, canal, base, discagem, aoDesistir: registro.desistir, seguro: recursos.seguro })
  const atendimento = criarAtendimento({ linha, servidor, telefone })
  const releitura = criarReleitura({ servidor, telefone })
  const posLigacao = criarPosLigacao({ telefone, linha, banco, caixa, notas, canal, aoAtualizar: atualizar, aoReabrir: releitura.ler })

  /** @param {string} ligacaoId @param {Fato[]} fatos */
  async function entregue(ligacaoId, fatos) {
    if (fatos.some(({ tipo }) => tipo === "encerrada")) {
      atualizar({ ligacaoId, oportunidadeId: (await banco.ligacao(ligacaoId))?.alvo.oportunidadeId })
      await posLigacao.limpar(ligacaoId)
      releitura.ler(ligacaoId)
    }
  }

  /** @param {Encerrada} detalhe */
  function atualizar(detalhe) {
    aoAtualizar(detalhe)
    canal.dizer("atualizar", detalhe)
  }

  // The host answers for what earlier pages left: facts not sent, calls not closed, forms not saved.
  async function hospedar() {
    await caixa.carregar()
    await registro.fecharOrfas()
    await posLigacao.limparTodas()
    await posLigacao.reabrir()
  }

  async function temPendencias() {
    const [fatos, ligacoes] = await Promise.all([banco.fatos(), banco.ligacoes()])
    return fatos.length > 0 || ligacoes.some(({ fimEm }) => !fimEm)
  }

  canal.aoOuvir("atualizar", aoAtualizar)
  canal.aoOuvir("entregar", caixa.emBreve)
  const deixarDeOuvir = linha.aoEvento(({ type, data }) => {
    if (type === "userAgent.role.changed" && data.role === "host") {
      hospedar()
    }
  })
  pagina.addEventListener("pagehide", notas.despedir)

  return {
    servidor,
    linha,
    notas,
    telefone,
    posLigacao,
    async iniciar() {
      await Promise.all([notas.carregar(), posLigacao.reabrir()])
      if ((await linha.vale()) || (await temPendencias())) {
        await linha.aquecer()
        telefone.adotarEmCurso()
      }
    },
    parar() {
      pagina.removeEventListener("pagehide", notas.despedir)
      deixarDeOuvir()
      for (const peca of [telefone, atendimento, releitura, registro, caixa, notas]) {
        peca.parar()
      }
      canal.fechar()
      linha.encerrar()
    },
  }
}
