using System.Net;
using CrmVoip.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace CrmVoip.IntegrationTests.Infra;

/// <summary>A request comes from the address that its client names: the test server has no wire.</summary>
public sealed class EnderecoDeTeste : IStartupFilter
{
    public const string Cabecalho = "X-Teste-Endereco";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((contexto, seguinte) =>
        {
            contexto.Connection.RemoteIpAddress = IPAddress.TryParse(contexto.Request.Headers[Cabecalho].ToString(), out var ip) ? ip : null;
            return seguinte(contexto);
        });
        next(app);
    };
}

public static class NavegadorDeTeste
{
    public static WebApplicationFactory<CrmDbContext> ComEnderecos(this WebApplicationFactory<CrmDbContext> instancia) =>
        instancia.Com(s => s.AddTransient<IStartupFilter, EnderecoDeTeste>());

    public static WebApplicationFactory<CrmDbContext> Com(this WebApplicationFactory<CrmDbContext> instancia, Action<IServiceCollection> servicos) =>
        instancia.WithWebHostBuilder(b => b.ConfigureTestServices(servicos));

    /// <summary>A browser with these cookies, which it may share with one at another instance, at this address.</summary>
    public static HttpClient Navegador(this WebApplicationFactory<CrmDbContext> instancia, CookieContainer? cookies = null, string? endereco = null)
    {
        var http = instancia.CreateDefaultClient(new CookieContainerHandler(cookies ?? new CookieContainer()));
        if (endereco is not null)
        {
            http.DefaultRequestHeaders.Add(EnderecoDeTeste.Cabecalho, endereco);
        }

        return http;
    }

    /// <summary>What somebody has who copied the cookies.</summary>
    public static CookieContainer Copia(this CookieContainer cookies)
    {
        var copia = new CookieContainer();
        copia.Add(cookies.GetAllCookies());
        return copia;
    }
}
