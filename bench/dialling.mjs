// Measures from the click to the INVITE, to the ringing and to the talk, beside a bare JsSIP page, in one run:
//   npm ci && npm run discagem     CRM_URL (http://127.0.0.1:5080) when it answers, else a ./run of its own
// Both take turns, so that both meet the same machine. Writes its section of docs/performance.md.
import { readFile, writeFile } from "node:fs/promises"
import { fileURLToPath } from "node:url"
import { openBarePage } from "./bare-page.mjs"
import { median, signIn, withBrowser } from "./browser.mjs"
import { withDemo } from "./demo.mjs"

const RUNS = Number(process.env.BENCH_RUNS ?? 10)
const TARGET = "+5511960000001"
const STEPS = ["invite", "ringing", "talking"]
const file = fileURLToPath(new URL("../docs/performance.md", import.meta.url))
const [begin, end] = ["<!-- dialling: begin -->", "<!-- dialling: end -->"]

/** Stamps the INVITE as it leaves by the WebSocket and the words of the window, on the page's own clock from the click. */
function watch() {
  const send = WebSocket.prototype.send
  WebSocket.prototype.send = function (data) {
    if (String(data).startsWith("INVITE")) {
      window.stamps.invite ??= performance.now() - window.clicked
    }
    return send.call(this, data)
  }
  window.stamps = {}
  addEventListener("click", () => {
    window.stamps = {}
    window.clicked = performance.now()
  }, { capture: true })
  addEventListener("DOMContentLoaded", () => {
    const said = { "Chamando…": "ringing", "Em ligação": "talking" }
    const state = document.querySelector("#telefone [data-parte='estado']")
    const stamp = () => { window.stamps[said[state.textContent]] ??= performance.now() - window.clicked }
    if (state) {
      new MutationObserver(stamp).observe(state, { subtree: true, childList: true, characterData: true })
    }
  })
}

async function call(page, click, hangUp) {
  await click()
  await page.waitForFunction(() => window.stamps.talking, null, { timeout: 60_000, polling: 20 })
  const stamps = await page.evaluate(() => window.stamps)
  await hangUp()
  return stamps
}

function product(page) {
  const window = page.locator("#telefone")
  return call(
    page,
    () => page.locator(`[data-ligar][data-numero='${TARGET}']`).first().click(),
    async () => {
      await window.getByRole("button", { name: "Desligar" }).click()
      await window.getByRole("button", { name: "Salvar" }).click()
      await window.waitFor({ state: "hidden" })
    },
  )
}

async function measure() {
  return withBrowser(async (context) => {
    const bare = await openBarePage(context, await signIn(context, "bruno@aurora.example"), TARGET)
    await context.clearCookies()
    await context.addInitScript(watch)
    const page = await signIn(context, "ana@aurora.example")
    await page.getByText("Linha pronta").first().waitFor()
    const rounds = { "bare JsSIP": [], product: [], "product, first call of a page": [] }
    for (let i = 0; i <= RUNS; i++) {
      const bareRun = await call(bare, () => bare.getByRole("button", { name: "Call" }).click(), () => bare.getByRole("button", { name: "Hang up" }).click())
      const firstRun = await product(page)
      const run = await product(page)
      // The first round warms both up.
      if (i > 0) {
        rounds["bare JsSIP"].push(bareRun)
        rounds.product.push(run)
        rounds["product, first call of a page"].push(firstRun)
      }
      await page.reload()
      await page.locator("[data-ligar]").first().waitFor()
    }
    return rounds
  })
}

function table(rounds) {
  const rows = Object.entries(rounds).map(([who, runs]) => [who, ...STEPS.map((step) => Math.round(median(runs.map((run) => run[step]))))])
  const [bare, ours] = rows
  rows.push(["product over bare", ...STEPS.map((_, i) => ours[i + 1] - bare[i + 1])])
  const lines = [["median of " + RUNS + ", ms from the click", "INVITE", "ringing", "talking"], ["---", "---", "---", "---"], ...rows]
  return lines.map((row) => `| ${row.join(" | ")} |`).join("\n")
}

const text = `Measured ${new Date().toISOString().slice(0, 16).replace("T", " ")} UTC. The bare page is registered already and asks no server.\n\n${table(await withDemo(measure))}`
console.log(text)
const whole = await readFile(file, "utf8")
await writeFile(file, `${whole.slice(0, whole.indexOf(begin) + begin.length)}\n${text}\n${whole.slice(whole.indexOf(end))}`)
