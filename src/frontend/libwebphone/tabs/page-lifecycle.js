/** Closing, navigating away and coming back from the back/forward cache. Never `unload`: browsers drop it. */
export class PageLifecycle {
  #page
  #leave
  #comeBack
  #left = false
  /** @param {PageTransitionEvent} event */
  #onPageHide = (event) => {
    this.#left = true
    this.#leave({ cached: event.persisted })
  }
  /** @param {PageTransitionEvent} event */
  #onPageShow = (event) => {
    if (event.persisted && this.#left) this.#comeBack()
    this.#left = false
  }
  /** @param {Event} event */
  #onBeforeUnload = (event) => event.preventDefault()

  /**
   * @param {Pick<Window, "addEventListener" | "removeEventListener">} page
   * @param {{ leave: (how: { cached: boolean }) => void, comeBack: () => void }} options
   */
  constructor(page, { leave, comeBack }) {
    this.#page = page
    this.#leave = leave
    this.#comeBack = comeBack
  }

  start() {
    this.#page.addEventListener?.("pagehide", this.#onPageHide)
    this.#page.addEventListener?.("pageshow", this.#onPageShow)
  }

  stop() {
    this.askBeforeLeaving(false)
    this.#page.removeEventListener?.("pagehide", this.#onPageHide)
    this.#page.removeEventListener?.("pageshow", this.#onPageShow)
  }

  /**
   * Only while a call is up: a listener at rest would cost the back/forward cache.
   * @param {boolean} on
   */
  askBeforeLeaving(on) {
    if (on) this.#page.addEventListener?.("beforeunload", this.#onBeforeUnload)
    else this.#page.removeEventListener?.("beforeunload", this.#onBeforeUnload)
  }
}
