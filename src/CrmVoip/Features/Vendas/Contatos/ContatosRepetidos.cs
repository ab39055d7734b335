using CrmVoip.Data;
using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Contatos;

public sealed record ContatoRepetido(Guid Id, string Nome, string? Empresa);

/// <summary>Who has the number already. Salva: said in a form that can use the contact instead of a new one.</summary>
public sealed record AvisoDeRepetidos(IReadOnlyList<ContatoRepetido> Repetidos, bool Salva);

public static class ContatosRepetidos
{
    private const int Mostrados = 3;

    /// <summary>Contacts that have one of the typed numbers already, however it is written.</summary>
    public static async Task<List<ContatoRepetido>> RepetidosAsync(this CrmDbContext db, string? telefone, CancellationToken ct)
    {
        var variantes = NumeroDeTelefone.LerTodos(telefone).SelectMany(n => NumeroDeTelefone.Variantes(n.E164)).Distinct().ToList();
        return variantes.Count == 0
            ? []
            : await db.Contatos
                .Where(c => db.DonosDoNumero(variantes).Take(Mostrados).Contains(c.Id))
                .OrderBy(c => c.Id)
                .Select(c => new ContatoRepetido(c.Id, c.Nome, c.Empresa))
                .ToListAsync(ct);
    }

    /// <summary>Another contact with the number.</summary>
    public static async Task<ContatoRepetido?> OutroComAsync(this CrmDbContext db, Guid contatoId, string? telefone, CancellationToken ct) =>
        (await db.RepetidosAsync(telefone, ct)).Find(r => r.Id != contatoId);
}
