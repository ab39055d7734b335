// The page comes from the browser's cache: it learns the theme by itself, and goes where the person was going once it can.
const INTERVALO_MS = 5000

const tema = /(?:^|; )tema=(claro|escuro)/.exec(document.cookie)?.[1]
if (tema) {
  document.documentElement.dataset.tema = tema
}

// Back on a network is not yet back at the server.
async function tentar() {
  const resposta = await fetch("/health/live", { cache: "no-store", credentials: "omit" }).catch(() => null)
  if (resposta?.ok) {
    location.reload()
  }
}

addEventListener("online", tentar)
setInterval(tentar, INTERVALO_MS)
