import assert from "node:assert/strict"
import { readdir, readFile } from "node:fs/promises"
import { test } from "node:test"

const ANDARES = ["janela", "ligacao", "linha", "entrega", "guarda"]

test("no floor of the telephone knows one above it, and only the line knows libwebphone", async () => {
  for (const [altura, andar] of ANDARES.entries()) {
    const pasta = new URL(`../${andar}/`, import.meta.url)
    const nomes = await readdir(pasta)
    assert.ok(nomes.length > 1)
    for (const nome of nomes) {
      const codigo = (await readFile(new URL(nome, pasta), "utf8")).replace(/\/\*.*?\*\//gs, "")
      const usados = [...codigo.matchAll(/(?:from|import\() ?"\.\.\/(\w+)\//g)].map(([, outro]) => outro)
      assert.deepEqual(
        usados.filter((outro) => ANDARES.indexOf(outro) !== -1 && ANDARES.indexOf(outro) < altura),
        [],
        `${andar}/${nome}`,
      )
      assert.equal(andar !== "linha" && codigo.includes("libwebphone/index.js"), false, `${andar}/${nome}`)
    }
  }
})
