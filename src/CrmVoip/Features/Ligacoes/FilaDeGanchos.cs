using System.Threading.Channels;

namespace CrmVoip.Features.Ligacoes;

/// <summary>A nudge for the job: an event of this organization has just been stored. Losing one costs a few seconds, nothing more.</summary>
public sealed class FilaDeGanchos
{
    private readonly Channel<Guid> _organizacoes =
        Channel.CreateBounded<Guid>(new BoundedChannelOptions(256) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Avisar(Guid organizacaoId) => _organizacoes.Writer.TryWrite(organizacaoId);

    /// <summary>The organizations nudged since, or none when the time is over.</summary>
    public async Task<IReadOnlyCollection<Guid>> EsperarAsync(TimeSpan noMaximo, CancellationToken ct)
    {
        using var limite = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limite.CancelAfter(noMaximo);
        try
        {
            await _organizacoes.Reader.WaitToReadAsync(limite.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return [];
        }

        var avisadas = new HashSet<Guid>();
        while (_organizacoes.Reader.TryRead(out var organizacao))
        {
            avisadas.Add(organizacao);
        }

        return avisadas;
    }
}
