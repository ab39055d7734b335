import { pedir } from "./pedido.js"
import { limpar } from "./texto.js"
import { ligarPonteiro } from "./validacao.js"

const RECADOS = {
  encontrado: "Encontrado na API4COM.",
  desconhecido: "Não encontrado na API4COM. Confira o número; se estiver certo, siga em frente.",
  sem_resposta: "A API4COM não respondeu agora. Preencha os outros campos à mão.",
}

/**
 * An extension typed in is looked up at the provider: server and name are filled in where nobody typed. What came from us
 * is marked data-preenchido, until somebody types there.
 */
export function ligarSugestaoDoRamal(document, opcoes = {}) {
  const quandoSolto = ligarPonteiro(document)
  document.addEventListener("input", ({ target }) => {
    delete target.dataset?.preenchido
  })
  document.addEventListener("change", async ({ target: campo }) => {
    const extension = limpar(campo.value ?? "")
    if (!campo.dataset?.sugerirRamal || !extension) {
      return
    }
    const recado = campo.form.querySelector("[data-sugestao]")
    recado.textContent = ""
    quandoSolto(() => { recado.textContent ||= "Procurando na API4COM…" })
    const { status, corpo } = await pedir(campo.dataset.sugerirRamal, { extension }, { document, ...opcoes })
    quandoSolto(() => {
      if (limpar(campo.value) === extension) {
        recado.textContent = RECADOS[status === 200 ? corpo.situacao : "sem_resposta"]
        preencher(campo.form.elements.SipServer, corpo.sipServer)
        preencher(campo.form.elements.NomeExibicao, corpo.nomeExibicao)
      }
    })
  })
}

function preencher(campo, valor) {
  if (!valor || (campo.value.trim() && !campo.dataset.preenchido)) {
    return
  }
  campo.value = valor
  campo.dataset.preenchido = "true"
  campo.dispatchEvent(new Event("change", { bubbles: true }))
}
