using CrmVoip.Features.Vendas.Busca;
using CrmVoip.Web;

namespace CrmVoip.Features.Vendas.Contatos;

public enum OrdemDosContatos
{
    Nome,
    Novos,
}

/// <summary>Which contacts the list shows, and in what order. It lives in the address.</summary>
public sealed record FiltroDosContatos
{
    public string? Texto { get; init; }

    public OrdemDosContatos Ordem { get; init; }

    /// <summary>The contact that the page before ended with. Its id, for an address tells nobody's name.</summary>
    public Guid? Depois { get; init; }

    public string? TextoLimpo => TextoDeBusca.Limpar(Texto) is { Length: > 0 } limpo ? limpo : null;

    public Pesquisa? Pesquisa => TextoLimpo is { } texto && new Pesquisa(texto) is { Vazia: false } pesquisa ? pesquisa : null;

    public string Consulta(Guid? depois = null) => QueryString.Create(
        new Dictionary<string, string?>
        {
            ["texto"] = TextoLimpo,
            ["ordem"] = Ordem == OrdemDosContatos.Nome ? null : "novos",
            ["depois"] = depois?.ToString(),
        }.Where(p => p.Value is not null)).ToString();
}
