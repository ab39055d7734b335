namespace CrmVoip.Domain.Ligacoes;

/// <summary>
/// Why a call ended, in the words of the phone in the page, as our line status. The page has the same table
/// (app/telefonia/ligacao/causas.js), to preselect an outcome before the server answers; a test compares the two.
/// </summary>
public static class CausaDoNavegador
{
    private static readonly Dictionary<string, StatusDaLigacao> _porNome = new(StringComparer.Ordinal)
    {
        ["busy"] = StatusDaLigacao.Ocupado,
        ["no_answer"] = StatusDaLigacao.NaoAtendida,
        ["rejected"] = StatusDaLigacao.Recusada,
        ["voicemail"] = StatusDaLigacao.CaixaPostal,
        ["cancelled"] = StatusDaLigacao.Cancelada,
        ["normal"] = StatusDaLigacao.Cancelada,
        [ProjecaoDaLigacao.Microfone] = StatusDaLigacao.Cancelada,
        ["mic_denied"] = StatusDaLigacao.Cancelada,
        ["mic_missing"] = StatusDaLigacao.Cancelada,
        ["mic_busy"] = StatusDaLigacao.Cancelada,
    };

    public static IReadOnlyDictionary<string, StatusDaLigacao> Todas => _porNome;

    /// <summary>Status of a call that the customer did not answer. What is not in the table is a failure of the line.</summary>
    public static StatusDaLigacao SemAtendimento(string? causa) => _porNome.GetValueOrDefault(causa ?? "", StatusDaLigacao.Falha);

    /// <summary>The call never left, because the page got no microphone.</summary>
    public static bool DoMicrofone(string? causa) => causa is ProjecaoDaLigacao.Microfone or "mic_denied" or "mic_missing" or "mic_busy";
}
