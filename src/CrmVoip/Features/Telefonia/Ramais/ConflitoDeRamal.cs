using CrmVoip.Data;
using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CrmVoip.Features.Telefonia.Ramais;

/// <summary>What may not be saved, told at its field.</summary>
public sealed record RecusaDeCampo(string Campo, string Mensagem);

/// <summary>Two people at once: one waits for the other, and the unique indexes of ramais_voip have the last word.</summary>
public static class ConflitoDeRamal
{
    /// <summary>Does the work in one transaction, alone in the organization. When an index refuses, nothing of it stays and the index is returned.</summary>
    public static async Task<string?> TentarAsync(this CrmDbContext db, Func<Task> trabalho, CancellationToken ct)
    {
        await using var transacao = await db.Database.BeginTransactionAsync(ct);
        try
        {
            await db.TravarRamaisAsync(ct);
            await trabalho();
            await transacao.CommitAsync(ct);
            return null;
        }
        catch (DbUpdateException erro) when (Indice(erro) is RamalVoip.ExtensionIndice or RamalVoip.EnderecoIndice or RamalVoip.UsuarioIndice)
        {
            await transacao.RollbackAsync(ct);
            db.ChangeTracker.Clear();
            return Indice(erro);
        }
    }

    private static string? Indice(DbUpdateException erro) => (erro.InnerException as PostgresException)?.ConstraintName;
}
