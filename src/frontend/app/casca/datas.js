import { limpar } from "./texto.js"

const ESCRITAS = [
  /^(?<ano>\d{4})-(?<mes>\d{2})-(?<dia>\d{2})$/,
  /^(?<dia>\d{1,2})[/.\- ](?<mes>\d{1,2})(?:[/.\- ](?<ano>\d{2}|\d{4}))?$/,
  /^(?<dia>\d{2})(?<mes>\d{2})(?<ano>\d{2}|\d{4})?$/,
]

/**
 * A day as people write it ("5/12", "05.12.2026", "051226"), as "2026-12-05"; null when it is none. Without a year it is the nearest such day.
 * @param {string} texto
 * @param {Date} [hoje]
 */
export function lerData(texto, hoje = new Date()) {
  const partes = ESCRITAS.map((escrita) => escrita.exec(limpar(texto))?.groups).find(Boolean)
  if (!partes) {
    return null
  }
  const [dia, mes] = [Number(partes.dia), Number(partes.mes)]
  const este = hoje.getFullYear()
  const anos = partes.ano ? [Number(partes.ano) + (partes.ano.length === 2 ? 2000 : 0)] : [este, este + 1, este - 1]
  const dias = anos.map((ano) => existente(ano, mes, dia)).filter((dia) => dia !== null)
  dias.sort((a, b) => Math.abs(a.getTime() - hoje.getTime()) - Math.abs(b.getTime() - hoje.getTime()))
  return dias[0]?.toISOString().slice(0, 10) ?? null
}

/**
 * "2026-12-05" as Brazil writes it.
 * @param {string} iso
 */
export const escreverData = (iso) => iso.split("-").reverse().join("/")

// The 31st of a month of thirty days is no day, though JavaScript makes the first of the next of it.
/** @param {number} ano @param {number} mes @param {number} dia */
function existente(ano, mes, dia) {
  const data = new Date(Date.UTC(ano, mes - 1, dia))
  return data.getUTCMonth() === mes - 1 && data.getUTCDate() === dia ? data : null
}
