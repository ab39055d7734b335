using System.Collections.Concurrent;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CrmVoip.Work;

/// <summary>
/// Hands out the work that is due on this instance. With nothing due it sends one statement each time it looks, however many
/// organizations there are.
/// </summary>
public sealed partial class Encarregado(
    FilaDeTrabalhos fila,
    ExecutarTrabalho executar,
    TiposDeTrabalho tipos,
    Campainha campainha,
    Expediente expediente,
    RelogioConferido conferido,
    TimeProvider relogio,
    IOptions<OpcoesDosTrabalhos> opcoes,
    ILogger<Encarregado> log) : BackgroundService
{
    private static readonly TimeSpan _ocupado = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan _paraTerminar = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<TrabalhoTomado, EmCurso> _emCurso = new();
    private readonly CancellationTokenSource _parar = new();
    private bool _semBanco;

    public override void Dispose()
    {
        _parar.Dispose();
        base.Dispose();
    }

    /// <summary>Takes what there is room for and starts it.</summary>
    /// <returns>How long until there may be more.</returns>
    public async Task<TimeSpan> PassarAsync(CancellationToken ct)
    {
        if (await conferido.ErroAsync(ct) is not null)
        {
            return opcoes.Value.Ocioso;
        }

        var vagas = VagasLivres();
        if (vagas.Count == 0)
        {
            return opcoes.Value.Paciencia;
        }

        var proximo = await fila.ProximoAsync([.. vagas.SelectMany(v => v.Tipos)], null, ct) ?? TimeSpan.MaxValue;
        if (proximo > TimeSpan.Zero)
        {
            var descanso = vagas.Exists(v => tipos[v.Tipos[0]].Lento) ? opcoes.Value.Ocioso : opcoes.Value.Paciencia;
            return proximo < descanso ? proximo : descanso;
        }

        var tomados = await fila.TomarAsync(vagas, null, ct);
        foreach (var trabalho in tomados)
        {
            Comecar(trabalho);
        }

        // Due, and not to be had: the places of its organization are taken, by another instance perhaps.
        return tomados.Count > 0 ? TimeSpan.Zero : _ocupado;
    }

    /// <summary>Until everything that was started has ended.</summary>
    public Task TerminarAsync() => Task.WhenAll(_emCurso.Values.Select(c => c.Fim));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!opcoes.Value.Executar)
        {
            return;
        }

        expediente.Comecar();
        var renovar = RenovarAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var espera = await TentarAsync(stoppingToken);
            await EsperarAsync(espera, stoppingToken);
        }

        await renovar;
        _parar.CancelAfter(_paraTerminar);
        await TerminarAsync();
    }

    private List<Vagas> VagasLivres()
    {
        var lentos = _emCurso.Where(c => tipos[c.Key.Tipo].Lento).Select(c => c.Value).ToList();
        var trabalhando = lentos.Count(c => relogio.GetElapsedTime(c.Desde) < opcoes.Value.Paciencia);
        Vagas[] faixas =
        [
            new(tipos.DaFaixa(lenta: false), opcoes.Value.Rapidos - (_emCurso.Count - lentos.Count)),
            new(tipos.DaFaixa(lenta: true), Math.Min(opcoes.Value.Lentos - trabalhando, opcoes.Value.LentosAoTodo - lentos.Count)),
        ];
        return [.. faixas.Where(f => f is { Quantas: > 0, Tipos.Length: > 0 })];
    }

    private void Comecar(TrabalhoTomado trabalho)
    {
        var inicio = new TaskCompletionSource();
        _emCurso[trabalho] = new EmCurso(relogio.GetTimestamp(), CorrerAsync());
        inicio.SetResult();

        async Task CorrerAsync()
        {
            await inicio.Task;
            try
            {
                await executar.ExecutarAsync(trabalho, _parar.Token);
            }
            finally
            {
                _emCurso.TryRemove(trabalho, out _);
                campainha.Tocar();
            }
        }
    }

    private async Task<TimeSpan> TentarAsync(CancellationToken ct)
    {
        try
        {
            var espera = await PassarAsync(ct);
            if (_semBanco)
            {
                ComBanco(log);
            }

            _semBanco = false;
            return espera;
        }
        catch (Exception erro) when (!ct.IsCancellationRequested)
        {
            // Said once: an outage lasts many looks.
            if (!_semBanco)
            {
                SemBanco(log, erro.GetType().Name);
            }

            _semBanco = true;
            return opcoes.Value.Ocioso;
        }
        catch (Exception) when (ct.IsCancellationRequested)
        {
            return TimeSpan.Zero;
        }
    }

    // A tenth more: several instances do not stay in step.
    private async Task EsperarAsync(TimeSpan espera, CancellationToken ct)
    {
        if (espera <= TimeSpan.Zero || ct.IsCancellationRequested)
        {
            return;
        }

        try
        {
            await campainha.EsperarAsync(espera * (1 + (Random.Shared.NextDouble() / 10)), ct);
        }
        catch (OperationCanceledException)
        {
            // The loop ends.
        }
    }

    private async Task RenovarAsync(CancellationToken ct)
    {
        using var cadencia = new PeriodicTimer(opcoes.Value.Arrendamento / 3);
        try
        {
            while (await cadencia.WaitForNextTickAsync(ct))
            {
                if (!_emCurso.IsEmpty)
                {
                    await TentarRenovarAsync(ct);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The instance ends; what is under way has the rest of its lease.
        }
    }

    private async Task TentarRenovarAsync(CancellationToken ct)
    {
        try
        {
            await fila.RenovarAsync([.. _emCurso.Keys.Select(t => t.Arrendatario).Distinct()], ct);
        }
        catch (Exception erro) when (erro is NpgsqlException or SocketException or TimeoutException)
        {
            SemBanco(log, erro.GetType().Name);
        }
    }

    private sealed record EmCurso(long Desde, Task Fim);

    [LoggerMessage(LogLevel.Error, "The table of work cannot be reached ({Motivo}); what is due waits.")]
    private static partial void SemBanco(ILogger logger, string motivo);

    [LoggerMessage(LogLevel.Information, "The table of work is reached again.")]
    private static partial void ComBanco(ILogger logger);
}
