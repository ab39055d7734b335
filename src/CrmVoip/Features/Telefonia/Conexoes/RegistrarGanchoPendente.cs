using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Work;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Conexoes;

/// <summary>Registers the webhook of a connection that the provider does not have yet: it was down, or refused.</summary>
public sealed class RegistrarGanchoPendente(CrmDbContext db, RegistrarGancho registrar, TimeProvider relogio) : ITrabalho
{
    private static readonly TimeSpan _esperaMaxima = TimeSpan.FromHours(6);

    public static TimeSpan PrimeiraEspera { get; } = TimeSpan.FromSeconds(30);

    public static string Tipo => "registrar-gancho";

    public static bool Lento => true;

    public async Task<Desfecho> ExecutarAsync(Guid linhaId, int tentativa, CancellationToken ct)
    {
        if (await PendenteAsync(linhaId, ct) is { Conectada: true })
        {
            await registrar.ExecutarAsync(ct);
        }

        return await PendenteAsync(linhaId, ct) is { } pendente ? Desfecho.DeNovoEm(Espera(pendente.Desde)) : Desfecho.Feito;
    }

    private Task<Pendente?> PendenteAsync(Guid integracaoId, CancellationToken ct) => db.EmTransacaoAsync(
        () => db.Integracoes.SemGancho()
            .Where(i => i.Id == integracaoId)
            .Select(i => new Pendente(i.Status == StatusDaIntegracao.Conectada, i.AtualizadoEm))
            .SingleOrDefaultAsync(ct),
        ct);

    // The longer it is refused the seldomer it is asked.
    private TimeSpan Espera(DateTimeOffset desde)
    {
        var metade = (relogio.GetUtcNow() - desde) / 2;
        return metade < PrimeiraEspera ? PrimeiraEspera : metade > _esperaMaxima ? _esperaMaxima : metade;
    }

    private sealed record Pendente(bool Conectada, DateTimeOffset Desde);
}

/// <summary>Connections without a webhook, should their work be lost or the public address have been set later.</summary>
public sealed class SementeDosGanchos(CrmDbContext db) : ISemente
{
    public async Task SemearAsync(Agenda agenda, CancellationToken ct)
    {
        foreach (var id in await db.Integracoes.SemGancho().Select(i => i.Id).ToListAsync(ct))
        {
            await agenda.AgendarAsync<RegistrarGanchoPendente>(id, RegistrarGanchoPendente.PrimeiraEspera, ct);
        }
    }
}

public static class GanchosPendentes
{
    /// <summary>Whose token is there and whose webhook the provider does not have.</summary>
    public static IQueryable<Integracao> SemGancho(this IQueryable<Integracao> integracoes) =>
        integracoes.Conectadas().Where(i => i.Gancho == EstadoDoGancho.NaoRegistrado || i.Gancho == EstadoDoGancho.Recusado);
}
