using System.Runtime.CompilerServices;
using CrmVoip.Data;

namespace CrmVoip.Web.Planilhas;

public static class EmPartes
{
    /// <summary>Reads a list from its beginning to its end, each part in a transaction of its own and after the last row of the part before.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<T>> EmPartesAsync<T>(
        this CrmDbContext db, Func<T?, Task<List<T>>> depoisDe, [EnumeratorCancellation] CancellationToken ct)
        where T : class
    {
        T? ultima = null;
        List<T> parte;
        do
        {
            var antes = ultima;
            parte = await db.EmTransacaoAsync(() => depoisDe(antes), ct);
            yield return parte;
            ultima = parte.Count == 0 ? null : parte[^1];
        }
        while (parte.Count == ExportarLista.LinhasPorVez);
    }
}
