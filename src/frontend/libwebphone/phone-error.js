export class PhoneError extends Error {
  constructor(code, message = code, { sipCode, data } = {}) {
    super(message)
    this.name = "PhoneError"
    this.code = code
    if (sipCode) this.sipCode = sipCode
    if (data !== undefined) this.data = data
  }
}

export function toPlain(error) {
  const { code = "unknown", message = String(error), sipCode, data } = error ?? {}
  return { code: String(code), message, ...(sipCode && { sipCode }), ...(data !== undefined && { data }) }
}

export const fromPlain = plain => new PhoneError(plain.code, plain.message, plain)

export const asPhoneError = error => (error instanceof PhoneError ? error : fromPlain(toPlain(error)))
