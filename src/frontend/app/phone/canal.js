/** What the tabs of one person tell each other about the form of a call; the call itself travels inside libwebphone. */
export function criarCanal(nome, { BroadcastChannel = globalThis.BroadcastChannel } = {}) {
  const ouvintes = new Map()
  let canal = BroadcastChannel ? new BroadcastChannel(nome) : null
  if (canal) {
    canal.onmessage = ({ data }) => ouvintes.get(data.tipo)?.(data.dados)
  }
  return {
    dizer: (tipo, dados) => canal?.postMessage({ tipo, dados }),
    aoOuvir: (tipo, ouvinte) => ouvintes.set(tipo, ouvinte),
    fechar() {
      canal?.close()
      canal = null
    },
  }
}
