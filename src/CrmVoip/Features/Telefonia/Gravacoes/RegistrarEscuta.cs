using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Gravacoes;

/// <summary>
/// Who got audio of a recording heard it, whatever part it was. A player asks for many parts, some at once: one line a
/// minute and listener.
/// </summary>
public sealed class RegistrarEscuta(CrmDbContext db, OrganizacaoAtual atual, Auditoria auditoria, TimeProvider relogio)
{
    private static readonly TimeSpan _mesmaEscuta = TimeSpan.FromMinutes(1);

    public Task ExecutarAsync(Ligacao ligacao, CancellationToken ct) => db.EmTransacaoAsync(
        async () =>
        {
            var desde = relogio.GetUtcNow() - _mesmaEscuta;
            if (await JaRegistradaAsync(ligacao, desde, ct))
            {
                return 0;
            }

            await db.TravarLigacaoAsync(ligacao.Id, ct);
            if (!await JaRegistradaAsync(ligacao, desde, ct))
            {
                auditoria.Registrar(new GravacaoOuvida(), ligacao.Id, ligacao.OportunidadeId);
            }

            return await db.SaveChangesAsync(ct);
        },
        ct);

    private Task<bool> JaRegistradaAsync(Ligacao ligacao, DateTimeOffset desde, CancellationToken ct) => db.AuditLog.AnyAsync(
        a => a.EntidadeId == ligacao.Id && a.Acao == Acoes.GravacaoOuvida && a.UsuarioId == atual.UsuarioIdExigido && a.OcorridoEm > desde, ct);
}
