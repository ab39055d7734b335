using CrmVoip.Data;
using CrmVoip.Tenancy;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace CrmVoip.Web;

/// <summary>
/// What every page needs to know of the organization's connection: the WebSocket origin its phone may reach, and since when
/// it is broken. Asked once a minute per organization, and again by every instance as soon as the connection changed.
/// </summary>
public sealed class SituacaoDaConexao(IMemoryCache cache, IOptions<OpcoesDoProvedor> opcoes)
{
    private static readonly TimeSpan _validade = TimeSpan.FromMinutes(1);

    /// <summary>
    /// That there is no phone is not remembered: an instance of the version before may have connected it since, and a page
    /// without its origin cannot reach it.
    /// </summary>
    public async Task<ConexaoDaPagina> ObterAsync(OrganizacaoAtual atual, Func<Task<ConexaoResumida?>> ler)
    {
        if (cache.TryGetValue(Chave(atual.Exigido), out ConexaoDaPagina? lembrada))
        {
            return lembrada!;
        }

        var resumo = await ler();
        var pagina = new ConexaoDaPagina(opcoes.Value.Copia ? null : Origem(resumo?.WssUrl), resumo?.ErroDesde);
        return pagina.OrigemDoTelefone is null ? pagina : cache.Set(Chave(atual.Exigido), pagina, _validade);
    }

    /// <summary>Scheme, host and port only: anything else in the setting would be header injection.</summary>
    public static string? Origem(string? wssUrl) =>
        Uri.TryCreate(wssUrl, UriKind.Absolute, out var uri) && uri.Scheme is "wss" or "ws"
            ? $"{uri.Scheme}://{uri.IdnHost}:{uri.Port}"
            : null;

    private static (string, Guid, DateTimeOffset?) Chave(Vinculo vinculo) => ("situacao-da-conexao", vinculo.OrganizacaoId, vinculo.ConexaoMudouEm);
}

/// <summary>ErroDesde is null while the connection works, or there is none.</summary>
public sealed record ConexaoDaPagina(string? OrigemDoTelefone, DateTimeOffset? ErroDesde)
{
    public static ConexaoDaPagina? De(HttpContext contexto) => contexto.Items[typeof(ConexaoDaPagina)] as ConexaoDaPagina;

    public void Lembrar(HttpContext contexto) => contexto.Items[typeof(ConexaoDaPagina)] = this;
}
