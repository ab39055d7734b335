using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Web;
using static CrmVoip.Features.Pessoas.Auditorias.FraseDoFato;

namespace CrmVoip.Features.Pessoas.Auditorias;

internal static class FrasesDosMembros
{
    public static readonly IReadOnlyList<FraseDoFato> Todas =
    [
        FraseDoFato.De<OrganizacaoCriada>(Assunto.Membros, (_, _) => "Criou a organização"),
        FraseDoFato.De<ConviteCriado>(Assunto.Membros, (a, _) => $"Convidou {a.Email ?? "uma pessoa"}" + Com(" como ", Papel(a.Papel))),
        FraseDoFato.De<ConviteRenovado>(Assunto.Membros, (a, _) => "Renovou o convite" + Com(" de ", a.Email)),
        FraseDoFato.De<ConviteRevogado>(Assunto.Membros, (a, _) => "Revogou o convite" + Com(" de ", a.Email)),
        FraseDoFato.De<ConviteAceito>(Assunto.Membros, (a, _) => "Aceitou o convite" + Com(" e entrou como ", Papel(a.Papel))),
        FraseDoFato.De<MembroPapel>(Assunto.Membros, (a, alvo) => "Mudou o papel de " + Membro(a, alvo) + Com(": era ", Papel(a.De)) + Com(", agora é ", Papel(a.Para))),
        FraseDoFato.De<MembroDesativado>(Assunto.Membros, (a, alvo) => "Desativou " + Membro(a, alvo) + Com(" e passou o que estava aberto para ", a.Sucessor)),
        FraseDoFato.De<MembroReativado>(Assunto.Membros, (a, alvo) => "Reativou " + Membro(a, alvo) + Com(" como ", Papel(a.Papel))),
        FraseDoFato.De<SegundoFatorExigido>(Assunto.Membros, (a, _) => a.Papeis.Count == 0
            ? "Deixou de exigir a verificação em duas etapas"
            : $"Exigiu a verificação em duas etapas de {string.Join(" e ", a.Papeis.Select(p => Formato.Papel(p).ToLowerInvariant()))}"),
        FraseDoFato.De<AuditoriaExportada>(Assunto.Auditoria, (a, _) => "Exportou a auditoria" + Com(" de ", a.De) + Com(" a ", a.Ate)),
        FraseDoFato.De<ListaExportada>(Assunto.Auditoria, (a, _) => $"Exportou {Lista(a)}" + Com(" (", a.Filtro, ")") + Com(" em ", a.Formato?.ToUpperInvariant())),
    ];

    private static string Lista(ListaExportada fato)
    {
        var linhas = fato.Linhas is { } quantas ? Formato.Inteiro(quantas) + " " : "";
        return (fato.Lista, fato.Linhas) switch
        {
            ("contatos", 1) => "1 contato",
            ("contatos", _) => linhas + "contatos",
            ("ligacoes", 1) => "1 ligação",
            ("ligacoes", _) => linhas + "ligações",
            ("oportunidades", 1) => "1 oportunidade",
            ("oportunidades", _) => linhas + "oportunidades",
            _ => "uma lista",
        };
    }

    private static string? Papel(Papel? papel) => papel is { } p ? Formato.Papel(p) : null;

    private static string Membro(AtividadeDoMembro atividade, string? alvo) => atividade.Nome ?? alvo ?? atividade.Email ?? "um membro";
}
