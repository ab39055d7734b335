using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;

namespace CrmVoip.Web.Planilhas;

/// <summary>
/// Reads the first sheet of a workbook that has rows. Of a formula, the value that was kept with it: nothing is computed. An
/// archive that grows beyond measure when it is opened is refused before it is.
/// </summary>
public static class LeitorDeXlsx
{
    private const long AbertaMaximo = 200L * 1024 * 1024;

    /// <summary>Of what is kept in memory whole.</summary>
    private const long TextosMaximo = 60L * 1024 * 1024;

    private const int ArquivosMaximo = 2_000;
    private const int LinhasDaFolha = 1_048_576;
    private const string Ilegivel = "Não conseguimos abrir esta planilha. Salve-a de novo como XLSX ou CSV e tente outra vez.";

    /// <summary>What a workbook begins with, as every archive does.</summary>
    public static bool Parece(ReadOnlySpan<byte> comeco) => comeco is [(byte)'P', (byte)'K', 3, 4, ..];

    /// <summary>Of Excel before 2007, or one with a password.</summary>
    public static bool PareceAntiga(ReadOnlySpan<byte> comeco) => comeco is [0xD0, 0xCF, 0x11, 0xE0, ..];

    /// <param name="arquivo">From its beginning, and more than once.</param>
    public static IEnumerable<LinhaDePlanilha> Ler(Stream arquivo)
    {
        Tentar(() => Medir(arquivo));
        arquivo.Position = 0;
        // Without the encodings of old workbooks the library does not even start.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var leitor = Tentar(() => ExcelReaderFactory.CreateOpenXmlReader(arquivo, new ExcelReaderConfiguration { LeaveOpen = true }));
        while (Tentar(() => leitor.RowCount == 0 && leitor.NextResult()))
        {
        }

        for (var numero = 1; numero <= LinhasDaFolha && Tentar(leitor.Read); numero++)
        {
            yield return new LinhaDePlanilha(numero, [.. Enumerable.Range(0, leitor.FieldCount).Select(i => Texto(leitor.GetValue(i)))]);
        }
    }

    // What an archive says of its size is not believed.
    private static bool Medir(Stream arquivo)
    {
        arquivo.Position = 0;
        using var zip = new ZipArchive(arquivo, ZipArchiveMode.Read, leaveOpen: true);
        if (zip.Entries.Count > ArquivosMaximo)
        {
            throw new PlanilhaIlegivelException(Ilegivel);
        }

        var bytes = new byte[64 * 1024];
        var total = 0L;
        foreach (var entrada in zip.Entries)
        {
            var folha = entrada.FullName.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase);
            var desta = 0L;
            using var conteudo = entrada.Open();
            for (int lidos; (lidos = conteudo.Read(bytes)) > 0;)
            {
                (desta, total) = (desta + lidos, total + lidos);
                if (total > AbertaMaximo || (!folha && desta > TextosMaximo))
                {
                    throw new PlanilhaIlegivelException("Esta planilha é grande demais depois de aberta. Divida em arquivos menores, ou salve como CSV.");
                }
            }
        }

        return true;
    }

    // It is somebody else's file and may break anywhere: what breaks is told to its sender.
    private static T Tentar<T>(Func<T> ler)
    {
        try
        {
            return ler();
        }
        catch (Exception erro) when (erro is not PlanilhaIlegivelException)
        {
            throw new PlanilhaIlegivelException(Ilegivel, erro);
        }
    }

    private static string Texto(object? valor) => valor switch
    {
        null => "",
        string texto => texto,
        double numero => numero.ToString("0.##########", CultureInfo.InvariantCulture),
        DateTime dia when dia.TimeOfDay == TimeSpan.Zero => dia.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        DateTime momento => momento.ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture),
        bool sim => sim ? "Sim" : "Não",
        _ => Convert.ToString(valor, CultureInfo.InvariantCulture) ?? "",
    };
}
