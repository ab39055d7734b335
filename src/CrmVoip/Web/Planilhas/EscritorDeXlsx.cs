using System.Xml;
using CrmVoip.Text;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace CrmVoip.Web.Planilhas;

/// <summary>A workbook of one sheet. Texts are cells of text, which no spreadsheet runs; money and days are numbers with a format, to be summed and sorted.</summary>
public sealed class EscritorDeXlsx(Stream saida, string folha) : IEscritorDePlanilha
{
    /// <summary>More characters than a cell may hold make the whole file unreadable.</summary>
    private const int TextoMaximo = 32_767;

    private Spreadsheet? _livro;
    private StyleId? _titulo;
    private StyleId? _dinheiro;
    private StyleId? _dia;
    private StyleId? _momento;

    public async Task TitulosAsync(IReadOnlyList<string> titulos, CancellationToken ct)
    {
        _livro = await Spreadsheet.CreateNewAsync(saida, cancellationToken: ct);
        _titulo = _livro.AddStyle(new Style { Font = { Bold = true } });
        _dinheiro = _livro.AddStyle(Com("#,##0.00"));
        _dia = _livro.AddStyle(Com("dd/mm/yyyy"));
        _momento = _livro.AddStyle(Com("dd/mm/yyyy hh:mm"));
        var opcoes = new WorksheetOptions { FrozenRows = 1 };
        for (var coluna = 0; coluna < titulos.Count; coluna++)
        {
            opcoes.Column(coluna + 1).Width = Math.Max(titulos[coluna].Length + 2, 18);
        }

        await _livro.StartWorksheetAsync(folha, opcoes, ct);
        await _livro.AddHeaderRowAsync([.. titulos], _titulo, ct);
    }

    public ValueTask LinhaAsync(IReadOnlyList<Celula> celulas, CancellationToken ct) => _livro!.AddRowAsync([.. celulas.Select(NaFolha)], ct);

    public Task EnviarAsync(CancellationToken ct) => saida.FlushAsync(ct);

    public async Task TerminarAsync(CancellationToken ct) => await _livro!.FinishAsync(ct);

    public ValueTask DisposeAsync() => _livro?.DisposeAsync() ?? ValueTask.CompletedTask;

    private Cell NaFolha(Celula celula) => celula switch
    {
        { Texto: null } => new Cell((string?)null),
        { Tipo: TipoDaCelula.Inteiro } => new Cell((int)celula.Numero),
        { Tipo: TipoDaCelula.Dinheiro } => new Cell(celula.Numero, _dinheiro),
        { Tipo: TipoDaCelula.Dia } => new Cell(celula.Em, _dia),
        { Tipo: TipoDaCelula.Momento } => new Cell(celula.Em, _momento),
        _ => new Cell(Escrito(celula.Texto)),
    };

    // Signs that XML has none for would make the file unreadable.
    private static string Escrito(string texto)
    {
        var cortado = texto.Cortado(TextoMaximo);
        return cortado.All(c => char.IsSurrogate(c) || XmlConvert.IsXmlChar(c))
            ? cortado
            : string.Concat(cortado.Where(c => char.IsSurrogate(c) || XmlConvert.IsXmlChar(c)));
    }

    private static Style Com(string formato) => new() { Format = NumberFormat.Custom(formato) };
}
