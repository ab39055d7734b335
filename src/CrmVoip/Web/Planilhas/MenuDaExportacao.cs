namespace CrmVoip.Web.Planilhas;

/// <summary>The menu in the header of a list, for who may export it: Lista is what its rows are called, Endereco where the file is.</summary>
public sealed record MenuDaExportacao(string Lista, string Endereco, QueryString Filtro)
{
    /// <summary>Where there is no room for its name.</summary>
    public bool SoIcone { get; init; }

    public string Arquivo(FormatoDaPlanilha formato) => Endereco + Filtro.Add("formato", formato.Extensao());
}
