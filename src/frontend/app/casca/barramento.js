/** @import { Tipo } from "./avisos.js" */
/** @import { Alvo, Encerrada } from "../telefonia/tipos.js" */

/**
 * What one part of the page tells the others, and with what. The names without "crm:" come from the server too (HX-Trigger), and
 * fragments wait for some of them (hx-trigger="… from:body").
 *
 * - avisar: good news beside an answer, with a way to take it back
 * - dados-alterados: something that pages show was saved here
 * - dialogo-concluido: what the dialog was open for is done
 * - recados-chegaram: somebody left this person a word
 * - recados-vistos: the list of them was shown
 * - crm:cartao-movido: a move began, or was answered
 * - crm:cartoes-novos: cards came into the document
 * - crm:discar: somebody wants to call
 * - crm:funil-trocado: the board was drawn again as a whole
 * - crm:novidade: a colleague changed something of this kind
 * - crm:quadro-pedido: the board asks for itself again, and whoever asks by the minute along with it
 * - crm:ramal-mudou: this person may have another extension now, or one at last
 * - crm:ramal-testado: another user agent of the extension came and went
 * - crm:sessao-retomada: the session that had ended stands again
 * @typedef {{
 *   "avisar": { texto: string, tipo: Tipo, desfazer?: string, dados?: Record<string, string> },
 *   "dados-alterados": void,
 *   "dialogo-concluido": void,
 *   "recados-chegaram": void,
 *   "recados-vistos": void,
 *   "crm:cartao-movido": void,
 *   "crm:cartoes-novos": void,
 *   "crm:discar": { numero: string } & Partial<Alvo>,
 *   "crm:funil-trocado": void,
 *   "crm:ligacao-encerrada": Encerrada,
 *   "crm:modal-aberto": void,
 *   "crm:modal-fechado": void,
 *   "crm:novidade": { tipo: string },
 *   "crm:quadro-pedido": void,
 *   "crm:ramal-mudou": void,
 *   "crm:ramal-testado": void,
 *   "crm:sessao-retomada": void,
 * }} Acontecimentos
 */

/**
 * Tells everybody. On body, where htmx listens too.
 * @template {keyof Acontecimentos} K
 * @param {Document} document
 * @param {K} nome
 * @param {Acontecimentos[K]} [dados]
 */
export function dizer(document, nome, dados) {
  const { CustomEvent } = /** @type {typeof globalThis} */ (document.defaultView)
  document.body.dispatchEvent(new CustomEvent(nome, { bubbles: true, detail: dados }))
}

/**
 * Until `signal` says that who listens is gone.
 * @template {keyof Acontecimentos} K
 * @param {EventTarget} onde  The document, or its window.
 * @param {K} nome
 * @param {(dados: Acontecimentos[K]) => unknown} ouvinte
 * @param {{ signal?: AbortSignal }} [opcoes]
 */
export function ouvir(onde, nome, ouvinte, opcoes) {
  onde.addEventListener(nome, (evento) => ouvinte(/** @type {CustomEvent} */ (evento).detail), opcoes)
}

/**
 * An AbortController of the page itself: another one's signals it does not take.
 * @param {Document} document
 */
export const controlador = (document) => new /** @type {typeof globalThis} */ (document.defaultView).AbortController()
