/**
 * What the tabs of one person tell each other about the form of a call; the call itself travels inside libwebphone.
 * @param {string} nome
 * @param {{ BroadcastChannel?: typeof globalThis.BroadcastChannel }} [opcoes]
 */
export function criarCanal(nome, { BroadcastChannel = globalThis.BroadcastChannel } = {}) {
  /** @type {Map<string, (dados: any) => void>} */
  const ouvintes = new Map()
  /** @type {BroadcastChannel | null} */
  let canal = BroadcastChannel ? new BroadcastChannel(nome) : null
  if (canal) {
    canal.onmessage = ({ data }) => ouvintes.get(data.tipo)?.(data.dados)
  }
  return {
    /** @param {string} tipo @param {any} dados */
    dizer: (tipo, dados) => canal?.postMessage({ tipo, dados }),
    /** @param {string} tipo @param {(dados: any) => void} ouvinte */
    aoOuvir: (tipo, ouvinte) => ouvintes.set(tipo, ouvinte),
    fechar() {
      canal?.close()
      canal = null
    },
  }
}
