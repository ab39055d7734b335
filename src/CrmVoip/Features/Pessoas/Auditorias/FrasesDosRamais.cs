using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using static CrmVoip.Features.Pessoas.Auditorias.FraseDoFato;

namespace CrmVoip.Features.Pessoas.Auditorias;

internal static class FrasesDosRamais
{
    public static readonly IReadOnlyList<FraseDoFato> Todas =
    [
        FraseDoFato.De<TelefoneCredenciais>(Assunto.Ramais, (a, _) => "Conectou o ramal" + Com(" ", a.Ramal) + " no navegador"),
        FraseDoFato.De<RamalSalvo>(Assunto.Ramais, (a, alvo) =>
            "Salvou o ramal" + Ramal(a) + Com(" de ", alvo) + (a.SenhaTrocada ? ", com senha nova" : "") + (a.Status == StatusDoRamal.Inativo ? ", inativo" : "")),
        FraseDoFato.De<RamalAtribuido>(Assunto.Ramais, (a, alvo) => "Atribuiu o ramal" + Ramal(a) + Com(" a ", a.Pessoa ?? alvo)),
        FraseDoFato.De<RamalImportado>(Assunto.Ramais, (a, alvo) => "Importou da API4COM o ramal" + Ramal(a) + Com(" para ", a.Pessoa ?? alvo)),
        FraseDoFato.De<RamalConfirmado>(Assunto.Ramais, (a, alvo) => "Confirmou o ramal" + Ramal(a) + Com(" de ", a.Pessoa ?? alvo)),
        FraseDoFato.De<RamalProvado>(Assunto.Ramais, (a, alvo) =>
            "O ramal" + Ramal(a) + Com(" de ", alvo) + " foi confirmado pela lista da API4COM" + (a.Prova == ProvaDoRamal.Email ? ", pelo e-mail" : ", pela senha")),
        FraseDoFato.De<RamalDesativado>(Assunto.Ramais, (a, alvo) => "Desativou o ramal" + Ramal(a) + Com(" de ", a.Pessoa ?? alvo)),
        FraseDoFato.De<RamalAtivado>(Assunto.Ramais, (a, alvo) => "Ativou o ramal" + Ramal(a) + Com(" de ", a.Pessoa ?? alvo)),
        FraseDoFato.De<RamalRevogado>(Assunto.Ramais, (a, alvo) => "Revogou o ramal" + Ramal(a) + Com(" de ", a.Pessoa ?? alvo)),
    ];

    private static string Ramal(MudancaDoRamal mudanca) => Com(" ", mudanca.Ramal) + Com(" em ", mudanca.Servidor);
}
