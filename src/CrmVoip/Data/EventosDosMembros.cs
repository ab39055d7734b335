using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Data;

/// <summary>From when to when a person's account was an organization's business.</summary>
public sealed record TempoDeMembro(Guid UsuarioId, DateTimeOffset De, DateTimeOffset Ate);

public static class EventosDosMembros
{
    /// <summary>What happened to these accounts while their people were members: before and after, it is nobody's business here.</summary>
    public static IQueryable<EventoDeConta> DosMembros(this DbSet<EventoDeConta> eventos, IReadOnlyCollection<TempoDeMembro> membros)
    {
        Guid[] pessoas = [.. membros.Select(m => m.UsuarioId)];
        DateTime[] desde = [.. membros.Select(m => m.De.UtcDateTime)];
        DateTime[] ate = [.. membros.Select(m => m.Ate.UtcDateTime)];
        return eventos.FromSql(
            $"""
            select e.id, e.ocorrido_em, e.usuario_id, e.acao, e.ip, e.agente
            from unnest({pessoas}, {desde}, {ate}) as m(usuario_id, desde, ate)
            join eventos_de_conta e on e.usuario_id = m.usuario_id and e.ocorrido_em >= m.desde and e.ocorrido_em < m.ate
            """);
    }
}
