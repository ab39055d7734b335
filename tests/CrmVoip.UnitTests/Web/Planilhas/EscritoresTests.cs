using System.Text;
using CrmVoip.Web.Planilhas;
using ExcelDataReader;

namespace CrmVoip.UnitTests.Web.Planilhas;

/// <summary>What a list looks like in each kind of file.</summary>
public sealed class EscritoresTests
{
    private const string Fuso = "America/Sao_Paulo";
    private static readonly DateTimeOffset _em = new(2026, 3, 1, 2, 5, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Ana", "Ana")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("diz \"oi\"", "\"diz \"\"oi\"\"\"")]
    [InlineData("duas\nlinhas", "\"duas\nlinhas\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1+1", "'+1+1")]
    [InlineData("-1+1", "'-1+1")]
    [InlineData("@SUM(1)", "'@SUM(1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("  =1", "'  =1")]
    [InlineData("\uFF1D1", "'\uFF1D1")]
    [InlineData("\uFF0B1", "'\uFF0B1")]
    [InlineData("\uFF0D1", "'\uFF0D1")]
    [InlineData("\uFF20A1", "'\uFF20A1")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public async Task Text_of_a_csv_is_quoted_where_it_must_be_and_never_run(string? texto, string escrito) =>
        Assert.Equal($"Nome;Fim\r\n{escrito};x\r\n", await CsvAsync(Celula.De(texto), Celula.De("x")));

    [Fact]
    public async Task Numbers_days_and_telephones_of_a_csv_are_as_in_brazil()
    {
        Celula[] celulas =
        [
            Celula.Dinheiro(1234.5m), Celula.Dinheiro(-7), Celula.Inteiro(1200), Celula.Momento(_em, Fuso), Celula.Momento(null, Fuso), Celula.Dia(new DateOnly(2026, 12, 31)), Celula.Dia(null),
            Celula.Telefone("+5511961234567"), Celula.Telefones(["+5511961234567", "+551131234567"]), Celula.Telefone("=cmd"), Celula.Telefone(null), Celula.Telefone("+12125550123"),
        ];
        var csv = await CsvAsync(celulas);
        Assert.Equal(
            "1234,50;-7,00;1200;28/02/2026 23:05;;31/12/2026;;+55 11 96123-4567;+55 11 96123-4567 / +55 11 3123-4567;'=cmd;;+1 212-555-0123",
            csv.Split("\r\n")[1]);
    }

    [Fact]
    public async Task Csv_begins_with_a_byte_order_mark()
    {
        using var saida = new MemoryStream();
        await using (var csv = new EscritorDeCsv(saida))
        {
            await csv.TitulosAsync(["Nome"], CancellationToken.None);
            await csv.TerminarAsync(CancellationToken.None);
        }

        Assert.Equal([0xEF, 0xBB, 0xBF], saida.ToArray()[..3]);
    }

    [Fact]
    public async Task Workbook_has_text_as_text_and_numbers_as_numbers()
    {
        var linha = await XlsxAsync(
            Celula.De("=1+1"), Celula.De("com\u0001sinal 😀"), Celula.Dinheiro(1234.5m), Celula.Inteiro(7), Celula.Momento(_em, Fuso), Celula.Dia(new DateOnly(2026, 12, 31)),
            Celula.Telefone("+5511961234567"), Celula.De(null));

        Assert.Equal("=1+1", linha[0]);
        Assert.Equal("comsinal 😀", linha[1]);
        Assert.Equal(1234.5, linha[2]);
        Assert.Equal(7.0, Convert.ToDouble(linha[3], null));
        Assert.Equal(new DateTime(2026, 2, 28, 23, 5, 0), linha[4]);
        Assert.Equal(new DateTime(2026, 12, 31), linha[5]);
        Assert.Equal("+55 11 96123-4567", linha[6]);
        Assert.True(linha[7] is null or DBNull);
    }

    [Fact]
    public async Task Rows_leave_the_memory_as_they_are_written()
    {
        foreach (var formato in Enum.GetValues<FormatoDaPlanilha>())
        {
            using var saida = new Contado();
            await using IEscritorDePlanilha escritor = formato == FormatoDaPlanilha.Csv ? new EscritorDeCsv(saida) : new EscritorDeXlsx(saida, "contatos");
            await escritor.TitulosAsync(["Nome"], CancellationToken.None);
            for (var i = 0; i < 20_000; i++)
            {
                await escritor.LinhaAsync([Celula.De(Guid.NewGuid().ToString())], CancellationToken.None);
            }

            await escritor.EnviarAsync(CancellationToken.None);
            Assert.True(saida.Escritos > 200_000, $"{formato}: {saida.Escritos}");
            await escritor.TerminarAsync(CancellationToken.None);
        }
    }

    private static async Task<string> CsvAsync(params Celula[] celulas)
    {
        using var saida = new MemoryStream();
        await using (var csv = new EscritorDeCsv(saida))
        {
            await csv.TitulosAsync(celulas.Length == 2 ? ["Nome", "Fim"] : [.. celulas.Select((_, i) => $"c{i}")], CancellationToken.None);
            await csv.LinhaAsync(celulas, CancellationToken.None);
            await csv.TerminarAsync(CancellationToken.None);
        }

        return Encoding.UTF8.GetString(saida.ToArray())[1..];
    }

    private static async Task<object?[]> XlsxAsync(params Celula[] celulas)
    {
        using var saida = new MemoryStream();
        await using (var livro = new EscritorDeXlsx(saida, "contatos"))
        {
            await livro.TitulosAsync([.. celulas.Select((_, i) => $"c{i}")], CancellationToken.None);
            await livro.LinhaAsync(celulas, CancellationToken.None);
            await livro.TerminarAsync(CancellationToken.None);
        }

        saida.Position = 0;
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var leitor = ExcelReaderFactory.CreateOpenXmlReader(saida);
        Assert.Equal("contatos", leitor.Name);
        Assert.True(leitor.Read() && leitor.Read());
        return [.. celulas.Select((_, i) => i < leitor.FieldCount ? leitor.GetValue(i) : null)];
    }

    /// <summary>Of a response: it cannot go back.</summary>
    private sealed class Contado : Stream
    {
        public long Escritos { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => Escritos += count;
    }
}
