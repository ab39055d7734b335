// What the parts of the telephone hand to each other: shapes only, no code.

/**
 * @import { Cause, CallInfo, CallSummary, PhoneEvent } from "../../libwebphone/types.js"
 */

/** @typedef {"chamando" | "tocando" | "em-ligacao" | "em-espera" | "reconectando" | "encerrando" | "encerrada" | "falha"} Estado */

/**
 * Who is to be called.
 * @typedef {{ numero: string, nome: string, contatoId: string, oportunidadeId: string, doDiscador?: boolean }} Alvo
 */

/** @typedef {{ id: string, nome: string, sugeridoPara: string[], efeito?: "nenhum" | "errado" | "nao_ligar", pedeTarefa?: boolean }} Resultado */

/**
 * What a failure offers to do: again, after signing in again, or elsewhere.
 * @typedef {{ texto: string, repetir?: boolean, reentrar?: boolean, rota?: string, href?: string }} Acao
 */

/**
 * What lasts while the call does, by its subject; null takes it back.
 * @typedef {Partial<Record<"microfone" | "som" | "sono" | "mos" | "loss" | "jitter" | "rtt", string | null>>} Ditos
 */

/**
 * How a call looks in the window.
 * @typedef {object} Aparencia
 * @property {Estado} estado
 * @property {string} texto
 * @property {boolean} terminada
 * @property {boolean} mudo
 * @property {boolean} emEspera
 * @property {boolean} semMicrofone
 * @property {boolean} estabelecida
 * @property {string | null} atendidaEm
 * @property {string | null} fimEm
 * @property {string} recado
 * @property {Acao | null} acao
 * @property {Ditos} [ditos]
 * @property {string | null} [causa]
 * @property {boolean} [naoSaiu]  Something stopped it before it left.
 */

/**
 * What the server said of a call when it made its row.
 * @typedef {{ registrada: boolean, formulario?: "aberto" | "fechado", numero: string, contato: string | null, oportunidade: string | null, resultados: Resultado[] }} Ficha
 */

/**
 * The call that the window shows.
 * @typedef {Aparencia & Ficha & { id: string, alvo: Alvo, remoto: boolean, reaberta?: boolean, orfa?: boolean }} Ligacao
 */

/**
 * A call as this browser keeps it.
 * @typedef {Partial<Ficha> & { id: string, alvo: Alvo, inicioEm: string, ultimoSinalEm: string, atendidaEm?: string, fimEm?: string, causa?: string, orfa?: boolean, naoSaiu?: boolean, semResposta?: boolean }} Registrada
 */

/** @typedef {{ tipo: string, em: string, dados?: Record<string, unknown> }} Acontecido */

/** @typedef {Required<Acontecido> & { id: string, ordem: number, ligacaoId: string, guardado: boolean }} Fato */

/** @typedef {"vazia" | "salvando" | "salvo" | "guardado" | "expirado" | "recusado"} Andamento */

/**
 * What is to be done next. `pronta`: its person is done with the form, and the server may make it.
 * @typedef {{ texto: string, quando: string, dia: string, pronta: boolean }} ProximaTarefa
 */

/** @typedef {{ ligacaoId: string, notas: string, resultadoId: string | null, versao: number, andamento: Andamento, pronta?: boolean, tarefa?: ProximaTarefa }} Nota */

/** @typedef {{ ligacaoId: string, oportunidadeId?: string }} Encerrada */

/** @typedef {{ status: string, fimEm: string | null, atendidaEm: string | null, duracaoSegundos: number, encerradaPor: CallSummary["endedBy"], encerradaPelaOperadora: boolean }} EstadoNoServidor */

/** @typedef {{ message: string, code?: string, data?: any }} Falha */

/**
 * What the line tells: an event of libwebphone, dated by the one who watches for sleep, or one of its own.
 * @typedef {Omit<PhoneEvent, "type" | "summary" | "data"> & { type: PhoneEvent["type"], summary?: CallSummary & { dormiu?: boolean }, data?: any }} EventoDoTelefone
 */

/** @typedef {EventoDoTelefone | { type: "linha.acordou" | "linha.continuou" | "linha.aquecida" | "linha.dispensada", call?: undefined, summary?: undefined, data?: undefined, error?: undefined, cause?: undefined, at?: undefined }} EventoDaLinha */

/** @typedef {ReturnType<typeof import("./linha/linha.js").criarLinha>} Linha */
/** @typedef {Awaited<ReturnType<typeof import("./guarda/banco.js").abrirBanco>>} Banco */
/** @typedef {ReturnType<typeof import("./ligacao/telefone.js").criarTelefone>} Telefone */
/** @typedef {ReturnType<typeof import("./entrega/servidor.js").criarServidor>} Servidor */
/** @typedef {ReturnType<typeof import("./entrega/caixa-de-saida.js").criarCaixaDeSaida>} Caixa */
/** @typedef {ReturnType<typeof import("./entrega/notas.js").criarNotas>} Notas */
/** @typedef {ReturnType<typeof import("../casca/canal.js").criarCanal>} Canal */
/** @typedef {ReturnType<typeof import("./janela/janela.js").montarJanela>} Janela */
/** @typedef {ReturnType<typeof import("./ligacao/pos-ligacao.js").criarPosLigacao>} PosLigacao */
/** @typedef {ReturnType<typeof import("./ligacao/discagem.js").criarDiscagem>} Discagem */
/** @typedef {ReturnType<typeof import("./guarda/lembranca.js").criarLembranca>} Lembranca */
/** @typedef {ReturnType<typeof import("./guarda/fila.js").criarFila>} Fila */

/**
 * The page's own window, or what stands for it in tests.
 * @typedef {EventTarget} Pagina
 */

export {}
