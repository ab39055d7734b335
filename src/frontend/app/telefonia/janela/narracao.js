import { avisar } from "../../casca/avisos.js"
import { numeroLegivel } from "../ligacao/situacao.js"
import { AO_SUSPENDER, MICROFONE_FECHADO, MICROFONE_PERDIDO, QUALIDADE, RECUSADA, SEM_OUTRO_MICROFONE } from "../ligacao/textos.js"

/** @import { Ditos, Linha, Telefone } from "../tipos.js" */

/**
 * What happens to a call besides its state, said in its window for as long as it lasts. Whoever is silent without knowing it,
 * or hears nobody, is told what to do.
 * @type {Record<string, (evento: any) => Ditos>}
 */
const DITOS = {
  "mediaDevices.lost": ({ data }) => ({ microfone: data?.reason === "muted" ? MICROFONE_FECHADO : MICROFONE_PERDIDO }),
  "mediaDevices.getUserMedia.error": ({ cause }) => ({ microfone: SEM_OUTRO_MICROFONE[cause] ?? MICROFONE_PERDIDO }),
  "mediaDevices.recovered": () => ({ microfone: null }),
  "call.quality.warning": ({ data: { name } }) => ({ [name === "no_audio" ? "som" : name]: QUALIDADE[name] }),
  "call.quality.cleared": ({ data: { name } }) => ({ [name === "no_audio" ? "som" : name]: null }),
  "linha.acordou": () => ({ sono: AO_SUSPENDER }),
  "linha.continuou": () => ({ sono: null }),
}

/**
 * What is worth a word that stays after the moment, or although no call of this person is up.
 * @type {Record<string, (evento: any) => unknown>}
 */
const AVISOS = {
  "mediaDevices.recovered": ({ data: { label } }) =>
    avisar(label ? `O cliente ouve você pelo microfone ${label}.` : "O cliente ouve você de novo.", { tipo: "sucesso", chave: "microfone" }),
  "call.refused": ({ data: { from, reason } }) =>
    avisar(`Ligação recebida de ${numeroLegivel(from)} recusada: ${RECUSADA[reason] ?? RECUSADA.inbound_off}.`, {
      tipo: "alerta",
      duracao: 0,
      chave: `recusada-${from}`.replace(/[^\w-]/g, ""),
    }),
}

// A device that could not be changed to leaves the one in use.
/** @param {{ type: string }} partes @param {Linha} linha */
const vale = ({ type }, linha) => type !== "mediaDevices.getUserMedia.error" || linha.ligacoes().some(({ microphone }) => microphone === "lost")

/** @param {Linha} linha @param {Telefone} telefone */
export function montarNarracao(linha, telefone) {
  return linha.aoEvento((evento) => {
    AVISOS[evento.type]?.(evento)
    const ditos = telefone.ligacao()?.estabelecida && vale(evento, linha) && DITOS[evento.type]?.(evento)
    if (ditos) {
      telefone.dizer(ditos)
    }
  })
}

export const NARRADOS = Object.keys({ ...DITOS, ...AVISOS })
