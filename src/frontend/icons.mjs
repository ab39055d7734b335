// Builds wwwroot/icons/icones.svg from the few lucide icons the screens use: `node icons.mjs`.
import { readFile, writeFile } from "node:fs/promises"

const usados = `
  arrow-left-right arrow-right at-sign bell building-2 calendar check chevron-down chevron-left chevron-right chevron-up circle-alert
  circle-check circle-dollar-sign circle-user clock contact copy delete download ellipsis external-link eye eye-off file-text
  funnel grip headphones headset history inbox info key-round keyboard list-checks loader-circle lock log-out mail maximize-2 menu mic
  mic-off minus monitor moon move notebook-pen pause pencil phone phone-call phone-forwarded phone-incoming phone-missed
  phone-off phone-outgoing pin pin-off play plug plus refresh-cw scroll-text search settings shield shield-check square-kanban
  sticky-note sun table trash-2 triangle-alert undo-2 unplug upload user user-check user-plus user-x users voicemail volume-2
  wifi-off x
`
  .trim()
  .split(/\s+/)

const origem = new URL("./node_modules/lucide-static/", import.meta.url)
const destino = new URL("../../wwwroot/icons/icones.svg", import.meta.url)

async function simbolo(nome) {
  const svg = await readFile(new URL(`icons/${nome}.svg`, origem), "utf8")
  const desenho = svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>"))
  return `<symbol id="${nome}" viewBox="0 0 24 24">${desenho.replace(/\s*\n\s*/g, "")}</symbol>`
}

const { version } = JSON.parse(await readFile(new URL("package.json", origem), "utf8"))
const simbolos = await Promise.all(usados.map(simbolo))
await writeFile(
  destino,
  [
    `<!-- Icons of lucide ${version} (ISC License, Copyright (c) Lucide Icons and Contributors), by src/frontend/icons.mjs -->`,
    `<svg xmlns="http://www.w3.org/2000/svg">`,
    ...simbolos,
    `</svg>`,
    "",
  ].join("\n"),
)
