import { dizer } from "./barramento.js"
import { oferecer, seguir } from "./comandos.js"
import { requisitar } from "./http.js"
import { icone } from "./icone.js"
import { retomarSessao } from "./sessao.js"
import { simples } from "./texto.js"

/**
 * @import { Htmx } from "./htmx.js"
 * @import { Alvo } from "../telefonia/tipos.js"
 */

const ESPERA_MS = 160
const SEM_RESPOSTA = "Não foi possível buscar agora. Verifique sua internet e tente de novo."

/**
 * The palette (Ctrl+K): go anywhere, find a deal, dial a number, without the mouse. A combobox over one list: what the page
 * offers comes first, what the server finds follows.
 * @param {Document} document
 * @param {{ htmx: Htmx, fetch?: typeof globalThis.fetch }} partes
 */
export function montarPaleta(document, { htmx, fetch = globalThis.fetch }) {
  const paleta = document.getElementById("paleta")
  if (!paleta) {
    return
  }
  const campo = paleta.querySelector("input")
  const lista = paleta.querySelector("[role='listbox']")
  const vazia = paleta.querySelector("[data-vazia]")
  const nada = vazia.textContent
  /** @type {number | null} */
  let espera = null
  /** @type {AbortController | null} */
  let pedido = null

  const abrir = () => {
    campo.value = ""
    mostrar("")
    paleta.showModal()
    campo.focus()
  }

  document.querySelectorAll("[data-abrir-paleta]").forEach((botao) => oferecer(botao, abrir))
  document.addEventListener("keydown", (evento) => {
    if ((evento.ctrlKey || evento.metaKey) && !evento.shiftKey && !evento.altKey && evento.key.toLowerCase() === "k") {
      evento.preventDefault()
      if (paleta.open) paleta.close()
      else abrir()
    }
  })
  document.addEventListener("click", ({ target }) => {
    if (target.closest?.("[data-abrir-paleta]")) abrir()
    else if (target === paleta) paleta.close()
  })
  campo.addEventListener("input", () => {
    mostrar(campo.value)
    clearTimeout(espera)
    espera = setTimeout(buscar, ESPERA_MS)
    buscando(campo.value.trim() !== "")
  })
  campo.addEventListener("keydown", teclar)
  lista.addEventListener("click", ({ target }) => escolher(target.closest("[role='option']")))

  /** @param {string} texto */
  function mostrar(texto) {
    pedido?.abort()
    vazia.textContent = nada
    lista.replaceChildren(...comandos(document, texto, htmx))
    marcar(lista.firstElementChild)
  }

  async function buscar() {
    const texto = campo.value.trim()
    pedido?.abort()
    if (!texto) {
      return
    }
    const meu = new AbortController()
    pedido = meu
    const { ok, status, corpo } = await requisitar(`${paleta.dataset.busca}?q=${encodeURIComponent(texto)}`, {
      document,
      ler: "html",
      signal: meu.signal,
      fetch,
    })
    if (ok) {
      const modelo = document.createElement("template")
      modelo.innerHTML = corpo
      lista.querySelectorAll("[data-abrir], [data-discar], [data-informa]").forEach((antigo) => antigo.remove())
      lista.append(modelo.content)
      marcar(lista.querySelector("[aria-selected='true']") ?? lista.firstElementChild)
    } else {
      // What the page offers by itself stays.
      vazia.textContent = meu.signal.aborted ? nada : SEM_RESPOSTA
    }
    if (status === 401) {
      await reentrar()
    }
    if (pedido === meu) {
      buscando(false)
    }
  }

  // The palette lies over everything, also over the dialog that asks for the password.
  async function reentrar() {
    paleta.close()
    if (await retomarSessao()) {
      paleta.showModal()
      campo.focus()
      buscar()
    }
  }

  // Nothing is known to be missing while the search is under way.
  /** @param {boolean} sim */
  function buscando(sim) {
    paleta.toggleAttribute("aria-busy", sim)
    vazia.hidden = sim || lista.childElementCount > 0
  }

  /** @param {HTMLElement | undefined} opcao */
  function marcar(opcao) {
    for (const outra of lista.children) {
      outra.setAttribute("aria-selected", String(outra === opcao))
    }
    campo.setAttribute("aria-activedescendant", opcao?.id ?? "")
    opcao?.scrollIntoView?.({ block: "nearest" })
    vazia.hidden = Boolean(opcao)
  }

  /** @param {KeyboardEvent} evento */
  function teclar(evento) {
    const opcoes = /** @type {HTMLElement[]} */ ([...lista.children])
    const atual = opcoes.findIndex((opcao) => opcao.getAttribute("aria-selected") === "true")
    if (evento.key === "ArrowDown" || evento.key === "ArrowUp") {
      evento.preventDefault()
      marcar(opcoes.at((atual + (evento.key === "ArrowDown" ? 1 : -1)) % opcoes.length))
    } else if (evento.key === "Enter") {
      evento.preventDefault()
      escolher(opcoes[atual])
    } else if (evento.key === "Escape") {
      // Taken: the details behind it stay open.
      evento.preventDefault()
      paleta.close()
    }
  }

  /** @param {HTMLElement} opcao */
  function escolher(opcao) {
    if (!opcao || opcao.dataset.informa !== undefined) {
      return
    }
    paleta.close()
    if (opcao.dataset.abrir) {
      abrirOportunidade(document, opcao.dataset.abrir, { htmx })
    } else if (opcao.dataset.discar !== undefined) {
      dizer(document, "crm:discar", /** @type {Record<string, string> & { numero: string }} */ (opcao.dataset))
    } else {
      opcao.executar()
    }
  }
}

// In the dialog; over the page of another one, which has the same ids, in its place.
/** @param {Document} document @param {string} endereco @param {{ htmx: Htmx }} partes */
function abrirOportunidade(document, endereco, { htmx }) {
  const naPagina = document.querySelector("#conteudo .oportunidade")
  htmx.ajax("GET", endereco, naPagina ? { target: "#conteudo", select: "#conteudo", swap: "outerHTML", push: "true" } : { target: "#modal", swap: "innerHTML" })
}

/**
 * What the page itself offers, filtered by the words typed.
 * @param {Document} document
 * @param {string} texto
 * @param {Htmx} htmx
 */
export function comandos(document, texto, htmx) {
  const palavras = simples(texto).split(/\s+/).filter(Boolean)
  return [...document.querySelectorAll("a[data-navegacao], [data-comando]")]
    .filter((origem) => !origem.closest("[hidden]") && !origem.disabled)
    .map((origem, i) => ({ origem, nome: (origem.dataset.comando || origem.textContent).trim(), i }))
    .filter(({ nome }) => palavras.every((palavra) => simples(nome).includes(palavra)))
    .map(({ origem, nome, i }) => {
      const opcao = document.createElement("li")
      opcao.id = `comando-${i}`
      opcao.className = "paleta__item"
      opcao.role = "option"
      opcao.append(icone("arrow-right"), nome)
      opcao.executar = () => seguir(document, origem, htmx)
      return opcao
    })
}
