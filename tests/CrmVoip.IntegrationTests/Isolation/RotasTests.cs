using System.Net;
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
        foreach (var (metodo, caminho) in rotas)
        {
            var resposta = metodo == "GET" ? await cliente.GetAsync(caminho) : await cliente.EnviarAsync(new HttpMethod(metodo), caminho, new { });
            Assert.True(resposta.StatusCode == HttpStatusCode.NotFound, $"{metodo} {caminho} answered {(int)resposta.StatusCode} to an outsider.");
        }
    }

    [Fact]
    public async Task No_route_of_an_organization_answers_somebody_unknown()
    {
        var alvo = await app.CriarOrganizacaoAsync();
        using var http = app.Cliente();
        foreach (var (metodo, caminho) in Rotas())
        {
            using var pedido = new HttpRequestMessage(new HttpMethod(metodo), alvo.Base + caminho);
            var resposta = await http.SendAsync(pedido);
            var esperado = metodo == "GET" ? HttpStatusCode.Redirect : HttpStatusCode.Unauthorized;
            Assert.True(resposta.StatusCode == esperado, $"{metodo} {caminho} answered {(int)resposta.StatusCode} to nobody.");
        }
    }

    [Fact]
    public void Anonymous_routes_are_the_known_ones()
    {
        string[] conhecidas = ["/", "conta/entrar", "conta/criar", "conta/recuperar", "conta/redefinir/{usuarioId:guid}/{token}", "/erro/{codigo:int:range(400,599)}", "/health/live", "/health/ready", "/ganchos/api4com/{organizacaoId:guid}/{segredo}"];
        var anonimas = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Where(e => e.Metadata.GetMetadata<Microsoft.AspNetCore.Mvc.Controllers.ControllerActionDescriptor>() is not null
                || e.RoutePattern.RawText!.StartsWith("/health", StringComparison.Ordinal))
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Distinct();
        Assert.Empty(anonimas.Except(conhecidas.Select(c => "/" + c.TrimStart('/'))));
    }

    private List<(string Metodo, string Caminho)> Rotas() =>
        [
            .. from rota in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
               where rota.Metadata.GetMetadata<DaOrganizacaoAttribute>() is not null
               from metodo in rota.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
               select (metodo, "/" + Preencher(rota.RoutePattern)),
        ];

    private static string Preencher(Microsoft.AspNetCore.Routing.Patterns.RoutePattern padrao) =>
        string.Join('/', padrao.PathSegments.Select(segmento => string.Concat(segmento.Parts.Select(parte => parte switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            _ => Guid.NewGuid().ToString(),
        }))));
}
