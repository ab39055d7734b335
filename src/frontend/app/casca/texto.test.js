import assert from "node:assert/strict"
import { readdirSync, readFileSync } from "node:fs"
import { test } from "node:test"
import { recusa } from "./validacao.js"
import { caracteres, inicioDaLetra, limpar } from "./texto.js"

const FAMILIA = "👨‍👩‍👧"

test("length is counted as the server counts it", () => {
  assert.deepEqual(["Ana", "🦊Ana", "e\u0301", ""].map(caracteres), [3, 4, 2, 0])
  const dataset = { valMaxlength: "Use até 4 caracteres.", valMaxlengthMax: "4" }
  assert.equal(recusa({ value: "🦊🦊🦊🦊", dataset }), null)
  assert.equal(recusa({ value: "🦊🦊🦊🦊🦊", dataset }), "Use até 4 caracteres.")
})

test("a letter begins where a person sees it begin", () => {
  const texto = `11${FAMILIA}e\u0301🦊`
  const inicios = []
  for (let fim = texto.length; fim > 0; fim = inicioDaLetra(texto, fim)) {
    inicios.push(texto.slice(inicioDaLetra(texto, fim), fim))
  }
  assert.deepEqual(inicios, ["🦊", "e\u0301", FAMILIA, "1", "1"])
  assert.equal(inicioDaLetra("", 0), 0)
})

test("what nobody sees is dropped from a number, wherever it stands", () => {
  for (const invisivel of ["\u200e", "\ufe0f", "\u00ad", "\ufeff", "\u2066", "\u{e0101}"]) {
    assert.equal(limpar(["", ..."(11) 96123-4567", ""].join(invisivel)), "(11) 96123-4567")
  }
  assert.equal(limpar("\u00a0(11)\u202f96123\u20034567\u3000"), "(11) 96123 4567")
  assert.equal(limpar("1\ufe0f\u20e3"), "1")
})

test("no module takes text apart by UTF-16 units", () => {
  const pasta = new URL("../", import.meta.url)
  const modulos = readdirSync(pasta, { recursive: true }).filter((nome) => nome.endsWith(".js") && !nome.includes(".test."))
  assert.ok(modulos.length > 40)
  assert.deepEqual(
    modulos.filter((nome) => /\.(substr|substring|charAt)\(|\.split\(""\)/.test(readFileSync(new URL(nome, pasta), "utf8"))),
    [],
  )
})
