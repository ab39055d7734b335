using System.Text.RegularExpressions;
using CrmVoip.E2ETests.Infra;
using CrmVoip.E2ETests.Pages;

namespace CrmVoip.E2ETests.Journeys;

public sealed partial class AssetTests(Ambiente ambiente) : Jornada(ambiente)
{
    [Fact]
    public Task Every_asset_of_the_published_board_is_there_and_may_be_kept_forever() => ComProvasAsync(async () =>
    {
        var (sessao, _) = await EntrarAsync(Pessoa.Ana);
        var enderecos = Recurso().Matches(await sessao.Pagina.ContentAsync()).Select(m => m.Value).Distinct().ToArray();
        Assert.True(enderecos.Length >= 4, string.Join(' ', enderecos));

        foreach (var endereco in enderecos)
        {
            var resposta = await sessao.Contexto.APIRequest.GetAsync(endereco);
            Assert.True(resposta.Ok, $"{endereco}: {resposta.Status}");
            Assert.Contains("immutable", resposta.Headers["cache-control"], StringComparison.Ordinal);
        }
    });

    [GeneratedRegex("""/(dist|icons|img)/[^"#\s]+""")]
    private static partial Regex Recurso();
}
