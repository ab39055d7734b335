using CrmVoip.Api4Com;
using CrmVoip.Api4Com.Network;

namespace CrmVoip.Features.Telefonia.Gravacoes;

/// <summary>Which addresses a recording may be fetched from: the provider's own hosts, or the one the organization is connected to.</summary>
public sealed class EnderecoDaGravacao(AddressGuard guarda)
{
    private const string Familia = ".api4com.com";

    public bool Permite(Uri endereco, string? baseUrl) =>
        guarda.AllowsUrl(endereco) && (DaFamilia(endereco) || DaConexao(endereco, baseUrl));

    private static bool DaFamilia(Uri endereco) =>
        endereco.Scheme == Uri.UriSchemeHttps && $".{endereco.IdnHost}".EndsWith(Familia, StringComparison.OrdinalIgnoreCase);

    private static bool DaConexao(Uri endereco, string? baseUrl) =>
        Api4ComAccount.TryReadBaseUrl(baseUrl, out var conexao)
        && (endereco.Scheme, endereco.IdnHost, endereco.Port) == (conexao.Scheme, conexao.IdnHost, conexao.Port);
}
