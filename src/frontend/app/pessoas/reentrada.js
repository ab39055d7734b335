import { dizer } from "../casca/barramento.js"
import { requisitar } from "../casca/http.js"
import { comRetomada, retomarSessao } from "../casca/sessao.js"
import { prepararSenhas } from "./senha.js"
import { abrirSobre } from "../casca/sobre.js"

/** @import { Htmx } from "../casca/htmx.js" */

const ENDERECO = "/conta/reentrar"

/**
 * A session that ended is taken up again in a dialog, with everything typed still in the page: then the antiforgery token of
 * the new session goes into meta and forms, and what had failed is asked once more. Nobody but whose page it is may go on.
 * @param {Document} document
 * @param {{ htmx: Htmx, avisar: typeof import("../casca/avisos.js").avisar, avisarSessaoExpirada: () => void, fetch?: typeof globalThis.fetch }} partes
 */
export function montarReentrada(document, { htmx, avisar, avisarSessaoExpirada, fetch = globalThis.fetch }) {
  const dialogo = document.getElementById("reentrada")
  if (!dialogo) {
    return
  }
  /** @type {Promise<boolean> | null} */
  let emCurso = null
  /** @type {((resposta: boolean) => void) | null} */
  let responder = null

  comRetomada(() => {
    emCurso ??= tentar()
      .catch(() => false)
      .finally(() => {
        emCurso = null
      })
    return emCurso
  })

  async function tentar() {
    const antes = await buscar()
    return typeof antes === "string" ? perguntar(antes) : continuar(antes)
  }

  /** @param {string} fragmento */
  async function perguntar(fragmento) {
    mostrar(fragmento)
    const fechar = abrirSobre(document, dialogo, { aoDesistir: () => responder?.(false) })
    focar()
    const entrou = await new Promise((/** @type {(entrou: boolean) => void} */ resolve) => {
      responder = resolve
    })
    responder = null
    fechar()
    dialogo.replaceChildren()
    return entrou && continuar(await buscar())
  }

  // Another tab may have signed in somebody else meanwhile.
  /** @param {{ pessoa: string, token: string }} partes */
  function continuar({ pessoa, token }) {
    if (pessoa !== dialogo.dataset.pessoa) {
      avisar("Outra pessoa entrou neste navegador. Copie o que você digitou e recarregue a página.", { tipo: "alerta", chave: "outra-pessoa", duracao: 0 })
      return false
    }
    document.querySelector("meta[name='csrf-token']")?.setAttribute("content", token)
    document.querySelectorAll("input[name='__RequestVerificationToken']").forEach((campo) => {
      campo.value = token
    })
    document.querySelector("#avisos [data-chave='sessao']")?.remove()
    dizer(document, "crm:sessao-retomada")
    return true
  }

  // Who is signed in, with the token; or the form that asks.
  async function buscar() {
    const { ok, status, corpo } = await requisitar(ENDERECO, { document, ler: "conforme", cabecalhos: { "X-CSRF-TOKEN": "" }, fetch })
    if (!ok) {
      throw new Error(`No way in: ${status}`)
    }
    return corpo
  }

  /** @param {HTMLElement} form */
  async function enviar(form) {
    const corpo = new URLSearchParams(/** @type {any} */ (new FormData(/** @type {any} */ (form))))
    const token = form.elements.__RequestVerificationToken.value
    const resposta = await requisitar(String(form.getAttribute("action")), { document, metodo: "POST", corpo, token, ler: "html", fetch })
    if (resposta.status === 204) {
      responder?.(true)
    } else if ([200, 422].includes(resposta.status)) {
      mostrar(resposta.corpo)
      focar()
    } else {
      avisar(resposta.status === 429 ? "Tentativas demais. Espere um minuto e tente de novo." : "Não foi possível entrar agora. Tente de novo.", {
        tipo: "alerta",
        chave: "reentrada",
      })
    }
  }

  /** @param {string} fragmento */
  function mostrar(fragmento) {
    const modelo = document.createElement("template")
    modelo.innerHTML = fragmento
    dialogo.replaceChildren(modelo.content)
    dialogo.querySelectorAll("[name='Pessoa']").forEach((campo) => {
      campo.value = dialogo.dataset.pessoa
    })
    dialogo.querySelectorAll("[name='Email']").forEach((campo) => {
      campo.value = dialogo.dataset.conta
    })
    prepararSenhas(dialogo)
  }

  const focar = () => dialogo.querySelector("[type='password'], [name='Codigo']")?.focus({ preventScroll: true })

  dialogo.addEventListener("submit", async (evento) => {
    evento.preventDefault()
    const botao = dialogo.querySelector("button:not([type='button'])")
    if (!botao.hasAttribute("aria-busy")) {
      botao.setAttribute("aria-busy", "true")
      await enviar(evento.target)
      botao.removeAttribute("aria-busy")
    }
  })
  dialogo.addEventListener("click", ({ target }) => {
    if (target.closest("[data-agora-nao]")) {
      responder?.(false)
    }
  })
  document.addEventListener("click", ({ target }) => {
    if (target.closest?.("[data-reentrar]")) {
      retomarSessao()
    }
  })

  repetirPedidos(document, { htmx, avisarSessaoExpirada })
  guardarEnvios(document)
}

// What htmx asked for is asked for once more, as it was: the same element, the same event, the fields as they stand.
/**
 * @param {Document} document
 * @param {{ htmx: Htmx, avisarSessaoExpirada: () => void }} partes
 */
function repetirPedidos(document, { htmx, avisarSessaoExpirada }) {
  /** @type {WeakMap<HTMLElement, DetalheDoHtmx["issueRequest"]>} */
  const pedidos = new WeakMap()
  /** @type {WeakSet<HTMLElement>} */
  const repetidos = new WeakSet()

  document.addEventListener("htmx:confirm", ({ detail: { elt, issueRequest } }) => pedidos.set(elt, issueRequest))
  document.addEventListener("htmx:responseError", async ({ detail: { elt, xhr } }) => {
    if (xhr.status !== 401) {
      return
    }
    if (repetidos.delete(elt) || !(await retomarSessao())) {
      avisarSessaoExpirada()
    } else if (elt.isConnected) {
      repetidos.add(elt)
      pedidos.get(elt)?.(true)
    }
  })
  document.addEventListener("htmx:afterRequest", ({ detail: { elt, xhr } }) => {
    if (xhr?.status !== 401) {
      repetidos.delete(elt)
    }
  })
  document.addEventListener("htmx:historyCacheMissLoadError", async ({ detail: { xhr, path } }) => {
    if (xhr.status === 401) {
      if (await retomarSessao()) {
        htmx.ajax("GET", path, { target: "#conteudo", select: "#conteudo", swap: "outerHTML" })
      } else {
        avisarSessaoExpirada()
      }
    }
  })
}

// A form that leaves the page would arrive at a page that has forgotten it: it goes once the session is known to stand.
/** @param {Document} document */
function guardarEnvios(document) {
  /** @type {WeakSet<EventTarget>} */
  const conferidos = new WeakSet()
  document.defaultView?.addEventListener(
    "submit",
    async (evento) => {
      const form = evento.target
      if (
        form.method !== "post" ||
        !form.closest(".conta > main") ||
        !form.querySelector("input:not([type='hidden']), textarea, select") ||
        conferidos.delete(form)
      ) {
        return
      }
      evento.preventDefault()
      evento.stopImmediatePropagation()
      const { submitter } = evento
      if (await retomarSessao()) {
        conferidos.add(form)
        form.requestSubmit(submitter)
      }
    },
    true,
  )
}
