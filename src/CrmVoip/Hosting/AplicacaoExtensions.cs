using System.Globalization;
using System.Net;
using CrmVoip.Web;
using CrmVoip.Web.Entrada;
using CrmVoip.Web.Limites;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Localization;

namespace CrmVoip.Hosting;

public static class AplicacaoExtensions
{
    /// <summary>The order is the design: headers on every answer, tenant after the person is known, rights after the tenant.</summary>
    public static void UsarAplicacao(this WebApplication app)
    {
        var ptBr = new CultureInfo("pt-BR");
        app.UseForwardedHeaders();
        app.UsarRegistroDePedidos();
        app.UseSecurityHeaders();
        app.Use(PedidosHead.AplicarAsync);
        app.Use(SemGuardar.AplicarAsync);
        app.Use(Recursos.GuardarAsync);
        app.UsarCompressao();
        app.UseExceptionHandler("/erro/500");
        app.UseStatusCodePagesWithReExecute("/erro/{0}");
        app.UseMiddleware<SemBanco>();
        app.UseMiddleware<BancoParado>();
        app.UseRequestLocalization(new RequestLocalizationOptions
        {
            DefaultRequestCulture = new RequestCulture(ptBr),
            SupportedCultures = [ptBr],
            SupportedUICultures = [ptBr],
            RequestCultureProviders = [],
        });
        app.UseMiddleware<PrefixoDaOrganizacaoMiddleware>();
        app.UseRouting();
        app.Use(QuemPede.AnotarAsync);
        app.UseAuthentication();
        app.UseMiddleware<OrganizacaoMiddleware>();
        app.Use(MarcaDaAplicacao.AplicarAsync);
        app.Use(Semeadura.AplicarAsync);
        app.UseAuthorization();
        app.UseMiddleware<LimitesMiddleware>();
        app.UseMiddleware<EntradaIlegivel>();

        app.MapStaticAssets().AllowAnonymous();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
        app.MapControllers().WithStaticAssets().Add(TabelaDeLimites.Marcar);
    }

    public static void ConfiarNosProxies(this IServiceCollection services, string[] conhecidos)
    {
        var enderecos = conhecidos.Select(proxy => IPAddress.TryParse(proxy, out var endereco)
            ? endereco
            : throw new PartidaRecusadaException($"Crm:ProxiesConhecidos: “{proxy}” is no IP address.")).ToList();
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            enderecos.ForEach(options.KnownProxies.Add);
        });
    }
}
