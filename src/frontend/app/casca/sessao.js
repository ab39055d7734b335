let retomar = () => Promise.resolve(false)

/** A request met an ended session: whoever is there takes it up again over the page. True when the same person is in again. */
export const retomarSessao = () => retomar()

/**
 * Says who takes an ended session up again (app/pessoas/reentrada.js does).
 * @param {() => Promise<boolean>} como
 */
export function comRetomada(como) {
  retomar = como
}
