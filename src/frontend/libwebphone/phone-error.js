/** @import { PlainError } from "./types.js" */

/** Every command rejects with one. `code` is a Cause, or the word of what is in the way (`busy_line`, `not_started`, `hold_refused`…). */
export class PhoneError extends Error {
  /**
   * @param {string} code
   * @param {string} [message]
   * @param {{ sipCode?: number | null, data?: unknown }} [options]
   */
  constructor(code, message = code, { sipCode, data } = {}) {
    super(message)
    this.name = "PhoneError"
    this.code = code
    if (sipCode) this.sipCode = sipCode
    if (data !== undefined) this.data = data
  }
}

/** @param {any} error @returns {PlainError} */
export function toPlain(error) {
  const { code = "unknown", message = String(error), sipCode, data } = error ?? {}
  return { code: String(code), message, ...(sipCode && { sipCode }), ...(data !== undefined && { data }) }
}

/** @param {PlainError} plain */
export const fromPlain = (plain) => new PhoneError(plain.code, plain.message, plain)

/** @param {unknown} error */
export const asPhoneError = (error) => (error instanceof PhoneError ? error : fromPlain(toPlain(error)))
