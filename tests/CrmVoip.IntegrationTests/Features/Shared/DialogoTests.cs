using CrmVoip.IntegrationTests.Infra;

namespace CrmVoip.IntegrationTests.Features.Shared;

/// <summary>What is asked for by the dialog changes no address, whatever became of the link meanwhile.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class DialogoTests(AplicacaoFixture app)
{
    [Theory]
    [InlineData("/oportunidades/{id}", "modal", "false")]
    [InlineData("/contatos/criar", "modal", "false")]
    [InlineData("/oportunidades", "conteudo", null)]
    public async Task Answer_to_the_dialog_says_so(string caminho, string alvo, string? esperado)
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        var ana = await organizacao.PessoaAsync();
        var oportunidade = await organizacao.OportunidadeAsync(ana);
        using var cliente = await ana.EntrarAsync();
        using var pedido = new HttpRequestMessage(HttpMethod.Get, organizacao.Base + caminho.Replace("{id}", $"{oportunidade.Id}", StringComparison.Ordinal));
        pedido.Headers.Add("HX-Request", "true");
        pedido.Headers.Add("HX-Target", alvo);

        var resposta = await cliente.Http.SendAsync(pedido);

        Assert.True(resposta.IsSuccessStatusCode);
        Assert.Equal(esperado, resposta.Headers.TryGetValues("HX-Push-Url", out var valores) ? valores.Single() : null);
    }
}
