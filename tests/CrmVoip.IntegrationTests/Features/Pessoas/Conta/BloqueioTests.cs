using System.Net;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Pessoas.Conta;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.Web.Limites;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmVoip.IntegrationTests.Features.Pessoas.Conta;

/// <summary>What stands between a guesser and an account.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class BloqueioTests(AplicacaoFixture app)
{
    [Fact]
    public async Task Tenth_wrong_password_locks_the_account_says_for_how_long_and_is_recorded_once()
    {
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        using var http = app.Cliente();
        var visitante = new Visitante(http);
        await visitante.AbrirAsync("/conta/entrar");
        for (var vez = 1; vez < SenhasErradas.DoLugar; vez++)
        {
            await EntrarAsync(visitante, pessoa.Email, "errada");
            Assert.Equal("E-mail ou senha não conferem.", Erro(visitante));
        }

        await EntrarAsync(visitante, pessoa.Email, "errada");
        Assert.Matches("Tente de novo em [45] minutos", Erro(visitante));
        var certa = await EntrarAsync(visitante, pessoa.Email, PessoaDeTeste.Senha);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, certa.StatusCode);
        Assert.Matches("Tente de novo em [45] minutos", Erro(visitante));
        var acoes = await AcoesDeAsync(pessoa.Id);
        Assert.Single(acoes, a => a == Acoes.Conta.Bloqueada);
        Assert.Equal(SenhasErradas.DoLugar, acoes.Count(a => a == Acoes.Conta.Recusada));
        Assert.DoesNotContain(Acoes.Conta.Entrou, acoes);
    }

    [Fact]
    public async Task Every_form_of_an_account_that_nobody_need_sign_in_for_is_limited()
    {
        var semLimite = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<ControllerActionDescriptor>()?.ControllerTypeInfo.Namespace == typeof(ContaController).Namespace)
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains("POST"))
            .Where(e => e.Metadata.GetMetadata<LimitesDaRota>()?.Limites.Any(l => l.DeEntrada) != true)
            .Select(e => e.RoutePattern.RawText);
        Assert.Empty(semLimite);

        await using var instancia = app.OutraInstancia(("Crm:EntradasPorMinuto", "3"));
        using var http = instancia.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        http.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.61");
        var visitante = new Visitante(http);
        await visitante.AbrirAsync("/conta/criar");
        for (var vez = 0; vez < 3; vez++)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitante.EnviarAsync("Criar organização")).StatusCode);
        }

        var demais = await visitante.ApertarAsync("Criar organização");
        Assert.Equal(HttpStatusCode.TooManyRequests, demais.StatusCode);
        Assert.Contains("Espere um minuto", visitante.Texto, StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> EntrarAsync(Visitante visitante, string email, string senha) =>
        visitante.ApertarAsync("Entrar", ("Email", email), ("Senha", senha));

    private static string Erro(Visitante visitante) => visitante.Pagina.QuerySelector("#Senha-erro")!.TextContent;

    private async Task<List<string>> AcoesDeAsync(Guid usuarioId)
    {
        await using var escopo = app.Services.CreateAsyncScope();
        return await escopo.ServiceProvider.GetRequiredService<ContasDbContext>().EventosDeConta
            .Where(e => e.UsuarioId == usuarioId).Select(e => e.Acao).ToListAsync();
    }
}
