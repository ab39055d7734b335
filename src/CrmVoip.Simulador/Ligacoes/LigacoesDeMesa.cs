using CrmVoip.Simulador.Media;

namespace CrmVoip.Simulador.Ligacoes;

/// <summary>
/// Calls that no browser takes part in: the desk phone's, both ways. What their times put into the past is told at once,
/// the rest when it comes.
/// </summary>
public sealed class LigacoesDeMesa(Central central, Gravacoes gravacoes, TimeProvider relogio) : IDisposable
{
    private CancellationTokenSource reinicio = new();

    public event Action<RegistroDeLigacao>? Atendida;

    /// <summary>Returns once all that lies in the past was told.</summary>
    public void Iniciar(RegistroDeLigacao registro) => _ = ConduzirAsync(registro, reinicio.Token);

    /// <summary>A recording that nobody spoke: half a second of tone.</summary>
    public void Gravar(RegistroDeLigacao registro)
    {
        var tom = Tones.Continuous(440).AsSpan(0, MuLaw.SampleRate / 2);
        using var gravacao = new WavRecorder(gravacoes.ArquivoDe(registro.Id));
        gravacao.Write(tom, tom);
    }

    public void EsquecerTodas()
    {
        reinicio.Cancel();
        reinicio.Dispose();
        reinicio = new();
    }

    public void Dispose() => reinicio.Dispose();

    private async Task ConduzirAsync(RegistroDeLigacao registro, CancellationToken ct)
    {
        try
        {
            if (registro.AtendidaEm is { } atendida)
            {
                await EsperarAsync(atendida, ct);
                Atendida?.Invoke(registro);
            }

            await EsperarAsync(registro.Fim, ct);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        if (registro.TemGravacao)
        {
            Gravar(registro);
        }

        central.Registrar(registro);
    }

    private Task EsperarAsync(DateTimeOffset ate, CancellationToken ct) =>
        ate - relogio.GetUtcNow() is { Ticks: > 0 } falta ? Task.Delay(falta, relogio, ct) : Task.CompletedTask;
}
