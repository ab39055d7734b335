using CrmVoip.Text;
using CsvHelper;

namespace CrmVoip.Web.Planilhas;

/// <summary>As a spreadsheet reads it in Brazil: semicolons, a byte order mark, decimal commas. Text that would be run is disarmed.</summary>
public sealed class EscritorDeCsv(Stream saida) : IEscritorDePlanilha
{
    private static readonly CsvWriterOptions _formato = new() { Separator = ';', NewLine = "\r\n", WriteByteOrderMark = true };

    private readonly CsvWriter _csv = CsvWriter.Create(saida, _formato, leaveOpen: true);

    public async Task TitulosAsync(IReadOnlyList<string> titulos, CancellationToken ct) => await _csv.WriteRecordAsync([.. titulos], ct);

    public async ValueTask LinhaAsync(IReadOnlyList<Celula> celulas, CancellationToken ct) => await _csv.WriteRecordAsync([.. celulas.Select(Texto)], ct);

    public async Task EnviarAsync(CancellationToken ct) => await _csv.FlushAsync(ct);

    public Task TerminarAsync(CancellationToken ct) => EnviarAsync(ct);

    public ValueTask DisposeAsync() => _csv.DisposeAsync();

    private static string? Texto(Celula celula) => celula is { Tipo: TipoDaCelula.Texto, Nosso: false } ? Planilha.Desarmar(celula.Texto) : celula.Texto;
}
