using System.Collections.Concurrent;
using CrmVoip.Data;
using Microsoft.Extensions.Options;

namespace CrmVoip.Work;

/// <summary>
/// Sows in an organization that somebody enters, at most once an hour on this instance: the cost follows the people at work,
/// not the number of organizations.
/// </summary>
public sealed partial class Semeador(
    EscopoDaOrganizacao escopos, TimeProvider relogio, IOptions<OpcoesDosTrabalhos> opcoes, ILogger<Semeador> log)
{
    private static readonly TimeSpan _intervalo = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<Guid, long> _semeadas = new();

    /// <summary>Never fails whoever enters.</summary>
    public async Task PassarAsync(Guid organizacaoId)
    {
        if (!opcoes.Value.Executar || !Venceu(organizacaoId))
        {
            return;
        }

        try
        {
            await SemearAsync(organizacaoId, CancellationToken.None);
        }
        catch (Exception erro)
        {
            _semeadas.TryRemove(organizacaoId, out _);
            NaoSemeou(log, organizacaoId, erro.GetType().Name);
        }
    }

    public async Task SemearAsync(Guid organizacaoId, CancellationToken ct)
    {
        await using var escopo = await escopos.AbrirAsync(organizacaoId, ct);
        if (escopo is null)
        {
            return;
        }

        var agenda = escopo.Services.GetRequiredService<Agenda>();
        await escopo.Db.EmTransacaoAsync(
            async () =>
            {
                foreach (var semente in escopo.Services.GetServices<ISemente>())
                {
                    await semente.SemearAsync(agenda, ct);
                }

                return true;
            },
            ct);
    }

    private bool Venceu(Guid organizacaoId)
    {
        var agora = relogio.GetTimestamp();
        return _semeadas.TryGetValue(organizacaoId, out var antes)
            ? relogio.GetElapsedTime(antes, agora) >= _intervalo && _semeadas.TryUpdate(organizacaoId, agora, antes)
            : _semeadas.TryAdd(organizacaoId, agora);
    }

    [LoggerMessage(LogLevel.Warning, "What organization {Organizacao} ought to have scheduled could not be looked at ({Motivo}).")]
    private static partial void NaoSemeou(ILogger logger, Guid organizacao, string motivo);
}
