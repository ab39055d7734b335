using System.Net.Sockets;
using CrmVoip.Data;
using Npgsql;

namespace CrmVoip.Novidades;

/// <summary>
/// Hears what other instances changed, on one connection of its own. It notifies itself when it begins, and says so when that
/// is not heard. After a gap everything may have changed, and whoever listens is told so.
/// </summary>
public sealed partial class OuvirNovidades(
    Assinaturas assinaturas, CanalDasInstancias canal, TimeProvider relogio, ILogger<OuvirNovidades> log) : BackgroundService
{
    private static readonly TimeSpan _entreTentativas = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _quandoNaoOuve = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan _atePodeOuvirSe = TimeSpan.FromSeconds(10);

    private bool _comecou;
    private bool _avisouQueNaoOuve;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(await OuvirEnquantoDerAsync(stoppingToken), relogio, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The product ends, or did not start.
        }
    }

    /// <returns>After how long to try again.</returns>
    private async Task<TimeSpan> OuvirEnquantoDerAsync(CancellationToken ct)
    {
        try
        {
            await OuvirAsync(ct);
            return _quandoNaoOuve;
        }
        catch (Exception erro) when (erro is NpgsqlException or SocketException or IOException or TimeoutException && !ct.IsCancellationRequested)
        {
            LogPerdeu(log, erro.GetType().Name);
            return _entreTentativas;
        }
    }

    /// <summary>Returns when it does not hear itself; otherwise it ends with its connection.</summary>
    private async Task OuvirAsync(CancellationToken ct)
    {
        await using var conexao = await canal.EscutarAsync(ct);
        var ola = $"{Guid.NewGuid():N}";
        var ouviu = false;
        conexao.Notification += (_, aviso) =>
        {
            ouviu = ouviu || aviso.Payload == ola;
            Receber(aviso.Payload);
        };
        if (_comecou)
        {
            assinaturas.EntregarTudo();
        }

        _comecou = true;
        await canal.NotificarAsync([ola], ct);
        var limite = relogio.GetUtcNow() + _atePodeOuvirSe;
        while (!ouviu && relogio.GetUtcNow() < limite)
        {
            await conexao.WaitAsync(_entreTentativas, ct);
        }

        if (!ouviu)
        {
            Reclamar();
            return;
        }

        _avisouQueNaoOuve = false;
        while (true)
        {
            await conexao.WaitAsync(ct);
        }
    }

    private void Receber(string texto)
    {
        if (MensagemEntreInstancias.Ler(texto) is var (instancia, novidade) && instancia != canal.Instancia)
        {
            assinaturas.Entregar(novidade);
        }
    }

    private void Reclamar()
    {
        if (!_avisouQueNaoOuve)
        {
            LogNaoOuve(log);
        }

        _avisouQueNaoOuve = true;
    }

    [LoggerMessage(LogLevel.Information, "The connection that hears other instances was lost ({Motivo}); it is opened again")]
    private static partial void LogPerdeu(ILogger log, string motivo);

    [LoggerMessage(LogLevel.Warning, "Changes made on other instances are not heard: set ConnectionStrings__CrmDireto to PostgreSQL itself, not to a pool in transaction mode. Until then boards follow them within a minute")]
    private static partial void LogNaoOuve(ILogger log);
}
