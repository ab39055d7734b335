const aceita =
  (propriedade) =>
  ([, valor]) =>
    CSS.supports(propriedade, valor)
const comeca =
  (...prefixos) =>
  ([nome]) =>
    prefixos.some((prefixo) => nome.startsWith(prefixo))
const TEMAS = ["claro", "escuro"]

// Told apart by what they are, so that a new token shows up by itself. The first that fits takes it.
const GRUPOS = [
  ["Cores", aceita("color"), ([nome]) => TEMAS.map((tema) => mostra(tema, { background: `var(${nome})` }))],
  ["Sombras", aceita("box-shadow"), ([nome]) => TEMAS.map((tema) => mostra(tema, { "box-shadow": `var(${nome})` }))],
  ["Movimento", (token) => aceita("transition-duration")(token) || aceita("transition-timing-function")(token), movimento],
  ["Tipografia", comeca("--fonte", "--texto-"), ([nome, valor]) => [texto(nome, valor)]],
  ["Raios", comeca("--raio-"), ([nome]) => [mostra("", { "border-radius": `var(${nome})`, background: "var(--superficie-3)" })]],
  ["Espaços e medidas", aceita("width"), ([nome]) => [mostra("", { "inline-size": `var(${nome})`, background: "var(--tinta-solida)" }, "vitrine__regua")]],
  ["Outros", () => true, () => []],
]

/** Every custom property that the stylesheet itself gives :root, with its value and a look at it. */
export function mostrarTokens(document) {
  const tokens = tokensDe(document.styleSheets)
  document.querySelector("[data-tokens]").replaceChildren(...agrupar(tokens).map(([titulo, lista, ver]) => grupo(titulo, lista, ver)))
}

export function tokensDe(folhas) {
  const regras = [...folhas].flatMap(({ cssRules }) => [...cssRules]).filter(({ selectorText }) => selectorText === ":root")
  return regras.flatMap(({ style }) => [...style].filter((nome) => nome.startsWith("--")).map((nome) => [nome, style.getPropertyValue(nome).trim()]))
}

export function agrupar(tokens, grupos = GRUPOS) {
  const restantes = new Set(tokens)
  return grupos
    .map(([titulo, serve, ver]) => {
      const lista = [...restantes].filter(serve)
      lista.forEach((token) => restantes.delete(token))
      return [titulo, lista, ver]
    })
    .filter(([, lista]) => lista.length > 0)
}

function grupo(titulo, lista, ver) {
  const secao = elemento("div", "vitrine__grupo")
  const tabela = elemento("ul", "vitrine__tokens")
  tabela.append(
    ...lista.map((token) => {
      const item = elemento("li", "vitrine__token")
      item.append(...ver(token), elemento("code", "vitrine__nome", token[0]), elemento("code", "vitrine__valor fraco", token[1]))
      return item
    }),
  )
  secao.append(elemento("h3", "", titulo), tabela)
  return secao
}

function mostra(tema, estilo, classe = "vitrine__cor") {
  const quadro = elemento("span", `vitrine__quadro ${tema ? "" : "vitrine__quadro--nu"}`)
  if (tema) {
    quadro.dataset.tema = tema
  }
  const cor = elemento("span", classe)
  Object.entries(estilo).forEach(([propriedade, valor]) => cor.style.setProperty(propriedade, valor))
  quadro.append(cor)
  return quadro
}

function texto(nome, valor) {
  const linha = elemento("span", "vitrine__texto", "Ligação em espera 0123456789")
  linha.style.setProperty(CSS.supports("width", valor) ? "font-size" : "font-family", `var(${nome})`)
  return linha
}

function movimento([nome, valor]) {
  const bolinha = mostra("", { background: "var(--tinta-solida)" }, "vitrine__bolinha")
  const duracao = CSS.supports("transition-duration", valor)
  bolinha.firstChild.style.setProperty(duracao ? "transition-duration" : "transition-timing-function", `var(${nome})`)
  return [bolinha]
}

function elemento(nome, classe, conteudo = "") {
  const novo = document.createElement(nome)
  novo.className = classe
  novo.textContent = conteudo
  return novo
}
