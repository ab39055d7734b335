import { ouvir } from "../casca/barramento.js"

/**
 * @import { Htmx } from "../casca/htmx.js"
 * @import { Digitado } from "../casca/digitado.js"
 * @import { Modal } from "../casca/modal.js"
 */

const ABERTA = "sobre"

/**
 * A deal that is open over the board has an address of its own: Back closes it, Forward and a reload bring it back, and the
 * board below is never drawn again for it. Going back over typed work asks first.
 * @param {Document} document
 * @param {{ htmx: Htmx, modal: Modal, digitado: Digitado }} partes
 */
export function montarHistorico(document, { htmx, modal, digitado }) {
  const janela = /** @type {Window} */ (document.defaultView)
  const { history, location } = janela
  const dialogo = document.getElementById("modal")
  if (!dialogo) {
    return
  }
  const onde = () => location.pathname + location.search
  let lugar = onde()
  let passo = indice(janela)
  // Steps through the history that were taken here, and mean nothing more.
  let proprios = 0

  const funil = () => {
    const endereco = document.getElementById("funil")?.dataset.endereco
    return endereco ? new URL(endereco, location.href) : null
  }
  const sobreOFunil = () => location.pathname.startsWith(`${funil()?.pathname}/`) && new URLSearchParams(location.search).has(ABERTA)
  const noFunil = () => location.pathname === funil()?.pathname || sobreOFunil()
  const aberta = () => (dialogo.open ? dialogo.querySelector("[data-endereco]")?.dataset.endereco : null)

  ouvir(document, "crm:modal-aberto", () => {
    const endereco = aberta()
    if (!endereco || !funil() || !noFunil() || location.pathname === endereco) {
      return
    }
    const novo = new URL(endereco, location.href)
    novo.search = funil()?.search ?? ""
    novo.searchParams.set(ABERTA, "funil")
    if (sobreOFunil()) {
      history.replaceState(history.state, "", novo)
    } else {
      history.replaceState({ ...history.state, htmx: true }, "", location.href)
      history.pushState({ htmx: true, [ABERTA]: true }, "", novo)
    }
    chegar()
  })

  ouvir(document, "crm:modal-fechado", () => {
    if (!sobreOFunil()) {
      return
    }
    if (veioDoFunil(janela, String(funil()?.pathname))) {
      proprios++
      history.back()
    } else {
      history.replaceState({ htmx: true }, "", funil())
      chegar()
    }
  })

  // Before htmx, which would ask for the whole board again.
  janela.addEventListener(
    "popstate",
    (evento) => {
      if (proprios > 0) {
        proprios--
        evento.stopImmediatePropagation()
        chegar()
        return
      }
      if (onde() === lugar) {
        return
      }
      if (digitado.sujos().length > 0) {
        evento.stopImmediatePropagation()
        // By how many steps, where the browser tells; else one back, as nearly always.
        perguntarAntes(indice(janela) - passo || -1)
        return
      }
      const mesmo = mesmoFunil(lugar, onde(), funil())
      anotar()
      if (mesmo) {
        evento.stopImmediatePropagation()
        acertar()
      }
    },
    true,
  )

  /** @param {any} passos */
  function perguntarAntes(passos) {
    proprios++
    history.go(-passos)
    digitado.aoSair(document, () => history.go(passos))
  }

  function acertar() {
    if (!sobreOFunil()) {
      modal.fechar({ comEndereco: false })
    } else if (aberta() !== location.pathname) {
      htmx.ajax("GET", location.pathname, { target: "#modal", swap: "innerHTML" })
    }
    intitular()
  }

  function anotar() {
    lugar = onde()
    passo = indice(janela)
  }

  function chegar() {
    anotar()
    intitular()
  }

  // The deal came with the board: after a reload, or from another page.
  function abrirOQueVeio() {
    anotar()
    const modelo = document.getElementById("aberta")
    if (modelo) {
      const cartao = document.querySelector(`.cartao a[href$="${location.pathname.split("/").at(-1)}"]`)
      cartao?.focus({ preventScroll: true })
      cartao?.scrollIntoView?.({ block: "nearest", inline: "nearest" })
      dialogo.replaceChildren(modelo.content.cloneNode(true))
      modelo.remove()
      htmx.process(dialogo)
      modal.abrir()
    }
  }

  function intitular() {
    const nome = (sobreOFunil() && dialogo.querySelector("h2")?.textContent) || (funil() && document.querySelector("#funil h1")?.textContent)
    if (nome && noFunil()) {
      document.title = [nome.trim(), ...document.title.split(" · ").slice(-2)].join(" · ")
    }
  }

  document.addEventListener("htmx:configRequest", ({ detail }) => {
    // The cards' addresses are relative to the board's.
    if (sobreOFunil() && detail.path.startsWith("oportunidades/")) {
      detail.path = new URL(detail.path, String(funil())).pathname
    }
  })
  for (const chegada of ["htmx:pushedIntoHistory", "htmx:replacedInHistory"]) {
    document.addEventListener(chegada, anotar)
  }
  document.addEventListener("htmx:historyRestore", abrirOQueVeio)
  document.addEventListener("htmx:afterSettle", ({ detail }) => {
    if (detail.target?.id === "conteudo") {
      abrirOQueVeio()
    }
  })
  abrirOQueVeio()
}

// Both are of the board that is shown, under the same filters.
/** @param {string} antes @param {string} agora @param {URL | null} funil */
function mesmoFunil(antes, agora, funil) {
  const partes = [antes, agora].map((endereco) => new URL(endereco, funil ?? "http://x"))
  /** @param {{ pathname: string }} partes */
  const doFunil = ({ pathname }) => pathname === funil?.pathname || pathname.startsWith(`${funil?.pathname}/`)
  return (
    partes.every(doFunil) &&
    filtros(partes[0]) === filtros(partes[1]) &&
    partes.every(({ pathname, searchParams }) => pathname === funil?.pathname || searchParams.has(ABERTA))
  )
}

/** @param {{ searchParams: URLSearchParams }} partes */
function filtros({ searchParams }) {
  const valores = new URLSearchParams([...searchParams].filter(([nome, valor]) => nome !== ABERTA && valor !== ""))
  valores.sort()
  return valores.toString().toLowerCase()
}

// What lies one step back, where the browser tells; else what was noted when the deal was opened.
/** @param {{ navigation?: any, history: History }} partes @param {string} caminho */
function veioDoFunil({ navigation, history }, caminho) {
  const anterior = navigation?.entries?.()[navigation.currentEntry.index - 1]?.url
  return anterior ? new URL(anterior).pathname === caminho : Boolean(history.state?.[ABERTA])
}

/** @param {{ navigation?: any }} partes */
const indice = ({ navigation }) => navigation?.currentEntry?.index ?? 0
