using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Data;

public static class MembrosConsultas
{
    public static IQueryable<Membro> Administradores(this IQueryable<Membro> membros) =>
        membros.Where(m => m.Papel == Papel.Administrador && m.Ativo);

    /// <summary>Finds whom of them a text names.</summary>
    public static async Task<Mencoes> MencoesAsync(this IQueryable<Membro> membros, CancellationToken ct) =>
        new([.. (await membros.Select(m => new { m.UsuarioId, m.Nome }).ToListAsync(ct)).Select(p => (p.UsuarioId, p.Nome))]);
}
