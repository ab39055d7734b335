using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Data;

/// <summary>Somebody whose number it is, and whether that changed anything there.</summary>
public sealed record DonoDoNumero(Contato Contato, bool Mudou);

public static class TelefonesDosContatos
{
    /// <summary>Whose number it is, however it is written, in the order of their ids.</summary>
    public static IQueryable<Guid> DonosDoNumero(this CrmDbContext db, IReadOnlyList<string> variantes) =>
        db.TelefonesDoContato.Where(t => variantes.Contains(t.Numero!)).Select(t => t.ContatoId)
            .Union(db.Contatos.Where(c => variantes.Contains(c.Telefone!)).Select(c => c.Id))
            .OrderBy(id => id);

    /// <summary>Somebody there asked not to be called. By the number, whoever has it.</summary>
    public static Task<bool> NaoLigarAsync(this CrmDbContext db, string? numero, CancellationToken ct)
    {
        var variantes = NumeroDeTelefone.Variantes(numero);
        return variantes.Count == 0 ? Task.FromResult(false) : db.TelefonesDoContato.AnyAsync(t => t.NaoLigar && variantes.Contains(t.Numero!), ct);
    }

    /// <summary>Who asked not to be called asked it for the number, wherever it is written down next.</summary>
    public static async Task HerdarNaoLigarAsync(this CrmDbContext db, IReadOnlyCollection<Contato> contatos, CancellationToken ct)
    {
        var variantes = contatos.SelectMany(c => c.Numeros).Distinct().ToDictionary(n => n, NumeroDeTelefone.Variantes);
        var procuradas = variantes.Values.SelectMany(v => v).Distinct().ToList();
        var parados = procuradas.Count == 0
            ? []
            : await db.TelefonesDoContato.Where(t => t.NaoLigar && procuradas.Contains(t.Numero!)).Select(t => t.Numero!).Distinct().ToListAsync(ct);
        string[] numeros = [.. variantes.Where(v => v.Value.Intersect(parados).Any()).Select(v => v.Key)];
        foreach (var contato in contatos)
        {
            contato.NaoLigarPara(numeros, true);
        }
    }

    /// <summary>Marks the number, or lifts that, with everybody who has it. To be saved.</summary>
    public static async Task<IReadOnlyList<DonoDoNumero>> NaoLigarParaAsync(this CrmDbContext db, IReadOnlyList<string> variantes, bool naoLigar, CancellationToken ct)
    {
        // In one order, so that two who mark one number wait for each other.
        var donos = new List<DonoDoNumero>();
        foreach (var id in await db.DonosDoNumero(variantes).ToListAsync(ct))
        {
            var dono = (await db.ContatoTravadoAsync(id, ct))!;
            donos.Add(new DonoDoNumero(dono, dono.NaoLigarPara(variantes, naoLigar)));
        }

        return donos;
    }

    /// <summary>The contact with its telephones, held until the transaction ends; null when there is none.</summary>
    public static async Task<Contato?> ContatoTravadoAsync(this CrmDbContext db, Guid id, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select 1 from contatos where organizacao_id = {db.Organizacao.IdExigido} and id = {id} for update", ct);
        var contato = await db.Contatos.Include(c => c.Telefones).SingleOrDefaultAsync(c => c.Id == id, ct);
        contato?.PreencherTelefones();
        return contato;
    }

    /// <summary>Makes the rows of some contacts of a version that knew one telephone each. Held until the transaction ends.</summary>
    /// <returns>Whether there were any.</returns>
    public static async Task<bool> PreencherTelefonesAsync(this CrmDbContext db, int quantos, CancellationToken ct)
    {
        var contatos = await db.Contatos
            .FromSql($"select *, xmin from contatos where organizacao_id = {db.Organizacao.IdExigido} and not telefones_prontos order by id limit {quantos} for update")
            .ToListAsync(ct);
        contatos.ForEach(c => c.PreencherTelefones());
        await db.HerdarNaoLigarAsync(contatos, ct);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return contatos.Count > 0;
    }
}
