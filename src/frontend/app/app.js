import { montarAtalhosDaPagina } from "./casca/atalhos.js"
import { montarAbas } from "./casca/abas.js"
import { avisar, avisarFalhas, avisarSessaoExpirada, ouvirAvisos, promoverAvisos } from "./casca/avisos.js"
import { montarCamposDeData } from "./casca/campo-data.js"
import { montarCarga } from "./casca/carga.js"
import { montarTesteDaConexao } from "./telefonia/ramal/conexao-teste.js"
import { montarChaves } from "./pessoas/chaves.js"
import { montarConflitos } from "./vendas/conflito.js"
import { montarCopia } from "./casca/copia.js"
import { criarDigitado } from "./casca/digitado.js"
import { montarEndereco } from "./pessoas/endereco.js"
import { montarEsqueletos } from "./casca/esqueletos.js"
import { montarFormularios } from "./casca/formularios.js"
import { montarHistorico } from "./vendas/historico.js"
import { htmx } from "./casca/htmx.js"
import { montarModal } from "./casca/modal.js"
import { montarNavegacao } from "./casca/navegacao.js"
import { montarNovidades } from "./casca/novidades.js"
import { montarPaleta } from "./casca/paleta.js"
import { pedir } from "./casca/http.js"
import { criarPergunta } from "./casca/pergunta.js"
import { montarTelefone } from "./telefonia/index.js"
import { montarLimpeza } from "./telefonia/entrega/limpeza.js"
import { montarPrimeirosPassos } from "./vendas/primeiros-passos.js"
import { montarTesteDoRamal } from "./telefonia/ramal/ramal-teste.js"
import { montarReentrada } from "./pessoas/reentrada.js"
import { montarSugestaoDoRamal } from "./telefonia/ramal/ramal-sugestao.js"
import { montarFiltros } from "./vendas/quadro/filtros.js"
import { montarQuadro } from "./vendas/quadro/index.js"
import { montarLote } from "./vendas/lista/lote.js"
import { montarRecados } from "./vendas/recados.js"
import { montarMencoes } from "./vendas/mencoes.js"
import { montarNovas } from "./vendas/lista/novas.js"
import { montarSelecao } from "./vendas/lista/selecao.js"
import { montarRede, prepararSemRede } from "./casca/rede.js"
import { montarResumo } from "./vendas/resumo.js"
import { montarTarefas } from "./vendas/tarefas.js"
import { guardarRolagem } from "./casca/rolagem.js"
import { montarSenhas } from "./pessoas/senha.js"
import { montarTema } from "./casca/tema.js"
import { lembrarAbertos } from "./telefonia/ligacoes/abertos.js"
import { montarCorrecao } from "./telefonia/ligacoes/correcao.js"
import { montarTocador } from "./telefonia/gravacoes/tocador.js"
import { montarVelocidade } from "./telefonia/gravacoes/velocidade.js"
import { montarValidacao } from "./casca/validacao.js"

Object.assign(window, { htmx })

const digitado = criarDigitado(document, { perguntar: criarPergunta(document) })

montarFormularios(document)
montarCamposDeData(document)
montarValidacao(document)
montarEndereco(document)
montarSenhas(document)
montarNavegacao(document)
const modal = montarModal(document, { digitado })
montarCopia(document)
montarChaves(document)
montarAbas(document)
montarCarga(document)
montarEsqueletos(document)
guardarRolagem(document)
montarTema(document)
montarTocador(document)
montarVelocidade(document)
montarCorrecao(document, { htmx })
lembrarAbertos(document)
avisarFalhas(document)
montarReentrada(document, { htmx, avisar, avisarSessaoExpirada })
promoverAvisos(document)
ouvirAvisos(document, { pedir })
montarTelefone(document)
montarLimpeza(document)
montarTesteDaConexao(document)
montarTesteDoRamal(document)
montarSugestaoDoRamal(document)
montarFiltros(document)
montarQuadro(document, { htmx, digitado })
montarNovas(document)
montarLote(document, { selecao: montarSelecao(document) })
montarResumo(document)
montarTarefas(document)
montarConflitos(document)
montarPrimeirosPassos(document)
montarNovidades(document)
montarRecados(document)
montarMencoes(document)
montarRede(document)
prepararSemRede(document)
montarPaleta(document, { htmx })
montarAtalhosDaPagina(document, { htmx })
if (modal) {
  montarHistorico(document, { htmx, modal, digitado })
}
