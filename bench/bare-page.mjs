import { createServer } from "node:http"
import { createRequire } from "node:module"
import { fileURLToPath } from "node:url"

const frontend = fileURLToPath(new URL("../src/frontend/", import.meta.url))

// Not before it is needed: on a fresh checkout the ./run that is started first brings it.
const bundle = (options) => createRequire(frontend)("esbuild").build(options)

const HTML = `<!doctype html><meta charset="utf-8"><title>bare</title><button id="call">Call</button><button id="hangup">Hang up</button><script src="/bare.js"></script>`

// JsSIP as its documentation has it, and no candidate waited for but the first.
const SCRIPT = (credentials, target) => `
import JsSIP from "jssip"
const { wssUrl, uri, authorizationUser, realm, ha1, iceServers } = ${JSON.stringify(credentials)}
const ua = new JsSIP.UA({
  sockets: wssUrl.map((url) => new JsSIP.WebSocketInterface(url)), uri, authorization_user: authorizationUser, realm, ha1, session_timers: false,
})
const send = WebSocket.prototype.send
WebSocket.prototype.send = function (data) {
  if (String(data).startsWith("INVITE")) window.stamps.invite ??= performance.now() - window.clicked
  return send.call(this, data)
}
const audio = new Audio()
window.stamps = {}
document.getElementById("call").onclick = () => {
  window.stamps = {}
  window.clicked = performance.now()
  const stamp = (name) => () => { window.stamps[name] ??= performance.now() - window.clicked }
  const session = window.session = ua.call(${JSON.stringify(target)}, {
    mediaConstraints: { audio: true, video: false }, pcConfig: { iceServers },
    eventHandlers: { progress: stamp("ringing"), accepted: stamp("talking"), icecandidate: ({ ready }) => ready() },
  })
  session.connection?.addEventListener("track", ({ streams }) => { audio.srcObject = streams[0]; audio.play() })
}
document.getElementById("hangup").onclick = () => window.session.terminate()
ua.on("registered", () => { document.title = "registered" })
ua.start()
`

/** A page with JsSIP and nothing else, registered as the person signed in at `board`, who then leaves. */
export async function openBarePage(context, board, target) {
  const credentials = await board.evaluate(async () => {
    const base = document.getElementById("telefone").dataset.base
    const headers = { "Content-Type": "application/json", "X-CSRF-TOKEN": document.querySelector("meta[name='csrf-token']").content }
    return (await fetch(`${base}/telefonia/credenciais`, { method: "POST", headers, body: "{}" })).json()
  })
  await board.close()
  const { outputFiles: [{ text }] } = await bundle({ stdin: { contents: SCRIPT(credentials, target), resolveDir: frontend }, bundle: true, minify: true, write: false })
  const server = createServer((request, response) => {
    response.setHeader("Content-Type", request.url === "/bare.js" ? "text/javascript" : "text/html")
    response.end(request.url === "/bare.js" ? text : HTML)
  }).listen(0, "127.0.0.1")
  server.unref()
  await new Promise((resolve) => server.once("listening", resolve))
  const page = await context.newPage()
  await page.goto(`http://127.0.0.1:${server.address().port}/`)
  await page.waitForFunction(() => document.title === "registered")
  return page
}
