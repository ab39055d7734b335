using System.Globalization;
using CrmVoip.Tenancy;
using Serilog;
using Serilog.Events;

namespace CrmVoip.Hosting;

/// <summary>Logging. A request is logged by its route pattern, never its address: a webhook's address holds a secret.</summary>
public static class RegistroExtensions
{
    public static void UsarRegistro(this WebApplicationBuilder builder) =>
        builder.Services.AddSerilog(registro => registro
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            // A key that does not open is refused at the start in one sentence; here it would be a stack trace before it.
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogEventLevel.Fatal)
            .MinimumLevel.Override("System.Net.Http.HttpClient", LogEventLevel.Warning)
            .MinimumLevel.Override("Polly", LogEventLevel.Warning)
            .ReadFrom.Configuration(builder.Configuration)
            .Enrich.FromLogContext()
            .WriteTo.Console(
                outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj} {Organizacao}{NewLine}{Exception}",
                formatProvider: CultureInfo.InvariantCulture));

    public static void UsarRegistroDePedidos(this WebApplication app) =>
        app.UseSerilogRequestLogging(options =>
        {
            options.MessageTemplate = "{RequestMethod} {Rota} → {StatusCode} in {Elapsed:0} ms";
            options.IncludeQueryInRequestPath = false;
            options.EnrichDiagnosticContext = (diagnostico, contexto) =>
            {
                diagnostico.Set("Rota", (contexto.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(sem rota)");
                diagnostico.Set("Organizacao", contexto.RequestServices.GetRequiredService<OrganizacaoAtual>().Id);
                diagnostico.Set("Rastro", contexto.TraceIdentifier);
            };
            options.GetLevel = (contexto, _, erro) => erro is not null || contexto.Response.StatusCode >= 500
                ? LogEventLevel.Error
                : contexto.Request.Path.StartsWithSegments("/health") ? LogEventLevel.Verbose : LogEventLevel.Information;
        });
}
