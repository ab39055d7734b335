import { concluir } from "../../casca/campos.js"
import { pedir } from "../../casca/http.js"
import { limpar } from "../../casca/texto.js"
import { montarPonteiro } from "../../casca/validacao.js"

/** @type {Record<string, string>} */
const RECADOS = {
  encontrado: "Encontrado na API4COM.",
  desconhecido: "Não encontrado na API4COM. Confira o número; se estiver certo, siga em frente.",
  sem_resposta: "A API4COM não respondeu agora. Preencha os outros campos à mão.",
}

/**
 * An extension typed in is looked up at the provider: the server is filled in where nobody typed. What came from us
 * is marked data-preenchido, until somebody types there.
 * @param {Document} document
 * @param {object} [opcoes]
 */
export function montarSugestaoDoRamal(document, opcoes = {}) {
  const quandoSolto = montarPonteiro(document)
  document.addEventListener("input", ({ target }) => {
    delete target.dataset?.preenchido
  })
  // Another person: the name that came from us was the one before's. An empty one is the person's own.
  document.addEventListener("change", ({ target }) => {
    const nome = target.name === "MembroId" ? target.form?.elements.NomeExibicao : undefined
    if (nome?.dataset.preenchido) {
      nome.value = ""
    }
  })
  document.addEventListener("change", async ({ target: campo }) => {
    const extension = limpar(campo.value ?? "")
    if (!campo.dataset?.sugerirRamal || !extension) {
      return
    }
    const recado = campo.form.querySelector("[data-sugestao]")
    recado.textContent = ""
    quandoSolto(() => {
      recado.textContent ||= "Procurando na API4COM…"
    })
    const { status, corpo } = await pedir(campo.dataset.sugerirRamal, { extension }, { document, ...opcoes })
    quandoSolto(() => {
      if (limpar(campo.value) === extension) {
        recado.textContent = RECADOS[status === 200 ? corpo.situacao : "sem_resposta"]
        preencher(campo.form.elements.SipServer, corpo.sipServer)
      }
    })
  })
}

/** @param {HTMLElement} campo @param {string} valor */
function preencher(campo, valor) {
  if (!valor || (campo.value.trim() && !campo.dataset.preenchido)) {
    return
  }
  campo.value = valor
  campo.dataset.preenchido = "true"
  concluir(campo)
}
