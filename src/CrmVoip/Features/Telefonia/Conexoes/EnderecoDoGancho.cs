using CrmVoip.Web;

namespace CrmVoip.Features.Telefonia.Conexoes;

/// <summary>Where the provider reports an organization's calls.</summary>
public static class EnderecoDoGancho
{
    /// <summary>The part that names us and the organization; the secret follows. Null when the operator gave no public address.</summary>
    public static Uri? Raiz(OpcoesDoProvedor opcoes, Guid organizacaoId) =>
        opcoes.Endereco($"/ganchos/api4com/{organizacaoId:D}/") is { } raiz ? new Uri(raiz) : null;
}
