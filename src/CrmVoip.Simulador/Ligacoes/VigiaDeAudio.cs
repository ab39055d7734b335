namespace CrmVoip.Simulador.Ligacoes;

/// <summary>Ends calls whose browser vanished: no audio (in hold: no sign at all), or its socket gone before the answer.</summary>
public sealed class VigiaDeAudio(Central central, SimuladorOptions options, TimeProvider relogio, ILogger<VigiaDeAudio> logger)
    : BackgroundService
{
    private static readonly TimeSpan Intervalo = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Intervalo, relogio);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var limite = TimeSpan.FromSeconds(options.SemAudioSegundos);
            foreach (var item in central.EmCurso)
            {
                var agora = relogio.GetUtcNow();
                var ultimoSinal = item.Perna.LastSign(agora);
                if (agora - ultimoSinal >= limite)
                {
                    logger.LogWarning("Ligacao {Id} sem sinal do navegador", item.Ligacao.Id);
                    _ = central.DesligarAsync(item, ultimoSinal, Central.CausaPeloRamal(item.Ligacao));
                }
            }
        }
    }
}
