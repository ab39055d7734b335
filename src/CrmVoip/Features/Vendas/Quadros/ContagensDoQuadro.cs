using CrmVoip.Data;
using CrmVoip.Work;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Quadros;

/// <summary>Adds up what the moves of an hour left, so that the board reads few rows.</summary>
public sealed class DobrarContagens(CrmDbContext db) : ITrabalho
{
    public static string Tipo => "dobrar-contagens";

    public Task<Desfecho> ExecutarAsync(Guid linhaId, int tentativa, CancellationToken ct) => db.EmTransacaoAsync(
        async () =>
        {
            await db.DobrarContagensAsync(ct);
            return Desfecho.Feito;
        },
        ct);
}

/// <summary>Counts the deals of an organization anew: after an upgrade, or at the operator's word.</summary>
public sealed class RecontarFunil(CrmDbContext db) : ITrabalho
{
    public static string Tipo => "recontar-funil";

    public Task<Desfecho> ExecutarAsync(Guid linhaId, int tentativa, CancellationToken ct) => db.EmTransacaoAsync(
        async () =>
        {
            await db.RecontarFunilAsync(ct);
            return Desfecho.Feito;
        },
        ct);
}

public sealed class SementeDasContagens(CrmDbContext db) : ISemente
{
    // After whoever enters has their page.
    private static readonly TimeSpan _logo = TimeSpan.FromMinutes(1);

    public async Task SemearAsync(Agenda agenda, CancellationToken ct)
    {
        var organizacao = db.Organizacao.IdExigido;
        await agenda.AgendarAsync<DobrarContagens>(organizacao, _logo, ct);
        if (await db.Funis.AnyAsync(f => !f.Contado, ct))
        {
            await agenda.AgendarAsync<RecontarFunil>(organizacao, TimeSpan.Zero, ct);
        }
    }
}
