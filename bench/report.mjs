// Measures a running ./run and writes docs/performance.md:
//   npm ci && npm start            CRM_URL (http://127.0.0.1:5080), CHROME_PATH (/usr/bin/chromium)
// `node report.mjs lighthouse|board|weight` measures that part only and prints it.
import { execFileSync } from "node:child_process"
import { readFile, writeFile } from "node:fs/promises"
import { cpus } from "node:os"
import { fileURLToPath } from "node:url"
import { measureBoard } from "./board.mjs"
import { measureLighthouse } from "./lighthouse.mjs"
import { measureWeight } from "./weight.mjs"

const file = fileURLToPath(new URL("../docs/performance.md", import.meta.url))
const [begin, end] = ["<!-- measured: begin -->", "<!-- measured: end -->"]
const number = (value, digits = 0) => value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits })
const table = (head, rows) => [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n")

const parts = {
  async weight() {
    const rows = [["a ramal", "ana@aurora.example", "Linha pronta"], ["no ramal", "carla@boreal.example", "Sem ramal"]]
    const measured = []
    for (const [who, email, settled] of rows) {
      const { requests, bytes, phone } = await measureWeight(email, settled)
      measured.push([who, requests, number(bytes / 1000, 1), phone ? "yes" : "no"])
    }
    return `### A cold board\n\n${table(["person with", "requests", "kB over the wire", "loads JsSIP"], measured)}`
  },

  async board() {
    const { sizes, column } = await measureBoard()
    const rows = sizes.map(({ cards, ms, bytes }) => [number(cards), number(ms, 1), `${number(ms / sizes[0].ms, 2)} ×`, number(bytes / 1000)])
    return `### The board as it grows\n\n${table(["cards", "median ms of a request", "ratio", "kB of HTML before compression"], rows)}

### A column of ${number(column.cards)}, scrolled to its end

${table(["cards in the document at most", "frames", "99th percentile ms", "longest ms", "frames over 100 ms"],
    [[column.most, number(column.frames), number(column.p99, 1), number(column.longest, 1), column.over100]])}`
  },

  async lighthouse() {
    const rows = await measureLighthouse()
    const [{ version, throttling }] = rows
    return `### Lighthouse ${version}

Signed in, empty cache, median of three. Desktop preset, simulated throttling: ${throttling.rttMs} ms round trip, ${number(throttling.throughputKbps)} kbit/s, CPU ${throttling.cpuSlowdownMultiplier} ×.

${table(["page", "performance", "accessibility", "best practices", "LCP ms", "TBT ms", "CLS", "below 90"],
    rows.map(({ name, scores, lcp, tbt, cls, lost }) => [name, ...scores, number(lcp), number(tbt), number(cls, 3), lost.join(", ") || "–"]))}`
  },
}

const only = process.argv[2]
const texts = []
for (const [name, measure] of Object.entries(parts)) {
  if (!only || only === name) {
    console.log(`Measuring ${name}…`)
    texts.push(await measure())
  }
}
if (only) {
  console.log(texts.join("\n\n"))
} else {
  await write(texts)
}

async function write(sections) {
  const chromium = execFileSync(process.env.CHROME_PATH || "/usr/bin/chromium", ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim()
  const [{ model }] = cpus()
  const where = `Measured ${new Date().toISOString().slice(0, 16).replace("T", " ")} UTC on ${cpus().length} × ${model.trim()}; ${chromium}, Node ${process.versions.node}. Application, database and browser share the machine.`
  const text = await readFile(file, "utf8")
  const [before, after] = [text.slice(0, text.indexOf(begin) + begin.length), text.slice(text.indexOf(end))]
  await writeFile(file, `${before}\n${[where, ...sections].join("\n\n")}\n${after}`)
  console.log("docs/performance.md")
}
