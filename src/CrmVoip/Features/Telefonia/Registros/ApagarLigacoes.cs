using CrmVoip.Data;
using CrmVoip.Domain.Atividades;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Web;
using CrmVoip.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CrmVoip.Features.Telefonia.Registros;

/// <summary>
/// Deletes calls that are older than the operator keeps them, where that is said at all, with their facts, their records of
/// the provider and these records' readings, some at a time, once a day. Its line is the organization.
/// </summary>
public sealed class ApagarLigacoes(CrmDbContext db, Auditoria auditoria, IOptions<OpcoesDeRetencao> opcoes) : ITrabalho
{
    private const int PorVez = 500;
    private static readonly TimeSpan _cadencia = TimeSpan.FromDays(1);

    // The walls keep what was received in the last thirty days, and a call cannot go without it.
    private static readonly TimeSpan _caladaHa = TimeSpan.FromDays(31);

    public static string Tipo => "apagar-ligacoes";

    public async Task<Desfecho> ExecutarAsync(Guid linhaId, int tentativa, CancellationToken ct)
    {
        if (opcoes.Value.Ligacoes is not { } prazo)
        {
            return Desfecho.Feito;
        }

        var apagadas = await db.EmTransacaoAsync(
            async () =>
            {
                var agora = await db.AgoraAsync(ct);
                return await ApagarAsync(agora - prazo, agora - _caladaHa, ct);
            },
            ct);
        return Desfecho.DeNovoEm(apagadas > 0 ? TimeSpan.Zero : _cadencia);
    }

    private async Task<int> ApagarAsync(DateTimeOffset ate, DateTimeOffset calada, CancellationToken ct)
    {
        var ligacoes = await AntigasAsync(ate, calada, ct);
        var dasLigacoes = db.RegistrosDoProvedor.Where(r => ligacoes.Contains(r.LigacaoId!.Value));
        var registros = await dasLigacoes.Select(r => r.Id).ToListAsync(ct);
        await dasLigacoes.ExecuteUpdateAsync(r => r.SetProperty(x => x.LigacaoId, (Guid?)null), ct);
        await db.LigacaoEventos.Where(e => ligacoes.Contains(e.LigacaoId)).ExecuteDeleteAsync(ct);
        var apagadas = await db.Ligacoes.Where(l => ligacoes.Contains(l.Id)).ExecuteDeleteAsync(ct);

        registros.AddRange(await SoltosAsync(ate, calada, ct));
        await db.LeiturasDoProvedor.Where(l => registros.Contains(l.RegistroId)).ExecuteDeleteAsync(ct);
        await db.IdsDosRegistros.Where(i => registros.Contains(i.RegistroId)).ExecuteDeleteAsync(ct);
        var soltos = await db.RegistrosDoProvedor.Where(r => registros.Contains(r.Id)).ExecuteDeleteAsync(ct);
        if (apagadas > 0)
        {
            auditoria.Registrar(new LigacoesApagadas { Quantas = apagadas, Ate = DateOnly.FromDateTime(ate.UtcDateTime) }, db.Organizacao.IdExigido);
            await db.SaveChangesAsync(ct);
        }

        return apagadas + soltos;
    }

    // One that another gave way to goes after it.
    private Task<List<Guid>> AntigasAsync(DateTimeOffset ate, DateTimeOffset calada, CancellationToken ct) => db.Ligacoes
        .Where(l => l.InicioEm < ate && l.Status != StatusDaLigacao.EmAndamento && l.UltimoSinalEm < calada)
        .Where(l => !db.Ligacoes.Any(o => o.SubstituidaPor == l.Id))
        .Where(l => !db.LigacaoEventos.Any(e => e.LigacaoId == l.Id && e.RecebidoEm >= calada))
        .Where(l => !db.RegistrosDoProvedor.Any(r => r.LigacaoId == l.Id
            && (r.ComecoEm >= ate || db.LeiturasDoProvedor.Any(v => v.RegistroId == r.Id && v.VistaEm >= calada))))
        .OrderBy(l => l.InicioEm).Take(PorVez).Select(l => l.Id).ToListAsync(ct);

    /// <summary>Of no call, or of none any more.</summary>
    private Task<List<Guid>> SoltosAsync(DateTimeOffset ate, DateTimeOffset calada, CancellationToken ct) => db.RegistrosDoProvedor
        .Where(r => r.ComecoEm < ate && r.LigacaoId == null && !db.Ligacoes.Any(l => l.RegistroId == r.Id))
        .Where(r => !db.LeiturasDoProvedor.Any(v => v.RegistroId == r.Id && v.VistaEm >= calada))
        .OrderBy(r => r.ComecoEm).Take(PorVez).Select(r => r.Id).ToListAsync(ct);
}

/// <summary>Every organization, connected or not, where the operator set a time.</summary>
public sealed class SementeDasLigacoesAntigas(CrmDbContext db, IOptions<OpcoesDeRetencao> opcoes) : ISemente
{
    public Task SemearAsync(Agenda agenda, CancellationToken ct) => opcoes.Value.Ligacoes is null
        ? Task.CompletedTask
        : agenda.AgendarAsync<ApagarLigacoes>(db.Organizacao.IdExigido, TimeSpan.FromHours(1), ct);
}
