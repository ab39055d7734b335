using System.Text;
using CsvHelper;

namespace CrmVoip.Web.Planilhas;

/// <summary>
/// Reads a CSV from wherever it comes: its separator is found, its encoding too (a byte order mark, UTF-8, else what Excel writes
/// in Brazil). Quoted cells may have line breaks.
/// </summary>
public static class LeitorDeCsv
{
    private const int WindowsOcidental = 1252;
    private const int LinhaMaximo = 1024 * 1024;
    private const int PorVez = 64 * 1024;

    private static readonly Encoding _doExcel = CodePagesEncodingProvider.Instance.GetEncoding(WindowsOcidental)!;

    public static IEnumerable<LinhaDePlanilha> Ler(string texto)
    {
        using var leitor = CsvReader.Create(new StringReader(texto), Opcoes(null));
        foreach (var linha in Linhas(leitor))
        {
            yield return linha;
        }
    }

    /// <param name="arquivo">From its beginning, and more than once.</param>
    public static IEnumerable<LinhaDePlanilha> Ler(Stream arquivo)
    {
        var codificacao = Codificacao(arquivo);
        arquivo.Position = 0;
        using var leitor = CsvReader.Create(arquivo, Opcoes(codificacao), leaveOpen: true);
        foreach (var linha in Linhas(leitor))
        {
            yield return linha;
        }
    }

    private static CsvReaderOptions Opcoes(Encoding? codificacao) => new()
    {
        HasHeader = false,
        SkipEmptyLines = false,
        Encoding = codificacao,
        MaxRecordSize = LinhaMaximo,
        IncludeValuesInExceptions = false,
    };

    private static IEnumerable<LinhaDePlanilha> Linhas(CsvReader leitor)
    {
        for (var numero = 1; HaMais(leitor, numero); numero++)
        {
            var celulas = new string[leitor.FieldCount];
            for (var i = 0; i < celulas.Length; i++)
            {
                celulas[i] = leitor.GetString(i);
            }

            yield return new LinhaDePlanilha(numero, celulas);
        }
    }

    private static bool HaMais(CsvReader leitor, int numero)
    {
        try
        {
            return leitor.Read();
        }
        catch (CsvFormatException erro)
        {
            throw new PlanilhaIlegivelException($"Não entendemos a linha {numero}: confira se há aspas abertas e não fechadas.", erro);
        }
    }

    /// <summary>Null for a mark or UTF-8, which the reader knows.</summary>
    private static Encoding? Codificacao(Stream arquivo)
    {
        var decodificador = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var (bytes, letras) = (new byte[PorVez], new char[PorVez + 2]);
        int lidos;
        var primeiros = true;
        try
        {
            while ((lidos = arquivo.Read(bytes)) > 0)
            {
                if (primeiros && bytes.AsSpan(0, lidos) is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
                {
                    return null;
                }

                if (bytes.AsSpan(0, lidos).Contains((byte)0))
                {
                    throw new PlanilhaIlegivelException("Isto não parece uma planilha. Envie um arquivo CSV ou XLSX.");
                }

                decodificador.GetChars(bytes, 0, lidos, letras, 0, flush: false);
                primeiros = false;
            }

            decodificador.GetChars([], 0, 0, letras, 0, flush: true);
            return null;
        }
        catch (DecoderFallbackException)
        {
            return _doExcel;
        }
    }
}
