import { ABA } from "./aba.js"
import { criarCanal } from "./phone/canal.js"

const VOLTA_MS = 30_000
const TIPOS = ["funil"]

/**
 * Hears what colleagues change: `crm:novidade` on body, with the kind. A hint, never data. One stream a browser: the tab that
 * holds the lock has it open and passes on what it hears. After a gap everything may have changed.
 */
export function ligarNovidades(document, {
  EventSource = globalThis.EventSource, locks = globalThis.navigator?.locks, BroadcastChannel = globalThis.BroadcastChannel, volta = VOLTA_MS,
} = {}) {
  const endereco = document.querySelector("meta[name='novidades']")?.content
  if (!endereco || !EventSource) {
    return () => {}
  }
  const janela = document.defaultView
  const canal = criarCanal(`crm:novidades:${endereco}`, { BroadcastChannel })
  let fonte = null
  let relogio = null
  let soltar = null
  let pedido = null
  let caiu = false

  const contar = ({ tipo, aba }) => {
    if (aba !== ABA) {
      document.body.dispatchEvent(new CustomEvent("crm:novidade", { detail: { tipo } }))
    }
  }
  const passar = (novidade) => {
    canal.dizer("novidade", novidade)
    contar(novidade)
  }

  function abrir() {
    fonte = new EventSource(endereco)
    TIPOS.forEach((tipo) => fonte.addEventListener(tipo, ({ data }) => passar({ tipo, aba: data })))
    fonte.addEventListener("open", () => {
      if (caiu) {
        TIPOS.forEach((tipo) => passar({ tipo, aba: null }))
      }
      caiu = false
    })
    fonte.addEventListener("error", () => {
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
    const ter = () => new Promise((resolve) => {
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
  const voltar = ({ persisted }) => { if (persisted) { comecar() } }
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
