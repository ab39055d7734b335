namespace CrmVoip.Work;

/// <summary>
/// Wakes the one who hands out work on this instance. Losing a ring costs a look at the table, seconds later; other instances
/// hear nothing and look by themselves.
/// </summary>
public sealed class Campainha : IDisposable
{
    private readonly SemaphoreSlim _toques = new(0, 1);
    private readonly Lock _trava = new();

    public void Dispose() => _toques.Dispose();

    public void Tocar()
    {
        lock (_trava)
        {
            if (_toques.CurrentCount == 0)
            {
                _toques.Release();
            }
        }
    }

    /// <returns>True when it rang, false when the time was over.</returns>
    public Task<bool> EsperarAsync(TimeSpan noMaximo, CancellationToken ct) => _toques.WaitAsync(noMaximo, ct);
}
