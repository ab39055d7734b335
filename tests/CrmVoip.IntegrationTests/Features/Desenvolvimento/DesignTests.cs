using System.Net;
using AngleSharp.Dom;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.UnitTests.Delivery;
using Microsoft.AspNetCore.Mvc.Testing;

namespace CrmVoip.IntegrationTests.Features.Desenvolvimento;

[Collection(AplicacaoFixture.Colecao)]
public sealed class DesignTests(AplicacaoFixture app)
{
    private const string Caminho = "/desenvolvimento/design";

    /// <summary>Classes of the body in layouts that this page does not have.</summary>
    private static readonly string[] _deOutrosLayouts = ["simples"];

    private static readonly string[] _referencias = ["for", "aria-labelledby", "aria-describedby", "aria-controls", "popovertarget"];

    [Theory]
    [InlineData("Development", "false", HttpStatusCode.OK)]
    [InlineData("Production", "true", HttpStatusCode.OK)]
    [InlineData("Production", "false", HttpStatusCode.NotFound)]
    public async Task Page_is_there_in_development_and_in_the_demonstration_only(string ambiente, string demonstracao, HttpStatusCode esperado)
    {
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync(Papel.Administrador);
        await using var instancia = app.OutraInstancia(("environment", ambiente), ("Crm:Demonstracao", demonstracao));
        using var http = instancia.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost") });
        using var cliente = new ClienteDeTeste(http, pessoa.Organizacao.Base);
        await cliente.EntrarAsync(pessoa.Email, PessoaDeTeste.Senha);

        Assert.Equal(esperado, (await cliente.GetAsync(Caminho)).StatusCode);
    }

    [Fact]
    public async Task Every_block_of_the_stylesheets_is_on_the_page()
    {
        var pagina = await PaginaAsync();
        Assert.Empty(Stylesheets.Blocks.Except(_deOutrosLayouts).Where(bloco => !EstaEm(pagina, bloco)));
    }

    [Fact]
    public async Task Every_sample_has_ids_of_its_own_and_no_wire_to_the_phone()
    {
        var pagina = await PaginaAsync();
        var ids = pagina.QuerySelectorAll("[id]").Select(e => e.Id!).ToList();
        Assert.Empty(ids.GroupBy(id => id).Where(g => g.Count() > 1).Select(g => g.Key));
        foreach (var referencia in _referencias)
        {
            var citados = pagina.QuerySelectorAll($".amostra [{referencia}]").SelectMany(e => e.GetAttribute(referencia)!.Split(' '));
            Assert.Empty(citados.Except(ids).Select(id => $"{referencia}={id}"));
        }

        Assert.Empty(pagina.QuerySelectorAll(".amostra [data-ligar]"));
        Assert.Empty(pagina.QuerySelectorAll(".amostra__tema:not([hx-disable])"));
        Assert.NotEmpty(pagina.QuerySelectorAll(".amostra__tema[data-tema=escuro] .telefone"));
    }

    private static bool EstaEm(IParentNode pagina, string bloco) =>
        pagina.QuerySelector($".{bloco}, [class*='{bloco}__'], [class*='{bloco}--']") is not null;

    private async Task<IParentNode> PaginaAsync()
    {
        using var cliente = await (await (await app.CriarOrganizacaoAsync()).PessoaAsync(Papel.Administrador)).EntrarAsync();
        return await cliente.PaginaAsync(Caminho);
    }
}
