import assert from "node:assert/strict"
import { readdir, readFile } from "node:fs/promises"
import { test } from "node:test"
import { JSDOM } from "jsdom"
import { controlador, dizer, ouvir } from "./barramento.js"

const pasta = new URL("../", import.meta.url)

/** The product's own code: the page of the design system shows parts in states that nobody pressed them into. */
async function onde(padrao) {
  const nomes = (await readdir(pasta, { recursive: true })).filter((nome) => nome.endsWith(".js") && !/\.test\.js$|(^|\/)(test|vitrine)\//.test(nome))
  assert.ok(nomes.length > 80)
  const achados = []
  for (const nome of nomes) {
    const codigo = (await readFile(new URL(nome, pasta), "utf8")).replace(/\/\*.*?\*\/|\/\/[^\n]*/gs, "")
    if (padrao.test(codigo)) {
      achados.push(nome)
    }
  }
  return achados.map((nome) => nome.split("/").at(-1))
}

test("nobody pretends to press, and only two say that something happened", async () => {
  assert.deepEqual(await onde(/\.click\(\)|new \w*(Mouse|Keyboard|Pointer|Submit|Focus)Event\b|htmx\.trigger\(/), [])
  assert.deepEqual((await onde(/\bdispatchEvent\(/)).sort(), ["abas.js", "barramento.js", "campos.js"])
})

test("what the parts tell each other goes over the bus alone", async () => {
  assert.deepEqual(await onde(/(addEventListener|dispatchEvent)\(\s*(new CustomEvent\()?["`](crm:|dados-alterados|avisar")/), [])
})

test("to ligar is to call somebody: a part of the page is put in place by montar", async () => {
  assert.deepEqual(await onde(/\bligar[A-Z]/), [])
  assert.ok((await onde(/\bmontar[A-Z]/)).length > 40)
})

test("a room knows no other, and casca none: app.js puts them together", async () => {
  assert.deepEqual(await onde(/^import [^"]*"(\.\.\/)+(telefonia|vendas|pessoas)\//m), [])
  assert.deepEqual(await onde(/^import [^"]*"\.\/(telefonia|vendas|pessoas)\//m), ["app.js"])
})

test("everybody hears it with its data, and fragments that wait for it on body; nobody after their end", () => {
  const { document } = new JSDOM("<p></p>").window
  const ouvidos = []
  const fim = controlador(document)
  ouvir(document, "crm:novidade", ({ tipo }) => ouvidos.push(tipo), fim)
  document.body.addEventListener("crm:novidade", ({ detail }) => ouvidos.push(`body ${detail.tipo}`), { signal: fim.signal })
  dizer(document, "crm:novidade", { tipo: "funil" })
  fim.abort()
  dizer(document, "crm:novidade", { tipo: "funil" })
  assert.deepEqual(ouvidos.sort(), ["body funil", "funil"])
})
