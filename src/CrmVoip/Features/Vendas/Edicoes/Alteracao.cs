using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CrmVoip.Features.Vendas.Edicoes;

/// <summary>What an edit changes of a row, as the record keeps it: names of properties, and their values before and after.</summary>
public sealed record Alteracao(IReadOnlyList<string> Campos, IReadOnlyDictionary<string, JsonElement> De, IReadOnlyDictionary<string, JsonElement> Para)
{
    /// <summary>Null when nothing is changed but what is computed of it.</summary>
    public static Alteracao? Em(EntityEntry entrada, params IReadOnlyCollection<string> menos)
    {
        entrada.DetectChanges();
        var mudadas = entrada.Properties.Where(p => p.IsModified && !menos.Contains(p.Metadata.Name)).ToList();
        return mudadas.Count == 0
            ? null
            : new Alteracao([.. mudadas.Select(p => p.Metadata.Name)], Valores(mudadas, p => p.OriginalValue), Valores(mudadas, p => p.CurrentValue));
    }

    private static Dictionary<string, JsonElement> Valores(IEnumerable<PropertyEntry> mudadas, Func<PropertyEntry, object?> valor) =>
        mudadas.ToDictionary(p => p.Metadata.Name, p => JsonSerializer.SerializeToElement(valor(p), JsonSerializerOptions.Web));
}

public static class SalvarEdicaoExtensions
{
    /// <returns>False when somebody saved the row in the same moment.</returns>
    public static async Task<bool> SalvarSeNinguemAntesAsync(this DbContext db, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
