import { dizer } from "./barramento.js"
import { ABA } from "./aba.js"
import { criarCanal } from "./canal.js"

const VOLTA_MS = 30_000
const TIPOS = ["funil", "recados"]

/** @typedef {{ tipo: string, aba: string | null }} Novidade */

/**
 * Hears what colleagues change: `crm:novidade` on body, with the kind. A hint, never data. One stream a browser: the tab that
 * holds the lock has it open and passes on what it hears. After a gap everything may have changed.
 * @param {Document} document
 * @param {{ EventSource?: typeof globalThis.EventSource, locks?: LockManager, BroadcastChannel?: typeof globalThis.BroadcastChannel, volta?: number }} [opcoes]
 */
export function montarNovidades(
  document,
  { EventSource = globalThis.EventSource, locks = globalThis.navigator?.locks, BroadcastChannel = globalThis.BroadcastChannel, volta = VOLTA_MS } = {},
) {
  const endereco = document.querySelector("meta[name='novidades']")?.content
  if (!endereco || !EventSource) {
    return () => {}
  }
  const janela = /** @type {Window} */ (document.defaultView)
  const canal = criarCanal(`crm:novidades:${endereco}`, { BroadcastChannel })
  /** @type {EventSource | null} */
  let fonte = null
  /** @type {number | null} */
  let relogio = null
  /** @type {((valor?: undefined) => void) | null} */
  let soltar = null
  /** @type {AbortController | null} */
  let pedido = null
  let caiu = false

  /** @param {Novidade} partes */
  const contar = ({ tipo, aba }) => {
    if (aba !== ABA) {
      dizer(document, "crm:novidade", { tipo })
    }
  }
  /** @param {Novidade} novidade */
  const passar = (novidade) => {
    canal.dizer("novidade", novidade)
    contar(novidade)
  }

  function abrir() {
    const esta = new EventSource(endereco)
    fonte = esta
    TIPOS.forEach((tipo) => esta.addEventListener(tipo, ({ data }) => passar({ tipo, aba: data })))
    esta.addEventListener("open", () => {
      if (caiu) {
        TIPOS.forEach((tipo) => passar({ tipo, aba: null }))
      }
      caiu = false
    })
    esta.addEventListener("error", () => {
      caiu = true
      // The browser comes back by itself, unless the server refused.
      if (fonte?.readyState === EventSource.CLOSED) {
        relogio = setTimeout(abrir, volta)
      }
    })
  }

  function fechar() {
    clearTimeout(relogio)
    fonte?.close()
    fonte = null
    soltar?.()
  }

  function comecar() {
    pedido = new AbortController()
    const ter = () =>
      new Promise((/** @type {(valor?: undefined) => void} */ resolve) => {
        soltar = resolve
        abrir()
      })
    if (locks) {
      locks.request(`crm:novidades:${endereco}`, { signal: pedido.signal }, ter).catch(() => {})
    } else {
      ter()
    }
  }

  function parar() {
    pedido?.abort()
    fechar()
  }

  canal.aoOuvir("novidade", contar)
  // A page that the browser keeps for "back" must not hold the stream.
  /** @param {{ persisted: boolean }} partes */
  const voltar = ({ persisted }) => {
    if (persisted) {
      comecar()
    }
  }
  janela.addEventListener("pagehide", parar)
  janela.addEventListener("pageshow", voltar)
  comecar()
  return () => {
    janela.removeEventListener("pagehide", parar)
    janela.removeEventListener("pageshow", voltar)
    parar()
    canal.fechar()
  }
}
