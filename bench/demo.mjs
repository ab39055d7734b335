import { spawn } from "node:child_process"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { url } from "./browser.mjs"

const root = fileURLToPath(new URL("..", import.meta.url))
const answers = () => fetch(`${url}/health/ready`).then(({ ok }) => ok, () => false)

/** `use` meets a demonstration at CRM_URL: the one that runs there, or one of its own whose customers pick up at once. */
export async function withDemo(use) {
  if (await answers()) {
    return use()
  }
  console.log("Starting ./run…")
  const data = await mkdtemp(path.join(tmpdir(), "crm-bench-data-"))
  const { port } = new URL(url)
  const env = { ...process.env, CRM_DATA: data, CRM_PORT: port, CRM_SIMULADOR_PORT: String(Number(port) + 10), Simulador__ToqueMs: "20" }
  const demo = spawn("./run", { cwd: root, env, stdio: ["ignore", "ignore", "inherit"] })
  const over = new Promise((_, reject) => demo.once("exit", (code) => reject(new Error(`./run ended with ${code}`))))
  over.catch(() => {})
  try {
    await Promise.race([ready(), over])
    return await use()
  } finally {
    demo.kill("SIGTERM")
    await over.catch(() => {})
    await rm(data, { recursive: true, force: true })
  }
}

async function ready() {
  while (!(await answers())) {
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}
