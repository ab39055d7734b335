using System.IO.Compression;
using System.Text;
using CrmVoip.Web.Planilhas;
using CsCheck;

namespace CrmVoip.UnitTests.Web.Planilhas;

/// <summary>What people send, however their program wrote it.</summary>
public sealed class LeitoresTests
{
    private static readonly Encoding _doExcel = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static TheoryData<string, byte[]> Codificacoes()
    {
        const string Texto = "Nome;Empresa\r\nJoão;Construção Ltda\r\n";
        return new()
        {
            { "UTF-8", Encoding.UTF8.GetBytes(Texto) },
            { "UTF-8 with its mark", [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Texto)] },
            { "Windows-1252", _doExcel.GetBytes(Texto) },
            { "UTF-16", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Texto)] },
        };
    }

    [Theory]
    [MemberData(nameof(Codificacoes))]
    public void Encoding_is_found(string qual, byte[] bytes)
    {
        var linhas = Csv(bytes);
        Assert.True(linhas.Count == 2, qual);
        Assert.Equal(["Nome", "Empresa"], linhas[0]);
        Assert.Equal(["João", "Construção Ltda"], linhas[1]);
    }

    /// <summary>The end of a letter of several bytes stands in the next part that is read.</summary>
    [Fact]
    public void Encoding_of_a_long_file_is_found_wherever_its_parts_end()
    {
        for (var i = 0; i < 4; i++)
        {
            var linha = new string('x', i) + string.Concat(Enumerable.Repeat("ção,", 40_000));
            Assert.Equal(linha, Csv(Encoding.UTF8.GetBytes($"Nome;Nota\n{linha};b\n"))[1][0]);
        }
    }

    [Theory]
    [InlineData("Nome;Telefone\nAna;11\n", "Ana", "11")]
    [InlineData("Nome,Telefone\nAna,11\n", "Ana", "11")]
    [InlineData("Nome\tTelefone\nAna\t11\n", "Ana", "11")]
    [InlineData("Nome|Telefone\nAna|11\n", "Ana", "11")]
    [InlineData("sep=;\r\nNome;Telefone\r\nAna;11\r\n", "Ana", "11")]
    [InlineData("Nome;Telefone\rAna;11\r", "Ana", "11")]
    [InlineData("Nome;Nota\nAna;\"a, b, c, d\"\n", "Ana", "a, b, c, d")]
    [InlineData("Nome;Nota\nAna;\"duas\nlinhas; e ponto\"\n", "Ana", "duas\nlinhas; e ponto")]
    [InlineData("Nome;Nota\nAna;\"diz \"\"oi\"\"\"\n", "Ana", "diz \"oi\"")]
    [InlineData("Nome;Valor\nAna;1.234,56\nRui;1.234,56\n", "Ana", "1.234,56")]
    [InlineData("Nome;Telefone\nAna;11", "Ana", "11")]
    public void Separator_and_quotes_are_read(string texto, string primeira, string segunda)
    {
        Assert.Equal([primeira, segunda], Csv(Encoding.UTF8.GetBytes(texto))[1]);
        Assert.Equal([primeira, segunda], LeitorDeCsv.Ler(texto).ElementAt(1).Celulas);
    }

    [Fact]
    public void What_is_written_is_read_again() => Gen.String[Gen.Char[" ;,\"\n\rabç'|"], 0, 12].Array[1, 4].Array[1, 6].Sample(
        linhas =>
        {
            // A row of one empty cell is an empty line.
            var titulos = linhas.Select(l => l.Length).Max() + 1;
            using var saida = new MemoryStream();
            var csv = new EscritorDeCsv(saida);
            csv.TitulosAsync([.. Enumerable.Range(0, titulos).Select(i => $"Coluna {i}")], CancellationToken.None).GetAwaiter().GetResult();
            foreach (var linha in linhas)
            {
                var celulas = linha.Concat(Enumerable.Repeat("", titulos - 1 - linha.Length)).Append("fim").Select(Celula.De).ToList();
                csv.LinhaAsync(celulas, CancellationToken.None).AsTask().GetAwaiter().GetResult();
            }

            csv.TerminarAsync(CancellationToken.None).GetAwaiter().GetResult();
            csv.DisposeAsync().AsTask().GetAwaiter().GetResult();
            var lidas = Csv(saida.ToArray());
            return lidas.Count == linhas.Length + 1
                && linhas.Zip(lidas.Skip(1)).All(par => par.First.Zip(par.Second).All(c => c.Second.TrimStart('\'') == c.First.TrimStart('\'')));
        },
        iter: 300);

    [Fact]
    public void Rows_keep_the_number_they_have_in_the_file() =>
        Assert.Equal([(1, "Nome"), (3, "Ana"), (5, "Rui")], LeitorDeCsv.Ler("Nome;x\n\nAna;x\n;;\nRui;x\n").Where(l => l.Celulas[0].Length > 0).Select(l => (l.Numero, l.Celulas[0])));

    [Fact]
    public void A_quote_that_never_ends_is_told_and_not_read_for_ever()
    {
        var texto = "Nome;Nota\nAna;\"" + string.Concat(Enumerable.Repeat("linha\n", 400_000));
        Assert.Throws<PlanilhaIlegivelException>(() => Csv(Encoding.UTF8.GetBytes(texto)));
    }

    [Fact]
    public void What_is_no_text_is_refused() => Assert.Throws<PlanilhaIlegivelException>(() => Csv([0x89, (byte)'P', 0, 0, 0x1A]));

    [Fact]
    public async Task Workbook_is_read_as_it_was_written()
    {
        var linhas = Xlsx(await LivroAsync());
        Assert.Equal(["Nome", "Valor", "Em", "Telefone"], linhas[0]);
        Assert.Equal(["=1+1", "1234.5", "31/12/2026", "11961234567"], linhas[1]);
    }

    [Fact]
    public void Archive_that_grows_beyond_measure_is_refused()
    {
        using var arquivo = new MemoryStream();
        using (var zip = new ZipArchive(arquivo, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entrada = zip.CreateEntry("xl/sharedStrings.xml").Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 70; i++)
            {
                entrada.Write(zeros);
            }
        }

        Assert.True(arquivo.Length < 1024 * 1024);
        Assert.Contains("grande demais", Assert.Throws<PlanilhaIlegivelException>(() => Xlsx(arquivo.ToArray())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broken_workbook_is_told_in_words()
    {
        var livro = await LivroAsync();
        Assert.Throws<PlanilhaIlegivelException>(() => Xlsx(livro[..^200]));
        Assert.Throws<PlanilhaIlegivelException>(() => Xlsx([(byte)'P', (byte)'K', 3, 4, 1, 2, 3]));
    }

    private static async Task<byte[]> LivroAsync()
    {
        using var saida = new MemoryStream();
        await using (var livro = new EscritorDeXlsx(saida, "contatos"))
        {
            await livro.TitulosAsync(["Nome", "Valor", "Em", "Telefone"], CancellationToken.None);
            await livro.LinhaAsync([Celula.De("=1+1"), Celula.Dinheiro(1234.5m), Celula.Dia(new DateOnly(2026, 12, 31)), Celula.Dinheiro(11961234567)], CancellationToken.None);
            await livro.TerminarAsync(CancellationToken.None);
        }

        return saida.ToArray();
    }

    private static List<string[]> Csv(byte[] bytes) => Ler(bytes, LeitorDeCsv.Ler);

    private static List<string[]> Xlsx(byte[] bytes) => Ler(bytes, LeitorDeXlsx.Ler);

    private static List<string[]> Ler(byte[] bytes, Func<Stream, IEnumerable<LinhaDePlanilha>> ler)
    {
        using var arquivo = new MemoryStream(bytes);
        return [.. ler(arquivo).Select(l => l.Celulas)];
    }
}
