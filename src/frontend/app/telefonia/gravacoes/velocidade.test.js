import assert from "node:assert/strict"
import { test } from "node:test"
import { JSDOM } from "jsdom"
import { montarVelocidade } from "./velocidade.js"

function pagina(guardada = null) {
  const { window } = new JSDOM(`<div class="tocador"><audio></audio></div><div class="tocador"><audio></audio></div>`, { url: "http://crm.example/" })
  const { document } = window
  const guarda = { valor: guardada, getItem: () => guarda.valor, setItem: (_, valor) => Object.assign(guarda, { valor }) }
  montarVelocidade(document, { guarda })
  const audios = [...document.querySelectorAll("audio")]
  audios.forEach((audio) => {
    let tocando = false
    Object.defineProperty(audio, "paused", { get: () => !tocando })
    Object.assign(audio, {
      pause: () => {
        tocando = false
      },
      tocar: () => {
        tocando = true
        audio.dispatchEvent(new window.Event("play"))
      },
    })
  })
  return { document, audios, guarda, apertar: (nome, onde = 0) => document.querySelectorAll(".tocador")[onde].querySelector(`[data-${nome}]`).click() }
}

test("a recording that plays can be made faster, and the next one plays as fast", () => {
  const { document, audios, guarda, apertar } = pagina()
  assert.equal(document.querySelector("button"), null)
  audios[0].tocar()
  for (const esperada of [1.25, 1.5, 2, 1, 1.25, 1.5]) {
    apertar("velocidade")
    assert.equal(audios[0].playbackRate, esperada)
  }
  audios[0].tocar()
  assert.equal(document.querySelectorAll("[data-velocidade]").length, 1)
  assert.equal(guarda.valor, "1.5")

  audios[1].tocar()
  assert.equal(audios[1].playbackRate, 1.5)
  assert.equal(document.querySelectorAll("[data-velocidade]")[1].getAttribute("aria-label"), "Velocidade 1,5×")
  assert.deepEqual([audios[0].paused, audios[1].paused], [true, false])
})

test("ten seconds back, and never before the beginning", () => {
  const { audios, apertar } = pagina("7")
  audios[0].tocar()
  assert.equal(audios[0].playbackRate, 1)
  audios[0].currentTime = 14
  apertar("voltar")
  assert.equal(audios[0].currentTime, 4)
  apertar("voltar")
  assert.equal(audios[0].currentTime, 0)
})
