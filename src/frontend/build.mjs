import { build } from "esbuild"
import { readdir, rm } from "node:fs/promises"
import path from "node:path"
import { fileURLToPath } from "node:url"

const root = path.dirname(fileURLToPath(import.meta.url))
const outdir = path.resolve(root, "../../wwwroot/dist")
const debug = process.argv.includes("--debug")

// app.js and app.css share a name, which esbuild accepts only in separate passes.
// The phone is no entry: fetched on demand, it is a chunk named by its content, which a browser may keep.
const scripts = await bundle([entry("app", "app/app.js")])
const styles = await bundle([entry("app", "css/app.css")])
// The page of the design system in passes of its own: a chunk shared with it would cost every other page a request.
const showcase = [...(await bundle([entry("vitrine", "app/vitrine/index.js")])), ...(await bundle([entry("vitrine", "css/vitrine.css")]))]
await removeAllBut([...scripts, ...styles, ...showcase])

function entry(out, source) {
  return { in: path.join(root, source), out }
}

async function bundle(entryPoints) {
  const result = await build({
    absWorkingDir: root,
    entryPoints,
    outdir,
    bundle: true,
    splitting: true,
    format: "esm",
    target: ["es2022", "chrome111", "firefox115", "safari16.4"],
    charset: "utf8",
    minify: !debug,
    sourcemap: debug,
    legalComments: "linked",
    chunkNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    loader: { ".woff2": "file", ".woff": "file", ".svg": "dataurl", ".png": "file", ".webp": "file", ".mp3": "file", ".wav": "file" },
    metafile: true,
    logLevel: "warning",
  })
  return Object.keys(result.metafile.outputs).map((file) => path.basename(file))
}

async function removeAllBut(kept) {
  for (const name of await readdir(outdir)) {
    if (!kept.includes(name)) {
      await rm(path.join(outdir, name), { recursive: true })
    }
  }
}
