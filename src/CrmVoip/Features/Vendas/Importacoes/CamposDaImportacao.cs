using CrmVoip.Domain.Importacoes;

namespace CrmVoip.Features.Vendas.Importacoes;

public static class CamposDaImportacao
{
    /// <summary>As people read them.</summary>
    public static string Nome(CampoDaImportacao campo) => campo switch
    {
        CampoDaImportacao.Nenhum => "Não importar",
        CampoDaImportacao.Email => "E-mail",
        _ => campo.ToString(),
    };

    /// <summary>Of names as they are stored; one of a newer version is none.</summary>
    public static IReadOnlyList<CampoDaImportacao> De(IEnumerable<string> nomes) =>
        [.. nomes.Select(n => Enum.TryParse<CampoDaImportacao>(n, out var campo) ? campo : CampoDaImportacao.Nenhum)];
}
