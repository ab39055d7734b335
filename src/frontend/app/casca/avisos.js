import { dizer, ouvir } from "./barramento.js"
import { icone } from "./icone.js"

const ICONES = { info: "info", sucesso: "circle-check", alerta: "triangle-alert", perigo: "circle-alert" }
const DURACAO_MS = 6000
const DURACAO_COM_DESFAZER_MS = 12_000
const MAXIMO = 2
/** @type {WeakMap<HTMLElement, HTMLElement>} */
const origens = new WeakMap()

/** @typedef {keyof typeof ICONES} Tipo */

/** @typedef {{ texto: string, href?: string, dados?: Record<string, string> }} Acao */

/**
 * Shows a toast in #avisos. With an action, or `duracao: 0`, it stays until closed. A repeated `chave` replaces its elder.
 * An action with `dados` is a button that carries them, for whoever listens to such buttons in the page.
 * @param {string} texto
 * @param {{ tipo?: Tipo, acao?: Acao | null, duracao?: number, chave?: string | null }} [opcoes]
 */
export function avisar(texto, { tipo = "info", acao = null, duracao = acao ? 0 : DURACAO_MS, chave = null } = {}) {
  const regiao = document.getElementById("avisos")
  if (chave) {
    regiao.querySelector(`[data-chave="${chave}"]`)?.remove()
  }

  const aviso = document.createElement("div")
  aviso.className = `aviso aviso--${tipo}`
  aviso.dataset.chave = chave ?? ""
  aviso.toggleAttribute("data-passageiro", duracao > 0)
  aviso.append(icone(ICONES[tipo]), paragrafo(texto), ...(acao ? [controleDaAcao(aviso, acao)] : []), botaoDeFechar(aviso))
  regiao.append(aviso)
  abrirLugar(regiao, aviso)
  aviso.addEventListener("focusin", (evento) => {
    const relatedTarget = /** @type {HTMLElement | null} */ (evento.relatedTarget)
    if (relatedTarget && !aviso.contains(relatedTarget)) {
      origens.set(aviso, relatedTarget)
    }
  })

  if (duracao > 0) {
    removerDepois(aviso, duracao)
  }
  return aviso
}

// Two at once are what can be read: the eldest that would go by itself anyway goes first.
/** @param {HTMLElement} regiao @param {ParentNode} novo */
function abrirLugar(regiao, novo) {
  const passageiros = [...regiao.querySelectorAll("[data-passageiro]")].filter((aviso) => aviso !== novo && !aviso.contains(document.activeElement))
  passageiros.slice(0, Math.max(0, regiao.children.length - MAXIMO)).forEach((aviso) => aviso.remove())
}

/**
 * Good news that came beside an answer (HX-Trigger), with a way to take it back.
 * @param {Document} document
 * @param {{ pedir: typeof import("./http.js").pedir }} partes
 */
export function ouvirAvisos(document, { pedir }) {
  ouvir(document, "avisar", ({ texto, tipo, desfazer, dados = {} }) => {
    const aviso = avisar(texto, { tipo, duracao: desfazer ? DURACAO_COM_DESFAZER_MS : DURACAO_MS, chave: "feito" })
    if (desfazer) {
      aviso.querySelector(".aviso__fechar").before(botaoDeDesfazer(aviso, () => pedir(desfazer, dados, { document })))
    }
  })
}

/**
 * Notices rendered by the server inside the page become toasts.
 * @param {Document} document
 */
export function promoverAvisos(document) {
  const promover = () => {
    for (const aviso of document.querySelectorAll("[data-aviso]")) {
      avisar(aviso.textContent.trim(), { tipo: /** @type {Tipo} */ (aviso.dataset.aviso) })
      aviso.remove()
    }
  }
  document.addEventListener("htmx:afterSettle", promover)
  document.addEventListener("htmx:historyRestore", promover)
  promover()
}

/**
 * Every request that ends without a page to show says so, in words.
 * @param {Document} document
 */
export function avisarFalhas(document) {
  document.addEventListener("htmx:responseError", ({ detail }) => explicar(detail.xhr))
  document.addEventListener("htmx:historyCacheMissLoadError", ({ detail }) => explicar(detail.xhr))
  for (const falha of ["htmx:sendError", "htmx:timeout"]) {
    document.addEventListener(falha, () => avisar("Sem conexão com o servidor. Verifique sua internet e tente de novo.", { tipo: "perigo", chave: "rede" }))
  }
}

/** With the way back in: over this page where it can be (app/pessoas/reentrada.js), else by the door. */
export function avisarSessaoExpirada() {
  if (document.querySelector("#avisos [data-chave='outra-pessoa']")) {
    return
  }
  if (document.getElementById("reentrada")) {
    avisar("Sua sessão expirou. O que você digitou continua aqui.", {
      tipo: "alerta",
      chave: "sessao",
      acao: { texto: "Entrar de novo", dados: { reentrar: "" } },
    })
    return
  }
  const volta = encodeURIComponent(location.pathname + location.search)
  avisar("Sua sessão expirou.", {
    tipo: "alerta",
    chave: "sessao",
    acao: { texto: "Entrar de novo", href: `/conta/entrar?ReturnUrl=${volta}` },
  })
}

/** @param {XMLHttpRequest} xhr */
export function ehJson(xhr) {
  return (xhr.getResponseHeader?.("Content-Type") ?? "").includes("json")
}

/** @param {XMLHttpRequest} xhr */
function explicar(xhr) {
  const { status } = xhr
  if (ehJson(xhr) && JSON.parse(xhr.responseText).mensagem) {
    avisar(JSON.parse(xhr.responseText).mensagem, { tipo: "alerta", chave: "regra" })
  } else if (status === 401 && !document.getElementById("reentrada")) {
    avisarSessaoExpirada()
  } else if (status === 403) {
    avisar("Você não tem permissão para fazer isso.", { tipo: "alerta", chave: "permissao" })
  } else if (status === 404) {
    avisar("Não encontramos o que você procurava.", { tipo: "alerta", chave: "ausente" })
  } else if (status === 400) {
    avisar("A página ficou desatualizada. Recarregue e tente de novo.", { tipo: "alerta", chave: "antiga" })
  } else if (status === 429) {
    avisar("Tentativas demais. Espere um minuto e tente de novo.", { tipo: "alerta", chave: "limite" })
  } else if (status >= 500) {
    avisar("Algo deu errado do nosso lado. Tente de novo em instantes.", { tipo: "perigo", chave: "servidor" })
  }
}

// Not from under the pointer, nor from under the focus.
/** @param {HTMLElement} aviso @param {number} duracao */
function removerDepois(aviso, duracao) {
  /** @type {Set<string>} */
  const presentes = new Set()
  /** @type {number | null} */
  let relogio = null
  const contar = () => {
    clearTimeout(relogio)
    relogio = presentes.size === 0 ? setTimeout(() => aviso.remove(), duracao) : null
  }
  for (const [chegada, saida] of [
    ["pointerenter", "pointerleave"],
    ["focusin", "focusout"],
  ]) {
    aviso.addEventListener(chegada, () => {
      presentes.add(chegada)
      contar()
    })
    aviso.addEventListener(saida, () => {
      presentes.delete(chegada)
      contar()
    })
  }
  contar()
}

// Whoever was in the toast goes back to where they came from.
/** @param {HTMLElement} aviso */
function retirar(aviso) {
  const focado = aviso.contains(document.activeElement)
  aviso.remove()
  if (focado) {
    const origem = origens.get(aviso)
    const lugar = origem?.isConnected ? origem : document.querySelector("dialog[open] h2[tabindex], main h1")
    lugar?.focus({ preventScroll: true })
  }
}

/** @param {string} texto */
function paragrafo(texto) {
  const p = document.createElement("p")
  p.className = "aviso__texto"
  p.textContent = texto
  return p
}

/** @param {HTMLElement} aviso @param {Acao} acao */
function controleDaAcao(aviso, acao) {
  if (!acao.dados) {
    return ligacaoDaAcao(acao)
  }
  const botao = document.createElement("button")
  botao.type = "button"
  botao.className = "aviso__acao"
  Object.assign(botao.dataset, acao.dados)
  botao.textContent = acao.texto
  // After the page's own listener, which reads the button where it stands.
  botao.addEventListener("click", () => setTimeout(() => aviso.remove()))
  return botao
}

/** @param {Acao} partes */
function ligacaoDaAcao({ texto, href }) {
  const a = document.createElement("a")
  a.className = "aviso__acao"
  a.href = href ?? ""
  a.textContent = texto
  return a
}

/** @param {HTMLElement} aviso @param {() => Promise<{ status: number }>} desfazer */
function botaoDeDesfazer(aviso, desfazer) {
  const botao = document.createElement("button")
  botao.type = "button"
  botao.className = "aviso__acao"
  botao.textContent = "Desfazer"
  botao.addEventListener("click", async () => {
    if (botao.getAttribute("aria-busy")) {
      return
    }
    botao.setAttribute("aria-busy", "true")
    const { status } = await desfazer()
    retirar(aviso)
    if (status >= 200 && status < 300) {
      avisar("Desfeito.", { tipo: "sucesso", chave: "feito" })
      dizer(document, "dados-alterados")
    } else {
      avisar("Não foi possível desfazer. Recarregue e confira.", { tipo: "perigo", chave: "feito" })
    }
  })
  return botao
}

/** @param {HTMLElement} aviso */
function botaoDeFechar(aviso) {
  const botao = document.createElement("button")
  botao.type = "button"
  botao.className = "aviso__fechar"
  botao.setAttribute("aria-label", "Fechar aviso")
  botao.append(icone("x"))
  botao.addEventListener("click", () => retirar(aviso))
  return botao
}
