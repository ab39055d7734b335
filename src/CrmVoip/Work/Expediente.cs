namespace CrmVoip.Work;

/// <summary>Since when this instance hands out work. While nothing ran, nobody could report anything to it either.</summary>
public sealed class Expediente(TimeProvider relogio)
{
    private long? _desde;

    /// <summary>Endless where work is not handed out: then it is run by hand.</summary>
    public TimeSpan Ha => _desde is { } desde ? relogio.GetElapsedTime(desde) : TimeSpan.MaxValue;

    public void Comecar() => _desde = relogio.GetTimestamp();
}
