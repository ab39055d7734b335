// What TypeScript cannot know by itself: which events a page raises, and that what a selector finds in it is HTML.

/** JsSIP publishes no types for its own parts. */
declare module "jssip/lib/Dialog.js" {
  const Dialog: any
  export default Dialog
}

/** An element that an event came from. */
type De<E extends Event, Alvo extends EventTarget = HTMLElement> = E & { readonly target: Alvo }

interface DetalheDoHtmx {
  elt: HTMLElement
  target: HTMLElement
  xhr: XMLHttpRequest
  requestConfig: { verb: string; path: string; triggeringEvent?: Event }
  boosted: boolean
  successful: boolean
  shouldSwap: boolean
  isError: boolean
  verb: string
  path: string
  headers: Record<string, string>
  parameters: Record<string, unknown>
  issueRequest: (semPerguntar?: boolean) => void
}

interface EventosDaPagina {
  click: De<PointerEvent>
  change: De<Event>
  input: De<Event>
  submit: De<SubmitEvent, HTMLElement>
  keydown: De<KeyboardEvent>
  focusin: De<FocusEvent>
  focusout: De<FocusEvent>
  pointerdown: De<PointerEvent>
  pointerover: De<PointerEvent>
  playing: De<Event>
  "htmx:abort": De<CustomEvent<DetalheDoHtmx>>
  "htmx:afterRequest": De<CustomEvent<DetalheDoHtmx>>
  "htmx:afterSettle": De<CustomEvent<DetalheDoHtmx>>
  "htmx:afterSwap": De<CustomEvent<DetalheDoHtmx>>
  "htmx:beforeOnLoad": De<CustomEvent<DetalheDoHtmx>>
  "htmx:beforeSend": De<CustomEvent<DetalheDoHtmx>>
  "htmx:beforeSwap": De<CustomEvent<DetalheDoHtmx>>
  "htmx:configRequest": De<CustomEvent<DetalheDoHtmx>>
  "htmx:confirm": De<CustomEvent<DetalheDoHtmx>>
  "htmx:historyCacheMissLoadError": De<CustomEvent<DetalheDoHtmx>>
  "htmx:historyRestore": De<CustomEvent<DetalheDoHtmx>>
  "htmx:oobAfterSwap": De<CustomEvent<DetalheDoHtmx>>
  "htmx:pushedIntoHistory": De<CustomEvent<DetalheDoHtmx>>
  "htmx:replacedInHistory": De<CustomEvent<DetalheDoHtmx>>
  "htmx:responseError": De<CustomEvent<DetalheDoHtmx>>
  "htmx:sendError": De<CustomEvent<DetalheDoHtmx>>
  "htmx:timeout": De<CustomEvent<DetalheDoHtmx>>
  "text-expander-change": De<CustomEvent<{ text: string; provide: (achados: Promise<{ matched: boolean; fragment: HTMLElement }>) => void }>>
  "text-expander-committed": De<CustomEvent<{ input: HTMLElement }>>
  "text-expander-value": De<CustomEvent<{ item: HTMLElement; value: string | null }>>
}

interface Document {
  addEventListener<K extends keyof EventosDaPagina>(tipo: K, ouvinte: (evento: EventosDaPagina[K]) => unknown, opcoes?: boolean | AddEventListenerOptions): void
  removeEventListener<K extends keyof EventosDaPagina>(tipo: K, ouvinte: (evento: EventosDaPagina[K]) => unknown, opcoes?: boolean | EventListenerOptions): void
}

interface HTMLElement {
  addEventListener<K extends keyof EventosDaPagina>(tipo: K, ouvinte: (evento: EventosDaPagina[K]) => unknown, opcoes?: boolean | AddEventListenerOptions): void
  removeEventListener<K extends keyof EventosDaPagina>(tipo: K, ouvinte: (evento: EventosDaPagina[K]) => unknown, opcoes?: boolean | EventListenerOptions): void
}

interface Window {
  addEventListener<K extends keyof EventosDaPagina>(tipo: K, ouvinte: (evento: EventosDaPagina[K]) => unknown, opcoes?: boolean | AddEventListenerOptions): void
  removeEventListener<K extends keyof EventosDaPagina>(tipo: K, ouvinte: (evento: EventosDaPagina[K]) => unknown, opcoes?: boolean | EventListenerOptions): void
}

// A selector finds what the markup has, and whether that is there the code asks with `?.` where it may not be. With `| null`, and
// with one type for a field, another for a form, every line of wiring would carry a cast and say nothing. So an element has what
// any element of the pages has, and a selector finds one; shapes of data, of events and of what the parts hand to each other stay
// strict.
interface HTMLElement {
  checked: boolean
  close(): void
  content: DocumentFragment
  dataset: Record<string, string>
  dateTime: string
  defaultChecked: boolean
  defaultValue: string
  disabled: boolean
  elements: Record<string, HTMLElement> & Iterable<HTMLElement>
  executar(): void
  files: FileList
  firstElementChild: HTMLElement
  form: HTMLElement
  href: string
  indeterminate: boolean
  lastElementChild: HTMLElement
  method: string
  name: string
  nextElementSibling: HTMLElement | null
  open: boolean
  options?: Iterable<HTMLOptionElement> & HTMLOptionElement[]
  parentElement: HTMLElement
  pathname: string
  previousElementSibling: HTMLElement | null
  requestSubmit(botao?: HTMLElement | null): void
  select(): void
  selectionEnd: number
  selectionStart: number
  setRangeText(texto: string, inicio: number, fim: number, modo: SelectionMode): void
  show(): void
  showModal(): void
  src: string
  currentSrc: string
  type: string
  value: string
}

interface ParentNode {
  querySelector<K extends keyof HTMLElementTagNameMap>(seletor: K): HTMLElementTagNameMap[K]
  querySelector(seletor: `meta${string}`): HTMLMetaElement
  querySelector(seletor: string): HTMLElement
  querySelectorAll<K extends keyof HTMLElementTagNameMap>(seletor: K): NodeListOf<HTMLElementTagNameMap[K]>
  querySelectorAll(seletor: string): NodeListOf<HTMLElement>
}

interface Element {
  closest<K extends keyof HTMLElementTagNameMap>(seletor: K): HTMLElementTagNameMap[K]
  closest(seletor: string): HTMLElement
}

interface Document {
  readonly activeElement: HTMLElement | null
  getElementById(id: string): HTMLElement
}

declare function clearTimeout(id: number | null | undefined): void
declare function clearInterval(id: number | null | undefined): void
