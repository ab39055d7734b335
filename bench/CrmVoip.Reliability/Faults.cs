namespace CrmVoip.Reliability;

/// <summary>What goes wrong, at which share of the calls; the same round for every hundred calls.</summary>
public sealed class Faults(World world, Provider provider, Ledger ledger, Progress progress, int calls, int seed)
{
    private const int Round = 100;
    private const string Aurora = "aurora";
    private const string Boreal = "boreal";
    private readonly Random _random = new(seed);
    private readonly Dictionary<string, double> _clocks = [];

    private int Rounds => Math.Max(1, calls / Round);

    /// <summary>Each provider account has a clock of its own, wrong by up to five minutes; one names calls otherwise in webhooks than in its list.</summary>
    public async Task BeginAsync()
    {
        foreach (var organization in new[] { Aurora, Boreal })
        {
            _clocks[organization] = _random.Next(-300, 300);
            await StrayAsync(organization);
        }
    }

    public async Task RunAsync(CancellationToken ct)
    {
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (at, fault) in Faulty())
            {
                await progress.ReachAsync((round + at) / Rounds, ct);
                await fault();
            }
        }
    }

    public async Task EndAsync()
    {
        foreach (var organization in new[] { Aurora, Boreal })
        {
            await provider.WebhooksAsync(organization, "normal");
            await provider.ReleaseAsync(organization);
            await StrayAsync(organization);
        }
    }

    private IEnumerable<(double At, Func<Task> Fault)> Faulty() =>
    [
        (0.05, () => provider.WebhooksAsync(Aurora, "dobrado")),
        (0.08, () => provider.WebhooksAsync(Boreal, "fora_de_ordem")),
        (0.25, world.KillAppAsync),
        (0.30, () => provider.WebhooksAsync(Aurora, "desligado", every: 2)),
        (0.32, () => provider.WebhooksAsync(Boreal, "atrasado", delay: 4)),
        (0.38, () => ledger.DialAsync(Boreal, "dialer")),
        (0.42, () => StrayAsync(Aurora, refused: 503)),
        (0.44, () => StrayAsync(Boreal, pageSeconds: 2, perPage: 10)),
        (0.55, world.KillPostgresAsync),
        (0.60, () => StrayAsync(Boreal, refused: 429)),
        (0.62, () => StrayAsync(Aurora, cutPage: 1)),
        (0.65, () => provider.WebhooksAsync(Aurora, "retido")),
        (0.68, () => provider.WebhooksAsync(Boreal, "desligado")),
        (0.80, () => ledger.DialAsync(Boreal, "sip")),
        (0.85, () => StrayAsync(Aurora)),
        (0.86, () => StrayAsync(Boreal)),
        (0.88, () => provider.WebhooksAsync(Aurora, "normal")),
        (0.90, () => provider.ReleaseAsync(Aurora)),
        (0.92, () => provider.WebhooksAsync(Boreal, "normal")),
    ];

    private Task StrayAsync(
        string organization, int? refused = null, double pageSeconds = 0, int? perPage = null, int? cutPage = null) =>
        provider.StrayAsync(organization, new
        {
            relogioDoWebhookSegundos = _clocks[organization],
            relogioDaListaSegundos = _clocks[organization],
            idsDiferentes = organization == Aurora,
            paginaSegundos = pageSeconds,
            itensPorPagina = perPage,
            paginaCortada = cutPage,
            recusa = refused is null ? null : new { status = refused, caminho = "/calls", vezes = 5 },
        });
}
