using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CrmVoip.Features.Telefonia.Ramais;

/// <summary>Two people at once: one waits for the other, and the unique indexes of ramais_voip have the last word.</summary>
/// <param name="DoNumero">What is answered when the number is somebody else's by now.</param>
/// <param name="DaPessoa">When the person has a ramal by now.</param>
public sealed record ConflitoDeRamal(Recusa DoNumero, Recusa DaPessoa)
{
    /// <summary>Does the work in one transaction, alone in the organization. Refused, by itself or by an index, nothing of it stays.</summary>
    public async Task<Resultado<T>> TentarAsync<T>(CrmDbContext db, Func<Task<Resultado<T>>> trabalho, CancellationToken ct)
        where T : notnull
    {
        await using var transacao = await db.Database.BeginTransactionAsync(ct);
        var resultado = await FazerAsync(db, trabalho, ct);
        if (resultado.Recusa is null)
        {
            await transacao.CommitAsync(ct);
        }
        else
        {
            await transacao.RollbackAsync(ct);
            db.ChangeTracker.Clear();
        }

        return resultado;
    }

    private async Task<Resultado<T>> FazerAsync<T>(CrmDbContext db, Func<Task<Resultado<T>>> trabalho, CancellationToken ct)
        where T : notnull
    {
        try
        {
            await db.TravarRamaisAsync(ct);
            return await trabalho();
        }
        catch (DbUpdateException erro) when (Conhecido(erro) is { } recusa)
        {
            return recusa;
        }
    }

    private Recusa? Conhecido(DbUpdateException erro) => (erro.InnerException as PostgresException)?.ConstraintName switch
    {
        RamalVoip.ExtensionIndice or RamalVoip.EnderecoIndice => DoNumero,
        RamalVoip.UsuarioIndice => DaPessoa,
        _ => null,
    };
}
