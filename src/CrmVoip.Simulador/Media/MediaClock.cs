using System.Collections.Concurrent;
using System.Diagnostics;

namespace CrmVoip.Simulador.Media;

/// <summary>One thread that ticks every live media session each 20 ms; timers of the runtime are too coarse for audio.</summary>
public sealed class MediaClock : IDisposable
{
    private const int TickMilliseconds = 20;
    private const int MaximumLagTicks = 25;

    private readonly ConcurrentDictionary<MediaSession, byte> sessions = [];
    private readonly ILogger<MediaClock> logger;
    private volatile bool stopping;

    public MediaClock(ILogger<MediaClock> logger)
    {
        this.logger = logger;
        new Thread(Run) { IsBackground = true, Name = "audio", Priority = ThreadPriority.AboveNormal }.Start();
    }

    public void Add(MediaSession session) => sessions[session] = 0;

    public void Remove(MediaSession session) => sessions.TryRemove(session, out _);

    public void Dispose() => stopping = true;

    private void Run()
    {
        var watch = Stopwatch.StartNew();
        for (var tick = 1L; !stopping; tick++)
        {
            var wait = (tick * TickMilliseconds) - watch.ElapsedMilliseconds;
            if (wait > 0)
            {
                Thread.Sleep((int)wait);
            }
            else if (wait < -MaximumLagTicks * TickMilliseconds)
            {
                tick = watch.ElapsedMilliseconds / TickMilliseconds;
            }

            foreach (var session in sessions.Keys)
            {
                Tick(session);
            }
        }
    }

    private void Tick(MediaSession session)
    {
        try
        {
            session.Tick();
        }
        catch (Exception error)
        {
            // One call's fault (a full disk, say) must not silence the others.
            logger.LogWarning("Audio parado: {Motivo}", error.Message);
            Remove(session);
        }
    }
}
