const letras = new Intl.Segmenter("pt-BR", { granularity: "grapheme" })

/**
 * How long a text is to the server and its database: an emoji counts once, to JavaScript it is two.
 * @param {string} texto
 */
export function caracteres(texto) {
  return [...texto].length
}

/**
 * Where the letter that ends at `fim` begins, as a person sees letters: an emoji of several parts goes as one.
 * @param {string} texto
 * @param {number} fim
 */
export function inicioDaLetra(texto, fim) {
  return letras.segment(texto.slice(0, fim)).containing(fim - 1)?.index ?? 0
}

/**
 * A number or a code as typed or pasted, without what nobody sees: see Text/Digitado on the server. Not for names.
 * @param {string} texto
 */
export function limpar(texto) {
  return texto
    .replace(/[\p{Cf}\p{Me}\p{Variation_Selector}]/gu, "")
    .replace(/\p{Zs}/gu, " ")
    .trim()
}

/**
 * Small and without accents, which are typed or not.
 * @param {string} texto
 */
export function simples(texto) {
  return texto
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
}
