using CrmVoip.Data;
using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Contatos;

public sealed record ContatoRepetido(Guid Id, string Nome, string? Empresa);

public static class ContatosRepetidos
{
    private const int Mostrados = 3;

    /// <summary>Contacts that have the number already, however it is written.</summary>
    public static async Task<List<ContatoRepetido>> RepetidosAsync(this CrmDbContext db, string? telefone, CancellationToken ct)
    {
        var variantes = NumeroDeTelefone.Variantes(telefone);
        return variantes.Count == 0
            ? []
            : await db.Contatos
                .Where(c => variantes.Contains(c.Telefone!))
                .OrderBy(c => c.Id)
                .Take(Mostrados)
                .Select(c => new ContatoRepetido(c.Id, c.Nome, c.Empresa))
                .ToListAsync(ct);
    }
}
