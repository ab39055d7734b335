using System.Globalization;
using System.Text;

namespace CrmVoip.Domain.Ligacoes;

/// <summary>API4COM's hang-up causes (FreeSWITCH names, sometimes the panel's Portuguese labels) as our line status.</summary>
public static class CausaDoProvedor
{
    private static readonly Dictionary<string, StatusDaLigacao> _porNome = new(StringComparer.Ordinal)
    {
        ["ORIGINATOR_CANCEL"] = StatusDaLigacao.Cancelada,
        ["LOSE_RACE"] = StatusDaLigacao.Cancelada,
        ["CANCELADA"] = StatusDaLigacao.Cancelada,
        ["USER_BUSY"] = StatusDaLigacao.Ocupado,
        ["NORMAL_CLEARING"] = StatusDaLigacao.NaoAtendida,
        ["NO_USER_RESPONSE"] = StatusDaLigacao.NaoAtendida,
        ["NO_ANSWER"] = StatusDaLigacao.NaoAtendida,
        ["ALLOTTED_TIMEOUT"] = StatusDaLigacao.NaoAtendida,
        ["SUBSCRIBER_ABSENT"] = StatusDaLigacao.NaoAtendida,
        ["CALL_REJECTED"] = StatusDaLigacao.Recusada,
        ["REJEITADA"] = StatusDaLigacao.Recusada,
        ["NUMBER_CHANGED"] = StatusDaLigacao.CaixaPostal,
        ["CAIXA_POSTAL"] = StatusDaLigacao.CaixaPostal,
        ["VOICEMAIL"] = StatusDaLigacao.CaixaPostal,
    };

    /// <summary>Status of a call the customer did not answer; an answered one is Atendida whatever the cause says.</summary>
    public static StatusDaLigacao SemAtendimento(string? causa) =>
        _porNome.GetValueOrDefault(Normalizar(causa), StatusDaLigacao.Falha);

    /// <summary>A row of the provider's list carries no answer time: only a normal clearing with talk time was answered.</summary>
    public static bool AtendidaPelaDuracao(string? causa, int? duracao) =>
        duracao > 0 && Normalizar(causa) is "NORMAL_CLEARING" or "NORMAL_UNSPECIFIED";

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
