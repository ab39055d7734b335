using System.Globalization;
using System.Text;

namespace CrmVoip.Domain.Ligacoes;

/// <summary>API4COM's hang-up causes (FreeSWITCH names, sometimes the panel's Portuguese labels) as our line status.</summary>
public static class CausaDoProvedor
{
    private const string FimNormal = "NORMAL_CLEARING";

    private static readonly Dictionary<string, StatusDaLigacao> _porNome = new(StringComparer.Ordinal)
    {
        ["ORIGINATOR_CANCEL"] = StatusDaLigacao.Cancelada,
        ["LOSE_RACE"] = StatusDaLigacao.Cancelada,
        ["CANCELADA"] = StatusDaLigacao.Cancelada,
        ["USER_BUSY"] = StatusDaLigacao.Ocupado,
        [FimNormal] = StatusDaLigacao.NaoAtendida,
        ["NO_USER_RESPONSE"] = StatusDaLigacao.NaoAtendida,
        ["NO_ANSWER"] = StatusDaLigacao.NaoAtendida,
        ["ALLOTTED_TIMEOUT"] = StatusDaLigacao.NaoAtendida,
        ["SUBSCRIBER_ABSENT"] = StatusDaLigacao.NaoAtendida,
        ["CALL_REJECTED"] = StatusDaLigacao.Recusada,
        ["REJEITADA"] = StatusDaLigacao.Recusada,
        ["NUMBER_CHANGED"] = StatusDaLigacao.CaixaPostal,
        ["CAIXA_POSTAL"] = StatusDaLigacao.CaixaPostal,
        ["VOICEMAIL"] = StatusDaLigacao.CaixaPostal,
        ["UNALLOCATED_NUMBER"] = StatusDaLigacao.Falha,
        ["INVALID_NUMBER_FORMAT"] = StatusDaLigacao.Falha,
        ["NO_ROUTE_DESTINATION"] = StatusDaLigacao.Falha,
        ["USER_NOT_REGISTERED"] = StatusDaLigacao.Falha,
        ["INVALID_GATEWAY"] = StatusDaLigacao.Falha,
    };

    /// <summary>Status of a call the customer did not answer; an answered one is Atendida whatever the cause says.</summary>
    public static StatusDaLigacao SemAtendimento(string? causa) =>
        _porNome.GetValueOrDefault(Normalizar(causa), StatusDaLigacao.Falha);

    /// <summary>A cause we can read. The provider's set is open: the others tell why a call ended, not whether it was answered.</summary>
    public static bool Conhecida(string? causa) => _porNome.ContainsKey(Normalizar(causa));

    /// <summary>By itself this cause says that nobody answered; a normal end is the end of answered calls too.</summary>
    public static bool NegaAtendimento(string? causa) => Normalizar(causa) is var nome && nome != FimNormal && _porNome.ContainsKey(nome);

    private static string Normalizar(string? causa)
    {
        var semAcento = new StringBuilder();
        foreach (var letra in (causa ?? "").Trim().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letra) != UnicodeCategory.NonSpacingMark)
            {
                semAcento.Append(letra is ' ' or '-' ? '_' : char.ToUpperInvariant(letra));
            }
        }

        return semAcento.ToString();
    }
}
