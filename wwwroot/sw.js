// A visit that finds no network gets a page in our own words. Nothing else is answered from here, and nothing of an
// organization is ever kept: calls, recordings, webhooks and fragments go straight to the network.
const CAIXA = "sem-rede"
const PAGINA = "/offline/sem-rede.html"
const PARTES = ["/offline/sem-rede.js", "/dist/app.css", "/icons/icones.svg"]

addEventListener("install", (evento) => evento.waitUntil(guardar()))
addEventListener("activate", (evento) => evento.waitUntil(registration.navigationPreload?.enable()))

addEventListener("fetch", (evento) => {
  const { request } = evento
  if (request.method !== "GET") {
    return
  }
  if (request.mode === "navigate") {
    evento.respondWith(visitar(evento))
  } else if (daPagina(new URL(request.url))) {
    evento.respondWith(guardada(new URL(request.url).pathname))
  }
})

async function guardar() {
  const caixa = await caches.open(CAIXA)
  await caixa.addAll([PAGINA, ...PARTES].map((caminho) => new Request(caminho, { cache: "reload", credentials: "omit" })))
  await skipWaiting()
}

async function visitar({ request, preloadResponse }) {
  try {
    return (await preloadResponse) ?? (await fetch(request))
  } catch {
    return guardada(PAGINA)
  }
}

// Without fingerprints: only the page without network asks for them so.
function daPagina({ origin, pathname }) {
  return origin === location.origin && PARTES.includes(pathname)
}

async function guardada(caminho) {
  return (await caches.match(caminho, { cacheName: CAIXA })) ?? Response.error()
}
