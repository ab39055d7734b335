import { ligarAbas } from "./casca/abas.js"
import { avisar, avisarFalhas, avisarSessaoExpirada, ouvirAvisos, promoverAvisos } from "./casca/avisos.js"
import { ligarCamposDeData } from "./casca/campo-data.js"
import { ligarCarga } from "./casca/carga.js"
import { ligarTesteDaConexao } from "./telefonia/ramal/conexao-teste.js"
import { ligarChaves } from "./pessoas/chaves.js"
import { ligarConflitos } from "./vendas/conflito.js"
import { ligarCopia } from "./casca/copia.js"
import { criarDigitado } from "./casca/digitado.js"
import { ligarEndereco } from "./pessoas/endereco.js"
import { ligarEsqueletos } from "./casca/esqueletos.js"
import { ligarFormularios } from "./casca/formularios.js"
import { ligarHistorico } from "./vendas/historico.js"
import { htmx } from "./casca/htmx.js"
import { ligarModal } from "./casca/modal.js"
import { ligarNavegacao } from "./casca/navegacao.js"
import { ligarNovidades } from "./casca/novidades.js"
import { ligarPaleta } from "./casca/paleta.js"
import { pedir } from "./casca/http.js"
import { criarPergunta } from "./casca/pergunta.js"
import { ligarTelefone } from "./telefonia/index.js"
import { ligarLimpeza } from "./telefonia/entrega/limpeza.js"
import { ligarPrimeirosPassos } from "./vendas/primeiros-passos.js"
import { ligarTesteDoRamal } from "./telefonia/ramal/ramal-teste.js"
import { ligarReentrada } from "./pessoas/reentrada.js"
import { ligarSugestaoDoRamal } from "./telefonia/ramal/ramal-sugestao.js"
import { ligarFiltros } from "./vendas/quadro/filtros.js"
import { ligarQuadro } from "./vendas/quadro/index.js"
import { ligarRede, prepararSemRede } from "./casca/rede.js"
import { ligarResumo } from "./vendas/resumo.js"
import { guardarRolagem } from "./casca/rolagem.js"
import { ligarSenhas } from "./pessoas/senha.js"
import { ligarTema } from "./casca/tema.js"
import { lembrarAbertos } from "./telefonia/ligacoes/abertos.js"
import { ligarCorrecao } from "./telefonia/ligacoes/correcao.js"
import { ligarTocador } from "./telefonia/gravacoes/tocador.js"
import { ligarVelocidade } from "./telefonia/gravacoes/velocidade.js"
import { ligarValidacao } from "./casca/validacao.js"

Object.assign(window, { htmx })

const digitado = criarDigitado(document, { perguntar: criarPergunta(document) })

ligarFormularios(document)
ligarCamposDeData(document)
ligarValidacao(document)
ligarEndereco(document)
ligarSenhas(document)
ligarNavegacao(document)
const modal = ligarModal(document, { digitado })
ligarCopia(document)
ligarChaves(document)
ligarAbas(document)
ligarCarga(document)
ligarEsqueletos(document)
guardarRolagem(document)
ligarTema(document)
ligarTocador(document)
ligarVelocidade(document)
ligarCorrecao(document, { htmx })
lembrarAbertos(document)
avisarFalhas(document)
ligarReentrada(document, { htmx, avisar, avisarSessaoExpirada })
promoverAvisos(document)
ouvirAvisos(document, { pedir })
ligarTelefone(document)
ligarLimpeza(document)
ligarTesteDaConexao(document)
ligarTesteDoRamal(document)
ligarSugestaoDoRamal(document)
ligarFiltros(document)
ligarQuadro(document, { htmx, digitado })
ligarResumo(document)
ligarConflitos(document)
ligarPrimeirosPassos(document)
ligarNovidades(document)
ligarRede(document)
prepararSemRede(document)
ligarPaleta(document, { htmx })
if (modal) {
  ligarHistorico(document, { htmx, modal, digitado })
}
