using CrmVoip.Domain.Importacoes;
using CrmVoip.Text;
using CrmVoip.Web.Planilhas;

namespace CrmVoip.Features.Vendas.Importacoes;

/// <summary>What somebody sent to be imported: a file, or rows that were pasted. What it is, its first bytes say.</summary>
public sealed record ArquivoRecebido(string Nome, OrigemDaImportacao Origem, Func<IEnumerable<LinhaDePlanilha>> Ler)
{
    public const long Maximo = 20L * 1024 * 1024;

    public static ArquivoRecebido DeTexto(string texto) => new("Linhas coladas", OrigemDaImportacao.Texto, () => LeitorDeCsv.Ler(texto));

    /// <exception cref="PlanilhaIlegivelException">It is neither CSV nor XLSX.</exception>
    public static ArquivoRecebido DeArquivo(string nome, Stream conteudo)
    {
        Span<byte> comeco = stackalloc byte[4];
        var lidos = conteudo.ReadAtLeast(comeco, comeco.Length, throwOnEndOfStream: false);
        conteudo.Position = 0;
        if (LeitorDeXlsx.PareceAntiga(comeco[..lidos]))
        {
            throw new PlanilhaIlegivelException("Esta planilha é de uma versão antiga do Excel ou tem senha. Salve como XLSX, sem senha, ou como CSV.");
        }

        var curto = Path.GetFileName(nome).Cortado(Importacao.NomeMaximo);
        return LeitorDeXlsx.Parece(comeco[..lidos])
            ? new ArquivoRecebido(curto, OrigemDaImportacao.Xlsx, () => LeitorDeXlsx.Ler(conteudo))
            : new ArquivoRecebido(curto, OrigemDaImportacao.Csv, () => LeitorDeCsv.Ler(conteudo));
    }

    /// <summary>Its rows that have something in them, without the empty cells at their ends.</summary>
    public IEnumerable<LinhaDePlanilha> Linhas()
    {
        var quantas = 0;
        foreach (var linha in Ler())
        {
            var celulas = Limpas(linha);
            if (celulas.Length == 0)
            {
                continue;
            }

            if (++quantas > Importacao.LinhasMaximo + 1)
            {
                throw new PlanilhaIlegivelException("São mais de 100.000 linhas. Divida em arquivos menores.");
            }

            yield return linha with { Celulas = celulas };
        }
    }

    private static string[] Limpas(LinhaDePlanilha linha)
    {
        string[] celulas = [.. linha.Celulas.Select(c => c.Replace("\0", "", StringComparison.Ordinal).Trim())];
        var cheias = Array.FindLastIndex(celulas, c => c.Length > 0) + 1;
        if (cheias > Importacao.ColunasMaximo)
        {
            throw new PlanilhaIlegivelException($"A linha {linha.Numero} tem mais de {Importacao.ColunasMaximo} colunas. Deixe só as que quer importar.");
        }

        return Array.Exists(celulas, c => c.Length > Importacao.CelulaMaximo)
            ? throw new PlanilhaIlegivelException($"A linha {linha.Numero} tem uma célula com mais de 4.000 caracteres. Confira se há aspas abertas e não fechadas.")
            : celulas[..cheias];
    }
}
