namespace CrmVoip.Web.Planilhas;

public enum FormatoDaPlanilha
{
    Csv,
    Xlsx,
}

public static class FormatoDaPlanilhaExtensions
{
    public static string Extensao(this FormatoDaPlanilha formato) => formato == FormatoDaPlanilha.Xlsx ? "xlsx" : "csv";

    public static string TipoDeConteudo(this FormatoDaPlanilha formato) => formato == FormatoDaPlanilha.Xlsx
        ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        : "text/csv; charset=utf-8";
}
