import lighthouse from "lighthouse"
import desktop from "lighthouse/core/config/desktop-config.js"
import { median, signIn, withBrowser } from "./browser.mjs"

const RUNS = 3
const categories = ["performance", "accessibility", "best-practices"]

/** Board, details and connections as an administrador sees them: the median of three cold loads each. */
export function measureLighthouse() {
  return withBrowser(async (context, port) => {
    const page = await signIn(context, "admin@aurora.example")
    const board = page.url()
    const details = new URL(await page.locator(".cartao h3 a").first().getAttribute("href"), board).href
    await page.close()
    const rows = []
    for (const [name, address] of [["board", board], ["details", details], ["conexões", board.replace("oportunidades", "conexoes")]]) {
      rows.push(await measurePage(name, address, port))
    }
    return rows
  })
}

async function measurePage(name, address, port) {
  const runs = []
  for (let run = 0; run < RUNS; run++) {
    const { lhr } = await lighthouse(address, { port, output: "json", logLevel: "error", onlyCategories: categories }, desktop)
    if (lhr.runtimeError || new URL(lhr.finalDisplayedUrl).pathname !== new URL(address).pathname) {
      throw new Error(`${address}: ${lhr.runtimeError?.message ?? lhr.finalDisplayedUrl}`)
    }
    runs.push(lhr)
  }
  return {
    name,
    version: runs[0].lighthouseVersion,
    throttling: runs[0].configSettings.throttling,
    scores: categories.map((category) => median(runs.map((lhr) => Math.round(lhr.categories[category].score * 100)))),
    lcp: median(runs.map((lhr) => lhr.audits["largest-contentful-paint"].numericValue)),
    tbt: median(runs.map((lhr) => lhr.audits["total-blocking-time"].numericValue)),
    cls: median(runs.map((lhr) => lhr.audits["cumulative-layout-shift"].numericValue)),
    // What keeps a category from 100, for whoever wants to mend it.
    lost: [...new Set(runs.flatMap((lhr) => categories.flatMap((category) => lhr.categories[category].auditRefs
      .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 0.9).map(({ id }) => id))))],
  }
}
