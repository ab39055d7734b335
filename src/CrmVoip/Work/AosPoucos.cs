namespace CrmVoip.Work;

/// <summary>Work that is many rows, done some at a time. Each step is a transaction of its own, and says whether there may be more.</summary>
public static class AosPoucos
{
    private static readonly TimeSpan _porCorrida = TimeSpan.FromSeconds(20);

    /// <summary>For so long that others have their turn; the rest is another run's.</summary>
    public static async Task<Desfecho> UmaCorridaAsync(TimeProvider relogio, Func<Task<bool>> passo)
    {
        var comeco = relogio.GetTimestamp();
        while (await passo())
        {
            if (relogio.GetElapsedTime(comeco) > _porCorrida)
            {
                return Desfecho.DeNovoEm(TimeSpan.Zero);
            }
        }

        return Desfecho.Feito;
    }

    /// <summary>To the end, however long it takes.</summary>
    public static async Task TudoAsync(Func<Task<bool>> passo)
    {
        while (await passo())
        {
        }
    }
}
