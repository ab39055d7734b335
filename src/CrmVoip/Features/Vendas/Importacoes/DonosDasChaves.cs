using CrmVoip.Data;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Importacoes;

public static class DonosDasChaves
{
    /// <summary>Whose the numbers and e-mails of some rows are already: of several contacts the oldest.</summary>
    public static async Task<Dictionary<string, Guid>> DonosAsync(this CrmDbContext db, IReadOnlyCollection<LinhaInterpretada> linhas, CancellationToken ct)
    {
        string[] numeros = [.. linhas.SelectMany(l => l.Chaves).Where(c => !c.Contains('@', StringComparison.Ordinal)).Distinct()];
        string[] emails = [.. linhas.SelectMany(l => l.Chaves).Where(c => c.Contains('@', StringComparison.Ordinal)).Distinct()];
        var porNumero = await db.TelefonesDoContato.Where(t => numeros.Contains(t.Numero!)).Select(t => new { Chave = t.Numero!, Id = t.ContatoId })
            .Concat(db.Contatos.Where(c => numeros.Contains(c.Telefone!)).Select(c => new { Chave = c.Telefone!, c.Id }))
            .ToListAsync(ct);
        var porEmail = await db.Contatos.Where(c => emails.Contains(c.EmailMinusculo!)).Select(c => new { Chave = c.EmailMinusculo!, c.Id }).ToListAsync(ct);
        var donos = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var dono in porNumero.Concat(porEmail).OrderBy(d => d.Id))
        {
            donos.TryAdd(dono.Chave, dono.Id);
        }

        return donos;
    }

    /// <summary>By the first of the row's keys that is somebody's.</summary>
    public static T? DonoDe<T>(this IReadOnlyDictionary<string, T> donos, LinhaInterpretada linha)
        where T : struct => linha.Chaves.Where(donos.ContainsKey).Select(c => (T?)donos[c]).FirstOrDefault();
}
