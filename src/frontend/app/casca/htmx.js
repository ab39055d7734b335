import biblioteca from "htmx.org"

/**
 * What is used of htmx. It names its verbs in small letters in its types, and in capitals everywhere else.
 * @typedef {object} Htmx
 * @property {(elemento: Element) => void} process
 * @property {(verbo: "GET", endereco: string, onde: { source: HTMLElement } | { target: string, select?: string, swap: string, push?: string }) => unknown} ajax
 */

export const htmx = /** @type {Htmx} */ (/** @type {unknown} */ (biblioteca))
