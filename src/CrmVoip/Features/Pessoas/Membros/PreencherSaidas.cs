using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Work;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Pessoas.Membros;

/// <summary>When memberships ended, which earlier versions kept in the record of what people did alone.</summary>
public sealed class PreencherSaidas(CrmDbContext db) : ITrabalho
{
    public static string Tipo => "preencher-saidas";

    public async Task<Desfecho> ExecutarAsync(Guid linhaId, int tentativa, CancellationToken ct)
    {
        await db.EmTransacaoAsync(
            () => db.Membros.SemSaida().ExecuteUpdateAsync(
                m => m.SetProperty(
                    x => x.DesativadoEm,
                    x => db.AuditLog
                        .Where(a => a.EntidadeId == x.UsuarioId && a.Acao == Acoes.MembroDesativado)
                        .Max(a => (DateTimeOffset?)a.OcorridoEm) ?? x.CriadoEm),
                ct),
            ct);
        return Desfecho.Feito;
    }
}

public sealed class SementeDosMembros(CrmDbContext db) : ISemente
{
    public async Task SemearAsync(Agenda agenda, CancellationToken ct)
    {
        if (await db.Membros.SemSaida().AnyAsync(ct))
        {
            await agenda.AgendarAsync<PreencherSaidas>(db.Organizacao.IdExigido, ct);
        }
    }
}

public static class SaidasConsultas
{
    /// <summary>Ended, and not known when.</summary>
    public static IQueryable<Membro> SemSaida(this IQueryable<Membro> membros) => membros.Where(m => !m.Ativo && m.DesativadoEm == null);
}
