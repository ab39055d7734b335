import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { afterEach, test } from "node:test"
import { FakeStream, FakeTrack } from "../../../libwebphone/testing/support.js"
import { INDICADOS } from "../janela/indicador.js"
import { NARRADOS } from "../janela/narracao.js"
import { MOSTRADOS, numeroLegivel } from "../ligacao/situacao.js"
import { abrirAba, ate, emLigacao } from "./apoio.js"

const abas = []
const guardar = (aba) => (abas.push(aba), aba)
afterEach(() => abas.splice(0).forEach(({ parar }) => parar()))

const recado = (aba) => (aba.parte("recado").hidden ? "" : aba.parte("recado").textContent)

// Said elsewhere, or rightly by nobody: each with its reason.
const OUTROS = {
  "audioContext.blocked": "som.js asks for a click",
  "audioContext.unlocked": "som.js takes it back",
  "call.created": "call.dialing follows in the same tick",
  "call.timeupdate": "cronometro.js counts by its own clock",
  "call.stats": "vigilia.js takes it for a proof of life",
  "call.dtmf": "teclado.js shows the keys",
  "callList.added": "indicador.js reads the calls at each event",
  "callList.removed": "indicador.js reads the calls at each event",
  "mediaDevices.changed": "a device nobody uses; the one in use is told as lost",
  error: "the event before it, or the call's end, says what it means for the person",
}

test("every event of libwebphone is said by somebody", () => {
  const tipos = readFileSync(new URL("../../../libwebphone/types.js", import.meta.url), "utf8")
  const publicos = [.../@typedef \{([^}]*)\} PhoneEventType/.exec(tipos)[1].matchAll(/"([^"]+)"/g)].map(([, tipo]) => tipo)
  const ditos = new Set([...NARRADOS, ...INDICADOS, ...MOSTRADOS, ...Object.keys(OUTROS)])
  assert.ok(publicos.length > 30)
  assert.deepEqual(
    publicos.filter((tipo) => !ditos.has(tipo)),
    [],
    "nobody listens",
  )
  assert.deepEqual(
    Object.keys(OUTROS).filter((tipo) => !publicos.includes(tipo)),
    [],
    "no such event",
  )
})

test("a microphone that is unplugged: whoever talks is told that nobody hears, and what to do", async () => {
  const aba = guardar(await emLigacao())
  aba.environment.mediaDevices.getUserMedia = async () => {
    throw new DOMException("", "NotFoundError")
  }
  aba.sessao.stream.getAudioTracks()[0].dispatchEvent(new Event("ended"))
  await ate(() => /não há microfone/.test(recado(aba)))
  assert.match(recado(aba), /O cliente não ouve você/)
  await new Promise((resolve) => setTimeout(resolve, 1100))
  assert.match(recado(aba), /O cliente não ouve você/)
  assert.equal(aba.texto, "Em ligação")

  aba.environment.mediaDevices.getUserMedia = async () => Object.assign(new FakeStream(), { tracks: [Object.assign(new FakeTrack(), { label: "Fone USB" })] })
  aba.environment.mediaDevices.dispatchEvent(new Event("devicechange"))
  await ate(() => recado(aba) === "")
  assert.match(aba.aviso(), /O cliente ouve você pelo microfone Fone USB/)
})

test("a microphone that the system shut is told as such, until it opens again", async () => {
  const aba = guardar(await emLigacao())
  const [trilha] = aba.sessao.stream.getAudioTracks()
  trilha.dispatchEvent(new Event("mute"))
  await ate(() => /silenciado no fone ou no sistema/.test(recado(aba)))
  trilha.dispatchEvent(new Event("unmute"))
  await ate(() => recado(aba) === "")
})

test("sound that does not arrive is told while it lasts, before a weak connection", async () => {
  const aba = guardar(await emLigacao())
  await ate(() => /som do cliente não está chegando/.test(recado(aba)), "three silent seconds", 8000)
  let recebidos = 0
  aba.sessao.connection.getStats = async () =>
    new Map([
      ["r", { type: "inbound-rtp", kind: "audio", packetsReceived: (recebidos += 50) }],
      ["s", { type: "remote-inbound-rtp", kind: "audio", roundTripTime: 0.9 }],
    ])
  await ate(() => /conexão está fraca/.test(recado(aba)), "three slow seconds", 8000)
})

test("a refused hold stays said until the hold is tried again", async () => {
  const aba = guardar(await emLigacao())
  aba.sessao.refuses = "hold"
  aba.acao("espera").click()
  await ate(() => /recusou a espera/.test(recado(aba)))
  await new Promise((resolve) => setTimeout(resolve, 1500))
  assert.match(recado(aba), /recusou a espera/)
  aba.sessao.refuses = null
  aba.acao("espera").click()
  await ate(() => aba.texto === "Em espera")
  assert.equal(recado(aba), "")
})

test("a number is read as Brazil writes it, in whatever way the provider wrote it", () => {
  for (const escrito of ["+5511960000077", "5511960000077", "011960000077", "11960000077"]) {
    assert.equal(numeroLegivel(escrito), "(11) 96000-0077")
  }
  assert.equal(numeroLegivel("55960000077"), "(55) 96000-0077")
  for (const outro of ["1001", "08007770000", "anonymous", "+14155550123"]) {
    assert.equal(numeroLegivel(outro), outro)
  }
})

for (const [emCurso, motivo] of [
  [true, "você estava em outra ligação"],
  [false, "este telefone não recebe ligações"],
]) {
  test(`an inbound call that was refused (${motivo}) leaves a word`, async () => {
    const aba = guardar(await (emCurso ? emLigacao() : abrirAba({ ociosa: true })))
    aba.driver.invite({}, "+5511960000077")
    assert.match(aba.aviso(), new RegExp(`Ligação recebida de \\(11\\) 96000-0077 recusada: ${motivo}`))
  })
}
