using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Domain.Telefonia;
using CrmVoip.Work;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Ramais;

/// <summary>When ramais were last used, which earlier versions kept in the record of what people did alone.</summary>
public sealed class PreencherUsos(CrmDbContext db) : ITrabalho
{
    private const int Lidos = 200;

    public static string Tipo => "preencher-usos";

    public Task<Desfecho> ExecutarAsync(Guid linhaId, int tentativa, CancellationToken ct) => db.EmTransacaoAsync(
        async () =>
        {
            foreach (var titular in await db.RamaisTitulares.SemUsos().ToListAsync(ct))
            {
                titular.HerdarUso(await UltimoAsync(titular, ct), await db.AgoraAsync(ct));
            }

            await db.SaveChangesAsync(ct);
            return Desfecho.Feito;
        },
        ct);

    // The number stands in the fact: the person may have had another one in between.
    private async Task<DateTimeOffset?> UltimoAsync(RamalTitular titular, CancellationToken ct)
    {
        var usos = await db.AuditLog
            .Where(a => a.UsuarioId == titular.UsuarioId && a.Acao == Acoes.TelefoneCredenciais)
            .OrderByDescending(a => a.OcorridoEm)
            .Take(Lidos)
            .Select(a => new { a.OcorridoEm, a.Dados })
            .ToListAsync(ct);
        return usos.Find(u => ((TelefoneCredenciais)Atividades.Ler(Acoes.TelefoneCredenciais, u.Dados)!).Ramal == titular.Extension)?.OcorridoEm;
    }
}

public static class UsosConsultas
{
    public static IQueryable<RamalTitular> SemUsos(this IQueryable<RamalTitular> titulares) => titulares.Where(t => t.Ate == null && t.UsosDesde == null);
}
