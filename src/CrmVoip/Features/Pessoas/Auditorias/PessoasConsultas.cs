using CrmVoip.Data;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Pessoas.Auditorias;

/// <summary>A person of the organization, as the record names it. Ate is null while the membership is active.</summary>
public sealed record PessoaDoRegistro(Guid Id, string Nome, string Email, DateTimeOffset Desde, DateTimeOffset? Ate);

public static class PessoasConsultas
{
    /// <summary>Everybody who is or was a member.</summary>
    public static async Task<Dictionary<Guid, PessoaDoRegistro>> PessoasDoRegistroAsync(this CrmDbContext db, CancellationToken ct) =>
        (await db.Membros
            .Select(m => new PessoaDoRegistro(
                m.UsuarioId,
                m.Nome,
                m.Email,
                m.CriadoEm,
                m.Ativo ? null : m.DesativadoEm ?? m.CriadoEm))
            .ToListAsync(ct)).OrderBy(p => p.Nome, Nomes.Ordem).ToDictionary(p => p.Id);
}
