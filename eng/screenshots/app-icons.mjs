// Draws the icons of the installed app from wwwroot/img/marca.svg:  npm ci && node app-icons.mjs
import { readFile, writeFile } from "node:fs/promises"
import { chromium } from "playwright-core"

const folder = new URL("../../wwwroot/img/", import.meta.url)
const brand = (await readFile(new URL("marca.svg", folder), "utf8")).replace(/<svg [^>]*>/, "").replace("</svg>", "")
const ground = "#3c5fd0"

// A maskable icon fills the square and keeps the drawing inside the circle that every platform leaves.
const icons = [
  { name: "icone-192.png", size: 192 },
  { name: "icone-512.png", size: 512 },
  { name: "icone-mascara-512.png", size: 512, full: true },
  { name: "apple-touch-icon.png", size: 180, full: true },
]

const browser = await chromium.launch({ executablePath: process.env.CHROME_PATH || "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] })
const page = await browser.newPage()
for (const { name, size, full = false } of icons) {
  const viewBox = full ? "-3 -3 38 38" : "0 0 32 32"
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(`<style>body { margin: 0; background: ${full ? ground : "transparent"} } svg { display: block }</style>
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}" width="${size}" height="${size}">${brand}</svg>`)
  await writeFile(new URL(name, folder), await page.screenshot({ omitBackground: true }))
}
await browser.close()
