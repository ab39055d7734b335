using CrmVoip.Domain.Atividades;
using CrmVoip.Web;

namespace CrmVoip.Features.Pessoas.Auditorias;

internal static class FrasesDosContatos
{
    public static readonly IReadOnlyList<FraseDoFato> Todas =
    [
        FraseDoFato.De<ContatoCriado>(Assunto.Contatos, (_, _) => "Criou um contato"),
        FraseDoFato.De<ContatoEditado>(Assunto.Contatos, (a, _) => $"Alterou {a.CamposEmPalavras()} de um contato"),
    ];
}
