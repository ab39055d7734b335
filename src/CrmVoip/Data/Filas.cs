using CrmVoip.Domain.Ligacoes;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Data;

/// <summary>Work that several instances share: a row taken by one is passed over by the others, to the end of the transaction.</summary>
public static class Filas
{
    /// <summary>Keeps a webhook unless the same one is already there: the number of rows made, 1 or 0.</summary>
    public static Task<int> GuardarUmaVezAsync(this CrmDbContext db, EventoDoProvedor evento, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"""
            insert into eventos_do_provedor (organizacao_id, id, chave, corpo, recebido_em, processar_em, tentativas)
            values ({evento.OrganizacaoId}, {evento.Id}, {evento.Chave}, {evento.Corpo}::jsonb, now(), now(), 0)
            on conflict do nothing
            """,
            ct);

    public static IQueryable<EventoDoProvedor> EventoLivre(this CrmDbContext db, Guid id) =>
        db.EventosDoProvedor.FromSql(
            $"""
            select * from eventos_do_provedor
            where organizacao_id = {db.Organizacao.IdExigido} and id = {id} for update skip locked
            """);

    /// <summary>Due by the clock of the database: an instance whose own is wrong must not matter.</summary>
    public static Task EnfileirarAsync(
        this DbContext db, Guid organizacaoId, string tipo, Guid linhaId, TimeSpan daquiA, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"""
            insert into trabalhos (organizacao_id, id, tipo, linha_id, vence_em, tentativas, criado_em)
            values ({organizacaoId}, {Guid.CreateVersion7()}, {tipo}, {linhaId}, statement_timestamp() + {daquiA}, 0, statement_timestamp())
            """,
            ct);
}
