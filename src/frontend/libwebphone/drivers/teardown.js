import Dialog from "jssip/lib/Dialog.js"

/** @typedef {any} Raw JsSIP's own objects: its types leave out the private parts that are needed here. */

/** RFC 3261 9.1: without a final response in 64*T1 an INVITE that was cancelled counts as cancelled. */
const REPORT_MS = 32000
/** By then the other side has long noticed that nobody speaks. */
const ABANDON_MS = 180000
/** The final response to an INVITE whose own path is gone seldom finds the new one. */
const LATE_FINAL_MS = 2000

/**
 * Ends a call so that the other side knows: CANCEL while it rings, BYE once it is answered, again after every reconnection, until
 * one of them is answered. A 200 that crosses the CANCEL is acknowledged and hung up (RFC 3261 13.2.2.4), which JsSIP does not do.
 */
export class Teardown {
  #session
  #isConnected
  #onOver
  /** @type {Map<string, Raw>} */
  #dialogs = new Map()
  /** @type {Set<Raw>} */
  #open = new Set()
  /** @type {Raw} */
  #cancelling = null
  #moved = false
  #over = false
  /** @type {number[]} */
  #timers = []

  /**
   * Over when the other side knows; `onReported` when it is time to stop waiting for that, `onOver` when nothing is tried any more.
   * @param {Raw} session
   * @param {{ isConnected: () => boolean, onReported: () => void, onOver: () => void }} options
   */
  constructor(session, { isConnected, onReported, onOver }) {
    this.#session = session
    this.#isConnected = isConnected
    this.#onOver = onOver
    this.#later(REPORT_MS, onReported)
    this.#later(ABANDON_MS, () => this.#finish())
  }

  get over() {
    return this.#over
  }

  begin() {
    const { _dialog: dialog } = this.#session
    if (dialog) this.#keep(dialog)
    // The 200 may have come and its ACK not have left yet; a second one does no harm.
    if (dialog && !this.#session._is_confirmed) dialog.sendRequest("ACK")
    this.resume()
  }

  /** There is a socket, perhaps another one than before. */
  resume() {
    if (this.#over || !this.#isConnected()) return
    if (this.#open.size > 0) this.#open.forEach((dialog) => this.#bye(dialog))
    else this.#cancel()
  }

  /**
   * The INVITE's socket is gone; its transaction stays, for the answer may come over the next one.
   * @param {Raw} transaction
   */
  moved(transaction) {
    this.#moved = true
    if (!transaction || this.#over) return
    transaction.state = transaction.C.STATUS_PROCEEDING
    this.#session._ua.newTransaction(transaction)
  }

  /**
   * A response to the INVITE.
   * @param {Raw} response
   */
  answered(response) {
    const status = response.status_code
    if (status < 200) this.#cancel()
    else if (status < 300) this.#acknowledge(response)
    else this.#finish()
  }

  abandon() {
    this.#finish()
  }

  /** @param {Raw} response */
  #acknowledge(response) {
    const known = this.#dialogs.get(response.to_tag)
    const dialog = known ?? new Dialog(this.#session, response, "UAC")
    if (dialog.error) return
    dialog.sendRequest("ACK")
    if (known) return
    this.#keep(dialog)
    this.#bye(dialog)
  }

  /**
   * Known to the end, for its 200 may be repeated; open until its BYE is answered.
   * @param {Raw} dialog
   */
  #keep(dialog) {
    this.#dialogs.set(dialog.id.remote_tag, dialog)
    this.#open.add(dialog)
  }

  /**
   * 481 and 408 too say that nothing is left to be ended.
   * @param {Raw} dialog
   */
  #bye(dialog) {
    const ended = () => {
      this.#open.delete(dialog)
      if (this.#open.size === 0) this.#finish()
    }
    dialog.sendRequest("BYE", {
      eventHandlers: { onSuccessResponse: ended, onErrorResponse: ended, onDialogError: ended, onRequestTimeout: ended },
    })
  }

  /** JsSIP sends a CANCEL and forgets it; this one's answer is heard. It may not leave before any response came (RFC 3261 9.1). */
  #cancel() {
    const { transaction } = this.#session._request
    const heard = transaction?.state === transaction?.C.STATUS_PROCEEDING
    if (!transaction || !heard || (this.#cancelling && !this.#moved)) return
    this.#forgetCancel()
    this.#cancelling = {
      type: "nict",
      id: transaction.id,
      onTransportError: () => this.#forgetCancel(),
      receiveResponse: (/** @type {{ status_code: number }} */ { status_code: status }) => status >= 200 && this.#onCancelled(status),
    }
    this.#session._ua.newTransaction(this.#cancelling)
    transaction.cancel()
  }

  /** @param {number} status */
  #onCancelled(status) {
    this.#forgetTransaction()
    if (status === 481) this.#endEarly()
    else if (this.#moved) this.#later(LATE_FINAL_MS, () => this.#open.size === 0 && this.#finish())
  }

  /** The INVITE was answered where we did not hear it: its early dialog has become the call (RFC 3261 15). */
  #endEarly() {
    const early = Object.values(this.#session._earlyDialogs)
    if (early.length === 0 && this.#open.size === 0) this.#finish()
    for (const dialog of early) {
      if (this.#dialogs.has(dialog.id.remote_tag)) continue
      this.#keep(dialog)
      this.#bye(dialog)
    }
  }

  #forgetCancel() {
    this.#forgetTransaction()
    this.#cancelling = null
  }

  #forgetTransaction() {
    if (this.#cancelling) this.#session._ua.destroyTransaction(this.#cancelling)
  }

  /** @param {number} ms @param {() => void} act */
  #later(ms, act) {
    this.#timers.push(setTimeout(act, ms))
  }

  #finish() {
    if (this.#over) return
    this.#over = true
    this.#timers.forEach(clearTimeout)
    this.#forgetTransaction()
    this.#onOver()
  }
}
