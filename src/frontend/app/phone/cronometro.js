/** Talk time, from the answer to the end. Counted from the clock, so that a throttled tab is never behind. */
export function ligarCronometro(elemento, telefone) {
  let relogio = null
  let ligacao = null

  function mostrar() {
    const fim = ligacao.fimEm ? Date.parse(ligacao.fimEm) : Date.now()
    const decorrido = Math.max(0, fim - Date.parse(ligacao.atendidaEm))
    elemento.textContent = duracao(decorrido)
    elemento.dateTime = `PT${Math.floor(decorrido / 1000)}S`
  }

  const desligar = telefone.aoMudar((nova) => {
    ligacao = nova
    const corre = Boolean(nova?.atendidaEm) && !nova.terminada
    elemento.hidden = !nova?.atendidaEm
    if (!corre) {
      clearInterval(relogio)
      relogio = null
    } else {
      relogio ??= setInterval(mostrar, 250)
    }
    if (nova?.atendidaEm) {
      mostrar()
    }
  })
  return () => {
    clearInterval(relogio)
    desligar()
  }
}

export function duracao(ms) {
  const segundos = Math.floor(ms / 1000)
  const partes = [Math.floor(segundos / 60) % 60, segundos % 60].map((parte) => String(parte).padStart(2, "0"))
  return segundos < 3600 ? partes.join(":") : [Math.floor(segundos / 3600), ...partes].join(":")
}
