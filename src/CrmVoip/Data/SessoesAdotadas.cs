using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Data;

public static class SessoesAdotadas
{
    /// <summary>Of several requests that bring the same cookie at once, one makes the row.</summary>
    public static Task AdotarSessaoAsync(this ContasDbContext db, Sessao sessao, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"""
            insert into sessoes (id, usuario_id, criada_em, usada_em, expira_em, ip, agente)
            values ({sessao.Id}, {sessao.UsuarioId}, {sessao.CriadaEm}, {sessao.UsadaEm}, {sessao.ExpiraEm}, {sessao.Ip}, {sessao.Agente})
            on conflict do nothing
            """,
            ct);
}
