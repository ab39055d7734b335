// Takes the pictures of docs/img from a running ./run:
//   npm ci && npm start            CRM_URL (http://127.0.0.1:5080), CHROME_PATH (/usr/bin/chromium)
// The recording comes when the provider was asked, two minutes after the call.
import { mkdir } from "node:fs/promises"
import { fileURLToPath } from "node:url"
import { chromium } from "playwright-core"

const url = process.env.CRM_URL ?? "http://127.0.0.1:5080"
const folder = fileURLToPath(new URL("../../docs/img/", import.meta.url))
const password = "demonstracao-2026"
const contact = "Marina Alves"
const note = "Quer reduzir a conta de luz da padaria. Enviar proposta com financiamento até sexta."
const patienceForRecording = 5 * 60_000
const talk = 12_000

const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH || "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"],
})

async function signedIn(email, colorScheme = "light") {
  const context = await browser.newContext({
    baseURL: url, locale: "pt-BR", timezoneId: "America/Sao_Paulo", colorScheme, viewport: { width: 1366, height: 820 },
  })
  const page = await context.newPage()
  await page.goto("/conta/entrar")
  await page.getByLabel("E-mail").fill(email)
  await page.getByLabel("Senha", { exact: true }).fill(password)
  await page.getByRole("button", { name: "Entrar", exact: true }).click()
  await page.getByRole("heading", { name: "Funil de vendas" }).waitFor()
  await page.getByText("Linha pronta").waitFor()
  return page
}

async function picture(page, name) {
  await page.evaluate(() => document.fonts.ready)
  await page.evaluate(() => Promise.allSettled(
    document.getAnimations().filter((a) => a.effect.getComputedTiming().iterations !== Infinity).map((a) => a.finished),
  ))
  await page.screenshot({ path: `${folder}${name}.png` })
  console.log(`docs/img/${name}.png`)
}

const callWindow = (page) => page.getByRole("region", { name: "Ligação", exact: true })

async function call(page) {
  await page.getByRole("button", { name: `Ligar para ${contact}`, exact: true }).click()
  const phone = callWindow(page)
  await phone.getByText("Em ligação").waitFor()
  await phone.getByLabel("Notas da ligação").fill(note)
  await phone.getByText("Nota salva").waitFor()
  await page.waitForTimeout(talk)
}

async function finish(page) {
  const phone = callWindow(page)
  await phone.getByRole("button", { name: "Desligar" }).click()
  await phone.getByRole("radio", { name: "Conversa relevante" }).check()
  await phone.getByRole("button", { name: "Salvar" }).click()
  await phone.waitFor({ state: "hidden" })
}

async function openRecording(page) {
  const deadline = Date.now() + patienceForRecording
  const player = page.getByRole("dialog").getByRole("listitem").first().locator("audio")
  while (Date.now() < deadline) {
    await page.goto("/oportunidades")
    await page.getByRole("article").filter({ hasText: contact }).getByRole("link").first().click()
    await page.getByRole("tab", { name: "Ligações" }).click()
    await page.getByRole("dialog").getByRole("listitem").first().waitFor()
    if (await player.count()) {
      await player.evaluate((audio) => new Promise((resolve) => {
        audio.onloadedmetadata = resolve
        audio.preload = "metadata"
        audio.load()
      }))
      return
    }
    await page.waitForTimeout(10_000)
  }
  throw new Error("The recording did not arrive.")
}

try {
  await mkdir(folder, { recursive: true })
  const ana = await signedIn("ana@aurora.example")
  await picture(ana, "quadro")
  await call(ana)
  await picture(ana, "quadro-em-ligacao")
  await finish(ana)

  const dark = await signedIn("bruno@aurora.example", "dark")
  await picture(dark, "quadro-escuro")

  const admin = await signedIn("admin@aurora.example")
  await admin.getByRole("navigation").getByRole("link", { name: "Conexões" }).click()
  await admin.getByRole("heading", { name: "API4COM - Telefonia VoIP" }).waitFor()
  await picture(admin, "conexoes")

  await openRecording(ana)
  await picture(ana, "ligacoes")
} finally {
  await browser.close()
}
