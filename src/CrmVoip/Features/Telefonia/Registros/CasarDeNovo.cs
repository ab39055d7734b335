using CrmVoip.Data;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Domain.Telefonia;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Registros;

/// <summary>
/// Pairs once more what is open of the last two days: a clock that became known later, or what else the list taught, may decide
/// what could not be decided then.
/// </summary>
public sealed class CasarDeNovo(CrmDbContext db, CasarRegistros casar)
{
    private const int PorVez = 200;
    private static readonly TimeSpan _ateQuando = TimeSpan.FromHours(48);

    public async Task ExecutarAsync(CancellationToken ct)
    {
        foreach (var ramal in (await db.EmTransacaoAsync(() => AbertosAsync(ct), ct)).GroupBy(a => a.Ramal, a => a.Em))
        {
            DateTimeOffset? feito = null;
            foreach (var em in ramal.Where(em => !(em <= feito + CasarRegistros.Decide)))
            {
                feito = em;
                await CasarAsync(ramal.Key, em, ct);
            }
        }
    }

    private async Task CasarAsync(string ramal, DateTimeOffset em, CancellationToken ct)
    {
        await db.EmTransacaoAsync(
            async () =>
            {
                await db.TravarRamalAsync(ramal, ct);
                await casar.ExecutarAsync(ramal, em, ct);
                return await db.SaveChangesAsync(ct);
            },
            ct);
        db.ChangeTracker.Clear();
    }

    /// <summary>Records of no call of ours, near a call of ours without a record.</summary>
    private async Task<List<Aberto>> AbertosAsync(CancellationToken ct)
    {
        var (desde, perto) = (await db.AgoraAsync(ct) - _ateQuando, CasarRegistros.Decide);
        return await db.RegistrosDoProvedor
            .Where(r => r.ComecoEm >= desde && r.Direcao == DirecaoDaLigacao.Saida && r.Ramal != null)
            .Where(r => r.LigacaoId == null || r.Motivo == MotivoDoVinculo.ForaDoCrm)
            .Where(r => db.Ligacoes.Any(l =>
                l.Ramal == r.Ramal
                && l.Origem == OrigemDaLigacao.Crm
                && l.RamalConfirmado
                && l.InicioEm >= r.ComecoEm - perto
                && l.InicioEm <= r.ComecoEm + perto
                && !db.RegistrosDoProvedor.Any(outro => outro.LigacaoId == l.Id)))
            .OrderBy(r => r.Ramal).ThenBy(r => r.ComecoEm)
            .Select(r => new Aberto(r.Ramal!, r.ComecoEm))
            .Take(PorVez)
            .ToListAsync(ct);
    }

    private sealed record Aberto(string Ramal, DateTimeOffset Em);
}
