namespace CrmVoip.Features.Telefonia.Registros;

/// <summary>Section "Crm:Reconciliacao": when the provider is asked what became of calls, and its webhooks are worked off.</summary>
public sealed class OpcoesDeReconciliacao
{
    public const string Secao = "Crm:Reconciliacao";

    public TimeSpan AposLigacao { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Waits between further looks while the recording is not there yet; after the last one, only the interval looks.</summary>
    public TimeSpan[] Repetir { get; init; } =
        [TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(60)];

    /// <summary>Wait after a look that the provider did not answer.</summary>
    public TimeSpan SemResposta { get; init; } = TimeSpan.FromMinutes(5);

    public TimeSpan Intervalo { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The interval for a connection that has made no calls for as long.</summary>
    public TimeSpan SemLigacoes { get; init; } = TimeSpan.FromHours(6);
}
