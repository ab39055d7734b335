const VELOCIDADES = [1, 1.25, 1.5, 2]
const CHAVE = "velocidade-da-gravacao"
const VOLTA_S = 10

/**
 * What the browser's own player hides in a menu, or has not: how fast it plays, kept for the next recording, and ten seconds
 * back. They appear with the first play, for a list has hundreds of players. One recording plays at a time.
 * @param {Document} document
 * @param {{ guarda?: Pick<Storage, "getItem" | "setItem"> | null }} [opcoes]
 */
export function montarVelocidade(document, { guarda = guardaDo(document) } = {}) {
  // A media element's events do not bubble.
  document.addEventListener(
    "play",
    (evento) => {
      const audio = /** @type {HTMLMediaElement} */ (evento.target)
      const tocador = audio.closest(".tocador")
      if (tocador) {
        calarOutros(document, audio)
        audio.playbackRate = lida(guarda)
        tocador.querySelector("[data-velocidade]") ?? audio.after(...botoes(document))
        mostrar(tocador, audio.playbackRate)
      }
    },
    { capture: true },
  )
  document.addEventListener("click", ({ target }) => {
    const botao = target.closest?.("[data-velocidade], [data-voltar]")
    const audio = botao?.closest(".tocador")?.querySelector("audio")
    if (!audio) {
      return
    }
    if (botao.hasAttribute("data-voltar")) {
      audio.currentTime = Math.max(0, audio.currentTime - VOLTA_S)
    } else {
      audio.playbackRate = seguinte(audio.playbackRate)
      guardar(guarda, audio.playbackRate)
      mostrar(botao.closest(".tocador"), audio.playbackRate)
    }
  })
}

/** @param {number} velocidade */
const seguinte = (velocidade) => VELOCIDADES[(VELOCIDADES.indexOf(velocidade) + 1) % VELOCIDADES.length]

/** @param {Document} document @param {HTMLMediaElement} audio */
function calarOutros(document, audio) {
  for (const outro of document.getElementsByTagName("audio")) {
    if (outro !== audio && !outro.paused && outro.closest(".tocador")) {
      outro.pause()
    }
  }
}

/** @param {Document} document */
function botoes(document) {
  const [voltar, velocidade] = [document.createElement("button"), document.createElement("button")]
  for (const botao of [voltar, velocidade]) {
    botao.type = "button"
    botao.className = "botao botao--discreto tocador__botao"
  }
  voltar.dataset.voltar = ""
  voltar.textContent = `−${VOLTA_S} s`
  voltar.setAttribute("aria-label", `Voltar ${VOLTA_S} segundos`)
  velocidade.dataset.velocidade = ""
  return [voltar, velocidade]
}

/** @param {HTMLElement} tocador @param {number} velocidade */
function mostrar(tocador, velocidade) {
  const botao = tocador.querySelector("[data-velocidade]")
  const texto = `${velocidade.toLocaleString("pt-BR")}×`
  botao.textContent = texto
  botao.setAttribute("aria-label", `Velocidade ${texto}`)
}

// Storage may be forbidden, or full: then it is the normal speed again next time.
/** @param {Document} document */
function guardaDo(document) {
  try {
    return document.defaultView?.localStorage ?? null
  } catch {
    return null
  }
}

/** @param {Pick<Storage, "getItem"> | null} guarda */
function lida(guarda) {
  const guardada = Number(guarda?.getItem(CHAVE))
  return VELOCIDADES.includes(guardada) ? guardada : VELOCIDADES[0]
}

/** @param {Pick<Storage, "setItem"> | null} guarda @param {number} velocidade */
function guardar(guarda, velocidade) {
  try {
    guarda?.setItem(CHAVE, String(velocidade))
  } catch {
    // Kept for this page.
  }
}
