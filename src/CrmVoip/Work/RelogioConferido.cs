using System.Globalization;
using Microsoft.Extensions.Options;

namespace CrmVoip.Work;

/// <summary>
/// Compares the clock of this instance with the database's, which all instances share. One that is an hour ahead would call
/// silent what is being said, so a wrong one does no work. Compared as NTP does: half of the round trip either way.
/// </summary>
public sealed partial class RelogioConferido(
    FilaDeTrabalhos fila, TimeProvider relogio, IOptions<OpcoesDoRelogio> opcoes, ILogger<RelogioConferido> log) : IDisposable
{
    // Somebody set the clock: it went on by more than the time that passed.
    private static readonly TimeSpan _salto = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim _vez = new(1, 1);
    private Medida? _ultima;

    public void Dispose() => _vez.Dispose();

    /// <summary>Compares when it is time to, or when the clock was set meanwhile.</summary>
    /// <returns>Null when the clock is right, else what is wrong with it. A database that is away changes nothing about it.</returns>
    public async Task<string?> ErroAsync(CancellationToken ct)
    {
        await _vez.WaitAsync(ct);
        try
        {
            if (_ultima is not { } antes || Vencida(antes))
            {
                await ConferirAsync(ct);
            }

            return _ultima?.Erro;
        }
        finally
        {
            _vez.Release();
        }
    }

    private bool Vencida(Medida medida)
    {
        var passou = relogio.GetElapsedTime(medida.Marca);
        return passou >= opcoes.Value.Intervalo || (relogio.GetUtcNow() - medida.Em - passou).Duration() > _salto;
    }

    private async Task ConferirAsync(CancellationToken ct)
    {
        var (em, marca) = (relogio.GetUtcNow(), relogio.GetTimestamp());
        var doBanco = await fila.AgoraAsync(ct);
        var metade = relogio.GetElapsedTime(marca) / 2;
        var diferenca = em + metade - doBanco;
        var erro = diferenca.Duration() <= opcoes.Value.Tolerancia + metade ? null : Frase(diferenca);
        if (erro is not null && _ultima?.Erro is null)
        {
            Errado(log, erro);
        }
        else if (erro is null && _ultima?.Erro is not null)
        {
            Certo(log);
        }

        _ultima = new Medida(em, marca, erro);
    }

    private static string Frase(TimeSpan diferenca) => string.Create(
        CultureInfo.InvariantCulture,
        $"The clock of this machine is {diferenca.Duration().TotalSeconds:F1} s {(diferenca > TimeSpan.Zero ? "ahead of" : "behind")} the database's; synchronize both (NTP)");

    private sealed record Medida(DateTimeOffset Em, long Marca, string? Erro);

    [LoggerMessage(LogLevel.Error, "Not ready, and no work is done: {Erro}.")]
    private static partial void Errado(ILogger logger, string erro);

    [LoggerMessage(LogLevel.Information, "The clock is right again.")]
    private static partial void Certo(ILogger logger);
}
