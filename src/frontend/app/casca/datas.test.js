import assert from "node:assert/strict"
import { test } from "node:test"
import { escreverData, lerData } from "./datas.js"

const HOJE = new Date(2026, 10, 28, 12)

for (const [texto, dia] of [
  ["5/12", "2026-12-05"],
  ["05/12/2026", "2026-12-05"],
  ["5.12.26", "2026-12-05"],
  ["5-12", "2026-12-05"],
  ["0512", "2026-12-05"],
  ["05122026", "2026-12-05"],
  ["2026-12-05", "2026-12-05"],
  [" 5/12/2026 ", "2026-12-05"],
  ["29/2/2028", "2028-02-29"],
]) {
  test(`"${texto}" is ${dia}`, () => assert.equal(lerData(texto, HOJE), dia))
}

test("without a year it is the nearest such day", () => {
  assert.equal(lerData("10/1", HOJE), "2027-01-10")
  assert.equal(lerData("20/10", HOJE), "2026-10-20")
  assert.equal(lerData("20/12", new Date(2026, 0, 5, 12)), "2025-12-20")
})

for (const texto of ["", "31/4", "29/2/2027", "13/13", "5/12/202", "amanhã cedo", "5", "512"]) {
  test(`"${texto}" is no day`, () => assert.equal(lerData(texto, HOJE), null))
}

test("a day is written as Brazil writes it", () => assert.equal(escreverData("2026-12-05"), "05/12/2026"))
