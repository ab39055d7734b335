using System.Net;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace CrmVoip.IntegrationTests.Isolation;

/// <summary>Every route of the product, found by the product itself.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class RotasTests(AplicacaoFixture app, ITestOutputHelper saida)
{
    [Fact]
    public async Task No_route_of_an_organization_answers_somebody_from_outside()
    {
        var alvo = await app.CriarOrganizacaoAsync();
        var deFora = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        using var cliente = new ClienteDeTeste((await deFora.EntrarAsync()).Http, alvo.Base);
        var rotas = Rotas();
        saida.WriteLine($"{rotas.Count} routes inside organizations.");
        Assert.NotEmpty(rotas);
        foreach (var rota in rotas)
        {
            var resposta = await cliente.PedirAsync(rota, rota.Caminho(), null);
            Assert.True(resposta.StatusCode == HttpStatusCode.NotFound, $"{rota} answered {(int)resposta.StatusCode} to an outsider.");
        }
    }

    [Fact]
    public async Task No_route_of_an_organization_answers_somebody_unknown()
    {
        var alvo = await app.CriarOrganizacaoAsync();
        using var http = app.Cliente();
        foreach (var rota in Rotas())
        {
            using var pedido = new HttpRequestMessage(new HttpMethod(rota.Metodo), alvo.Base + rota.Caminho());
            var resposta = await http.SendAsync(pedido);
            var esperado = rota.Insegura ? HttpStatusCode.Unauthorized : HttpStatusCode.Redirect;
            Assert.True(resposta.StatusCode == esperado, $"{rota} answered {(int)resposta.StatusCode} to nobody.");
        }
    }

    [Fact]
    public void Anonymous_routes_are_the_known_ones()
    {
        const string convite = "conta/convite/{organizacaoId:guid}/{id:guid}/{segredo}";
        string[] conhecidas =
        [
            "/", "conta/entrar", "/erro/{codigo:int:range(400,599)}", "/health/live", "/health/ready", "/ganchos/api4com/{organizacaoId:guid}/{segredo}",
            convite, convite + "/conta", convite + "/enviar", convite + "/sair", "conta/criar", "conta/criar/{id:guid}/{token}", "conta/recuperar",
            "conta/entrar/codigo", "conta/entrar/recuperacao", "conta/entrar/chave", "conta/chave/opcoes", "conta/redefinir/{usuarioId:guid}/{token}",
            "conta/reentrar", "conta/reentrar/codigo", "conta/reentrar/chave",
        ];
        var anonimas = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Where(e => e.Metadata.GetMetadata<Microsoft.AspNetCore.Mvc.Controllers.ControllerActionDescriptor>() is not null
                || e.RoutePattern.RawText!.StartsWith("/health", StringComparison.Ordinal))
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Distinct();
        Assert.Empty(anonimas.Except(conhecidas.Select(c => "/" + c.TrimStart('/'))));
    }

    [Fact]
    public void Every_route_stands_behind_its_walls() => Assert.Empty(FaltasDasRotas.DeMuro(Rota.Todas(app.Services)));

    [Fact]
    public async Task Route_with_a_right_refuses_every_role_that_lacks_it()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        var recusas = 0;
        foreach (var papel in Enum.GetValues<Papel>())
        {
            using var cliente = await (await organizacao.PessoaAsync(papel)).EntrarAsync();
            foreach (var rota in Rotas().Where(r => r.Politicas.Any(p => !Permissoes.Pode(papel, p))))
            {
                var resposta = await cliente.PedirAsync(rota, rota.Caminho(), null);
                Assert.True(resposta.StatusCode == HttpStatusCode.Forbidden, $"{rota} answered {(int)resposta.StatusCode} to a {papel}.");
                recusas++;
            }
        }

        saida.WriteLine($"{Permissoes.Todas.Count} rights, {Rotas().Count(r => r.Politicas.Any())} routes that ask for one, {recusas} refusals.");
        Assert.True(recusas > 0);
    }

    [Fact]
    public async Task No_route_takes_a_write_without_its_antiforgery_token()
    {
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync(Papel.Administrador);
        using var cliente = await pessoa.EntrarAsync();
        var rotas = Rota.Todas(app.Services).Where(r => r is { Insegura: true, SemAntiforgery: false }).ToList();
        foreach (var rota in rotas)
        {
            using var pedido = new HttpRequestMessage(new HttpMethod(rota.Metodo), (rota.DaOrganizacao ? pessoa.Organizacao.Base : "") + rota.Caminho());
            var resposta = await cliente.Http.SendAsync(pedido);
            Assert.True(resposta.StatusCode == HttpStatusCode.BadRequest, $"{rota} answered {(int)resposta.StatusCode} without a token.");
        }

        saida.WriteLine($"{rotas.Count} routes that write refused a request without a token.");
        Assert.NotEmpty(rotas);
    }

    private List<Rota> Rotas() => [.. Rota.Todas(app.Services).Where(r => r.DaOrganizacao)];
}
