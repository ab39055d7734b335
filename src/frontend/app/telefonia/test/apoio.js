import "fake-indexeddb/auto"
import { readFileSync } from "node:fs"
import { JSDOM } from "jsdom"
import Libwebphone from "../../../libwebphone/libwebphone.js"
import { FakeDriver } from "../../../libwebphone/testing/fake-driver.js"
import { CREDENTIALS, fakeEnvironment, FakeLocks } from "../../../libwebphone/testing/support.js"
import { montarTelefone } from "../index.js"

const PARTIAIS = new URL("../../../../CrmVoip/Features/Telefonia/Linha/", import.meta.url)
const TECLAS = [..."123456789*0#"]

export const RESULTADOS = [
  { id: "r-conversa", nome: "Conversa relevante", sugeridoPara: ["atendida"] },
  { id: "r-nao", nome: "Não atendeu", sugeridoPara: ["nao_atendida", "ocupado", "recusada", "cancelada"] },
  { id: "r-falha", nome: "Falha técnica", sugeridoPara: ["falha"] },
  { id: "r-numero", nome: "Mudou de telefone", sugeridoPara: [], efeito: "errado" },
  { id: "r-depois", nome: "Ligar depois", sugeridoPara: [], pedeTarefa: true },
]

/** The real partials, without Razor: the window is tested as it is written. */
function marcacao() {
  const ler = (nome) => readFileSync(new URL(nome, PARTIAIS), "utf8")
  const teclas = ler("_Teclas.cshtml")
    .replace(/^@\{.*?^\}\n/ms, "")
    .replace(/@foreach.*?\{\n(.*?)\n\}/s, (_, tecla) =>
      TECLAS.map((valor) =>
        tecla
          .replace(/aria-label="@\(.*?\)"/, `aria-label="${valor}"`)
          .replaceAll("@tecla", valor)
          .replaceAll("@letras", ""),
      ).join(""),
    )
  return ["_Controles.cshtml", "_Discador.cshtml"]
    .reduce((janela, nome) => janela.replace(new RegExp(`<partial name="[^"]*${nome}" />`), () => ler(nome)), ler("_Telefone.cshtml"))
    .replace(/<partial name="[^"]*_Teclas.cshtml" \/>/g, () => teclas)
    .replace(/^@.*\n/gm, "")
    .replace(/<crm-icone[^>]*>/g, `<svg class="icone"></svg>`)
    .replace("@Context.Request.PathBase", "/o/aurora")
    .replace(/"@[^"]*"/g, `"1"`)
}

const MARCA = new Headers({ "X-CrmVoip": "1" })

/** An answer with `deOutro` comes from a proxy in between: it lacks the application's mark. */
export function servidorFalso() {
  const pedidos = []
  const servidor = {
    pedidos,
    foraDoAr: false,
    respostas: {},
    de: (trecho) => pedidos.filter(({ caminho }) => caminho.endsWith(trecho)),
    eventos: () => pedidos.filter(({ caminho, status }) => caminho.endsWith("/eventos") && status === 200).flatMap(({ corpo }) => corpo.eventos),
    tipos: () => servidor.eventos().map(({ tipo }) => tipo),
    async fetch(caminho, { method, body, headers, keepalive = false }) {
      const pedido = { metodo: method, caminho, corpo: body ? JSON.parse(body) : null, headers, keepalive }
      pedidos.push(pedido)
      if (servidor.foraDoAr) {
        throw new TypeError("Failed to fetch")
      }
      const chave = caminho.split("/").at(-1)
      const { status, corpo, deOutro = false } = await (servidor.respostas[chave]?.(pedido) ?? padrao(chave))
      pedido.status = deOutro ? 0 : status
      return { status, headers: deOutro ? new Headers() : MARCA, json: async () => structuredClone(corpo) }
    },
  }
  return servidor
}

function padrao(chave) {
  switch (chave) {
    case "credenciais":
      return { status: 200, corpo: CREDENTIALS }
    case "ligacoes":
      return {
        status: 201,
        corpo: {
          numeroParaDiscar: "+5511960000001",
          numeroFormatado: "(11) 96000-0001",
          contatoNome: "Beatriz Lima",
          oportunidadeTitulo: "Usina 75 kWp",
          resultados: RESULTADOS,
        },
      }
    case "batimento":
      return { status: 204, corpo: null }
    default:
      return { status: 200, corpo: {} }
  }
}

/** One tab. Tabs that share `navegador` are tabs of one browser. */
export async function abrirAba({ servidor = servidorFalso(), navegador = novoNavegador(), microfone, ociosa = false, naoLiga = null, locks } = {}) {
  const { window } = new JSDOM(
    `<html><head><meta name="csrf-token" content="ficha"></head><body>
    <main id="conteudo"><button id="b1" data-ligar data-numero="+5511960000001" data-nome="Beatriz" data-contato-id="c1" data-oportunidade-id="o1"></button>
    <button id="b2" data-ligar data-numero="+5511960000004" data-nome="Caio" data-contato-id="c2" data-oportunidade-id="o2"></button></main>
    <button id="discar" data-abrir-discador data-comando="Ligar para um número"></button>
    ${marcacao()}<a id="linha" hidden></a><div id="avisos"></div></body></html>`,
    { url: "http://crm.example/o/aurora/oportunidades" },
  )
  const { document } = window
  Object.assign(globalThis, { document, location: window.location, CustomEvent: window.CustomEvent, Option: window.Option })
  const secao = document.getElementById("telefone")
  Object.assign(secao.dataset, { usuarioId: navegador.pessoa, organizacaoId: "org" })
  const environment = fakeEnvironment({ microphone: microfone, locks: locks ?? navegador.locks, BroadcastChannel })
  const drivers = []
  class LibComFalsos extends Libwebphone {
    constructor(config) {
      super({ ...config, driver: (credenciais) => (drivers.push(new FakeDriver(credenciais)), drivers.at(-1)) }, environment)
    }
  }
  let ocioso = null
  let carregou = false
  const parar = await montarTelefone(document, {
    fetch: (caminho, opcoes) =>
      caminho.endsWith("/telefonia/linha")
        ? { status: 200, headers: MARCA, json: async () => ({ impedimento: ociosa ? null : "sem_ramal", naoLiga }) }
        : servidor.fetch(caminho, opcoes),
    pagina: environment.page,
    seguro: true,
    armazem: navegador.armazem,
    aoFicarOcioso: (acao) => {
      ocioso = acao()
    },
    linha: {
      carregar: async () => {
        carregou = true
        return { default: LibComFalsos }
      },
    },
  })
  const aba = {
    window,
    document,
    secao,
    servidor,
    navegador,
    environment,
    drivers,
    parar,
    parte: (nome) => secao.querySelector(`[data-parte="${nome}"]`),
    acao: (nome) => secao.querySelector(`[data-acao="${nome}"]`),
    get carregou() {
      return carregou
    },
    get driver() {
      return drivers.at(-1)
    },
    get sessao() {
      return drivers.at(-1)?.session
    },
    get estado() {
      return secao.dataset.estado
    },
    get texto() {
      return aba.parte("estado").textContent
    },
    clicar: (id, detail = 1) => document.getElementById(id).dispatchEvent(new window.MouseEvent("click", { bubbles: true, cancelable: true, detail })),
    digitar(texto) {
      const campo = secao.querySelector("textarea")
      campo.value = texto
      campo.dispatchEvent(new window.Event("input", { bubbles: true }))
    },
    aviso: () => document.getElementById("avisos").textContent,
  }
  await ocioso
  return aba
}

let pessoas = 0
export const novoNavegador = () => ({ pessoa: `pessoa-${++pessoas}-${process.pid}`, locks: new FakeLocks(), armazem: novoArmazem() })

function novoArmazem() {
  const guardado = new Map()
  return { getItem: (chave) => guardado.get(chave) ?? null, setItem: (chave, valor) => guardado.set(chave, valor) }
}

/** Waits until the condition holds: IndexedDB and the channel take macrotasks. */
export async function ate(condicao, oQue = String(condicao), prazo = 30_000) {
  for (let i = 0; i < prazo / 10; i++) {
    if (await condicao()) {
      return
    }
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error(`never happened: ${oQue}`)
}

export async function emLigacao(opcoes) {
  const aba = await abrirAba(opcoes)
  aba.clicar("b1")
  await ate(() => aba.sessao?.sipCallId)
  aba.sessao.ring()
  aba.sessao.answer()
  return aba
}
