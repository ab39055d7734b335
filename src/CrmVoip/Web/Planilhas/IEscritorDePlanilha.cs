namespace CrmVoip.Web.Planilhas;

/// <summary>Writes a spreadsheet row by row: what was written is out of memory.</summary>
public interface IEscritorDePlanilha : IAsyncDisposable
{
    /// <summary>Before all rows.</summary>
    public Task TitulosAsync(IReadOnlyList<string> titulos, CancellationToken ct);

    public ValueTask LinhaAsync(IReadOnlyList<Celula> celulas, CancellationToken ct);

    /// <summary>After a part of the rows: what is waiting goes out.</summary>
    public Task EnviarAsync(CancellationToken ct);

    /// <summary>Once, after all rows.</summary>
    public Task TerminarAsync(CancellationToken ct);
}
