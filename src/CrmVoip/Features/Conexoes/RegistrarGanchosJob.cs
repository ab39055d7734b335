using CrmVoip.Data;
using CrmVoip.Web;
using Microsoft.Extensions.Options;

namespace CrmVoip.Features.Conexoes;

/// <summary>Registers webhooks that are not registered yet: the provider was down, or the public address was set later.</summary>
public sealed partial class RegistrarGanchosJob(
    EscopoDaOrganizacao escopos,
    TimeProvider relogio,
    IOptions<OpcoesDoProvedor> opcoes,
    ILogger<RegistrarGanchosJob> log) : BackgroundService
{
    private static readonly TimeSpan _intervalo = TimeSpan.FromMinutes(10);

    public async Task ExecutarUmaVezAsync(CancellationToken ct)
    {
        foreach (var organizacaoId in await escopos.ComAsync(Pendencia.ConexoesSemGancho(), ct))
        {
            await TentarAsync(organizacaoId, ct);
        }
    }

    // One organization's trouble must not cost the others their webhooks.
    private async Task TentarAsync(Guid organizacaoId, CancellationToken ct)
    {
        try
        {
            await using var escopo = await escopos.AbrirAsync(organizacaoId, ct);
            if (escopo is not null)
            {
                await escopo.Services.GetRequiredService<RegistrarGancho>().ExecutarAsync(ct);
            }
        }
        catch (Exception erro) when (!ct.IsCancellationRequested)
        {
            Falhou(log, erro);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var espera = opcoes.Value.RegistrarGanchosAposPartida; ; espera = _intervalo)
        {
            await Task.Delay(espera, relogio, stoppingToken);
            try
            {
                await ExecutarUmaVezAsync(stoppingToken);
            }
            catch (Exception erro) when (!stoppingToken.IsCancellationRequested)
            {
                Falhou(log, erro);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Registering webhooks failed; it is tried again in ten minutes.")]
    private static partial void Falhou(ILogger logger, Exception erro);
}
