using System.Globalization;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace CrmVoip.Hosting;

/// <summary>Logging. A request is logged by its route pattern, never its address: a webhook's address holds a secret.</summary>
public static class RegistroExtensions
{
    private const string Linha = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj} {Organizacao} {Rastro}{NewLine}{Exception}";

    public static void UsarRegistro(this WebApplicationBuilder builder)
    {
        var emJson = builder.Configuration.OpcoesDoCrm().Registro switch
        {
            FormatoDoRegistro.Json => true,
            FormatoDoRegistro.Texto => false,
            _ => builder.Environment.IsProduction(),
        };
        builder.Services.AddSerilog(
            (services, registro) =>
            {
                registro
                    .MinimumLevel.Information()
                    .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
                    // A key that does not open is refused at the start in one sentence; here it would be a stack trace before it.
                    .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogEventLevel.Fatal)
                    .MinimumLevel.Override("System.Net.Http.HttpClient", LogEventLevel.Warning)
                    .MinimumLevel.Override("Polly", LogEventLevel.Warning)
                    .ReadFrom.Configuration(builder.Configuration)
                    .ReadFrom.Services(services)
                    .Enrich.FromLogContext()
                    .Enrich.With(new QuemPede(services.GetRequiredService<IHttpContextAccessor>()))
                    .Filter.ByExcluding(EscreveEnderecos);
                _ = emJson
                    ? registro.WriteTo.Console(new RenderedCompactJsonFormatter())
                    : registro.WriteTo.Console(outputTemplate: Linha, formatProvider: CultureInfo.InvariantCulture);
            },
            preserveStaticLogger: true);
    }

    public static void UsarRegistroDePedidos(this WebApplication app) =>
        app.UseSerilogRequestLogging(options =>
        {
            options.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
            options.MessageTemplate = "{RequestMethod:l} {Rota:l} → {StatusCode} in {Elapsed:0} ms";
            options.GetMessageTemplateProperties = (contexto, _, milissegundos, status) =>
            [
                new LogEventProperty("RequestMethod", new ScalarValue(contexto.Request.Method)),
                new LogEventProperty("Rota", new ScalarValue(QuemPede.Rota(contexto) ?? "(sem rota)")),
                new LogEventProperty("StatusCode", new ScalarValue(status)),
                new LogEventProperty("Elapsed", new ScalarValue(milissegundos)),
            ];
            options.GetLevel = (contexto, _, erro) => erro is not null || contexto.Response.StatusCode >= 500
                ? LogEventLevel.Error
                : contexto.Request.Path.StartsWithSegments("/health") ? LogEventLevel.Verbose : LogEventLevel.Information;
        });

    // Below Warning the framework writes addresses, whatever level the operator asks for.
    private static bool EscreveEnderecos(LogEvent evento) =>
        evento.Level < LogEventLevel.Warning
        && evento.Properties.TryGetValue(Constants.SourceContextPropertyName, out var origem)
        && origem is ScalarValue { Value: string nome }
        && (nome.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) || nome.StartsWith("System.Net.Http.", StringComparison.Ordinal));
}
