using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Data;

public static class Instancias
{
    // Long ago: no other version ever ran on this database.
    private static readonly DateTimeOffset _desdeSempre = DateTimeOffset.UnixEpoch;

    /// <summary>A sign of an instance; what has given none for a day is forgotten.</summary>
    public static Task<int> BaterAsync(this CrmDbContext db, Guid id, int versao, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"""
            with mortas as (delete from instancias where batida_em < now() - interval '1 day' and iniciada_em > {_desdeSempre})
            insert into instancias (id, versao) values ({id}, {versao})
            on conflict (id) do update set batida_em = now()
            """,
            ct);

    /// <summary>A database that this version made: there is no earlier one to wait for.</summary>
    public static async Task EstrearAsync(this CrmDbContext db, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync(
            $"insert into instancias (id, versao, iniciada_em) values ({Guid.Empty}, {Instancia.VersaoAtual}, {_desdeSempre}) on conflict do nothing", ct);
}
