import { mkdtemp, rm } from "node:fs/promises"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import path from "node:path"
import { chromium } from "playwright-core"

export const url = process.env.CRM_URL ?? "http://127.0.0.1:5080"
const password = "demonstracao-2026"

/** A Chromium of its own, with a port for Lighthouse; `use` gets its context and that port. */
export async function withBrowser(use) {
  const profile = await mkdtemp(path.join(tmpdir(), "crm-bench-"))
  const port = await freePort()
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROME_PATH || "/usr/bin/chromium",
    args: [
      "--no-sandbox", "--disable-gpu", "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream",
      `--remote-debugging-port=${port}`,
    ],
    baseURL: url, locale: "pt-BR", timezoneId: "America/Sao_Paulo", viewport: { width: 1440, height: 900 },
  })
  try {
    return await use(context, port)
  } finally {
    await context.close()
    await rm(profile, { recursive: true, force: true })
  }
}

export async function signIn(context, email) {
  const page = await context.newPage()
  await page.goto("/conta/entrar")
  await page.getByLabel("E-mail").fill(email)
  await page.getByLabel("Senha", { exact: true }).fill(password)
  await page.getByRole("button", { name: "Entrar", exact: true }).click()
  await page.getByRole("heading", { name: "Funil de vendas" }).waitFor()
  return page
}

/** An organization of its own at its empty board. It stays in the demonstration's data until ./run --reset. */
export async function signUp(context) {
  const name = `bench-${Date.now()}`
  const page = await context.newPage()
  await page.goto("/conta/entrar")
  await page.getByRole("link", { name: "Criar uma organização" }).click()
  await page.getByLabel("Seu nome").fill("Rita Lins")
  await page.getByLabel("E-mail").fill(`${name}@bench.example`)
  await page.getByLabel("Senha", { exact: true }).fill("papagaio-roxo-do-telhado")
  await page.getByLabel("Nome da organização").fill(name)
  await page.getByRole("button", { name: "Criar organização" }).click()
  await page.getByRole("heading", { name: "Funil de vendas" }).waitFor()
  return page
}

/** Makes deals at the foot of a column, as the page does. Resolves when the stages hold `counts` more. */
export const fill = (page, counts) => page.evaluate(async (wanted) => {
  const base = document.getElementById("funil").dataset.endereco.split("?")[0]
  const headers = { "HX-Request": "true", "X-CSRF-TOKEN": document.querySelector("meta[name='csrf-token']").content }
  for (const [i, column] of [...document.querySelectorAll("[data-etapa]")].entries()) {
    const stage = column.dataset.etapa
    const form = new DOMParser().parseFromString(await (await fetch(`${base}/etapas/${stage}/rapida`, { headers })).text(), "text/html")
    const owner = form.querySelector("[name='ResponsavelId']").value
    for (let n = 0; n < (wanted[i] ?? 0); n++) {
      const body = new URLSearchParams({
        EtapaId: stage, ResponsavelId: owner, Titulo: `Usina ${n}`, ContatoNome: `Contato ${n}`, ContatoTelefone: "(11) 96000-0001",
      })
      const answer = await fetch(`${base}/rapida`, { method: "POST", headers, body })
      if (!answer.ok) {
        throw new Error(`rapida answered ${answer.status}`)
      }
    }
  }
}, counts)

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)]

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}
