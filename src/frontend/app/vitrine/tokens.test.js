import assert from "node:assert/strict"
import { readFile } from "node:fs/promises"
import { test } from "node:test"
import { agrupar, tokensDe } from "./tokens.js"

test("tokens are what the stylesheets give :root, each in the first group that fits", () => {
  const estilo = (valores) => Object.assign(Object.keys(valores), { getPropertyValue: (nome) => valores[nome] })
  const folhas = [
    { cssRules: [{ selectorText: ":root", style: estilo({ "--papel": " white", "--esp-1": "4px", "color-scheme": "light dark" }) }] },
    { cssRules: [{ selectorText: ".cartao", style: estilo({ "--outro": "1px" }) }, { style: undefined }] },
  ]
  const tokens = tokensDe(folhas)
  assert.deepEqual(tokens, [
    ["--papel", "white"],
    ["--esp-1", "4px"],
  ])
  const grupos = agrupar(tokens, [
    ["Cores", ([, valor]) => valor === "white"],
    ["Vazio", () => false],
    ["Resto", () => true],
  ])
  assert.deepEqual(
    grupos.map(([titulo, lista]) => [titulo, lista.map(([nome]) => nome)]),
    [
      ["Cores", ["--papel"]],
      ["Resto", ["--esp-1"]],
    ],
  )
})

test("in both themes a card is lighter than the column it stands in, and in the dark a column lighter than the ground", async () => {
  const css = await readFile(new URL("../../css/tokens.css", import.meta.url), "utf8")
  const claridade = (token) => new RegExp(`--${token}: light-dark\\(oklch\\(([\\d.]+)[^)]*\\), oklch\\(([\\d.]+)`).exec(css).slice(1).map(Number)
  const [papel, raia, cartao, ponteiro] = ["papel", "raia", "superficie", "superficie-2"].map(claridade)
  assert.ok(cartao[0] > raia[0])
  assert.ok(papel[1] < raia[1] && raia[1] < cartao[1] && cartao[1] < ponteiro[1])
})
