import assert from "node:assert/strict"
import { test } from "node:test"
import { agrupar, tokensDe } from "./tokens.js"

test("tokens are what the stylesheets give :root, each in the first group that fits", () => {
  const estilo = (valores) => Object.assign(Object.keys(valores), { getPropertyValue: (nome) => valores[nome] })
  const folhas = [
    { cssRules: [{ selectorText: ":root", style: estilo({ "--papel": " white", "--esp-1": "4px", "color-scheme": "light dark" }) }] },
    { cssRules: [{ selectorText: ".cartao", style: estilo({ "--outro": "1px" }) }, { style: undefined }] },
  ]
  const tokens = tokensDe(folhas)
  assert.deepEqual(tokens, [["--papel", "white"], ["--esp-1", "4px"]])
  const grupos = agrupar(tokens, [["Cores", ([, valor]) => valor === "white"], ["Vazio", () => false], ["Resto", () => true]])
  assert.deepEqual(grupos.map(([titulo, lista]) => [titulo, lista.map(([nome]) => nome)]), [["Cores", ["--papel"]], ["Resto", ["--esp-1"]]])
})
