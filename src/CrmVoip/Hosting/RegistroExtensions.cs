using System.Globalization;
using Serilog;
using Serilog.Configuration;
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
        builder.Services.AddExceptionHandler<ErroNoPedido>();
        builder.Services.AddHostedService<LinhasDeVida>();
        builder.Services.AddSerilog(
            (services, registro) =>
            {
                registro
                    .MinimumLevel.Information()
                    .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
                    // Each of these tells with a stack trace what is also told by whoever it is thrown to: the line of the request,
                    // the line of the work, the sentence of a refused start. Those of EF Core are left out where it is set up (Data/DataExtensions).
                    .MinimumLevel.Override("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogEventLevel.Fatal)
                    .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection.KeyManagement.KeyRingProvider", LogEventLevel.Fatal)
                    .MinimumLevel.Override("Microsoft.Extensions.Diagnostics.HealthChecks", LogEventLevel.Fatal)
                    // A key that does not open is refused at the start in one sentence; here it would be a stack trace before it.
                    .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogEventLevel.Fatal)
                    // A token that a caller made up is no failure of ours, nor one with a stack trace.
                    .MinimumLevel.Override("Microsoft.AspNetCore.Antiforgery", LogEventLevel.Fatal)
                    .MinimumLevel.Override("System.Net.Http.HttpClient", LogEventLevel.Warning)
                    .MinimumLevel.Override("Polly", LogEventLevel.Warning)
                    .ReadFrom.Configuration(builder.Configuration)
                    .Enrich.FromLogContext()
                    .Enrich.With(new QuemPede(services.GetRequiredService<IHttpContextAccessor>()))
                    .Filter.ByExcluding(EscreveEnderecos)
                    .Filter.ByExcluding(Repete)
                    // Said in one sentence where the product ends, not as the stack traces of who could not start.
                    .Filter.ByExcluding(evento => RecusasDePartida.Frase(evento.Exception) is not null);
                registro.WriteTo.Sink(LoggerSinkConfiguration.Wrap(
                    destino => new SemConteudo(destino),
                    destinos => destinos.Logger(destino => Destinos(destino.MinimumLevel.Verbose().ReadFrom.Services(services), emJson))));
            },
            preserveStaticLogger: true);
    }

    private static void Destinos(LoggerConfiguration destino, bool emJson) => _ = emJson
        ? destino.WriteTo.Console(new RenderedCompactJsonFormatter())
        : destino.WriteTo.Console(outputTemplate: Linha, formatProvider: CultureInfo.InvariantCulture);

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
        && Origem(evento) is { } nome
        && (nome.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) || nome.StartsWith("System.Net.Http.", StringComparison.Ordinal));

    // The server, of a request whose line has it already; the host, of a start that ends with a sentence or with the exception itself.
    private static bool Repete(LogEvent evento) =>
        evento.Exception is not null
        && (Origem(evento), Nome(evento)) is ("Microsoft.AspNetCore.Server.Kestrel", "ApplicationError") or ("Microsoft.Extensions.Hosting.Internal.Host", "HostedServiceStartupFaulted");

    private static string? Nome(LogEvent evento) =>
        evento.Properties.GetValueOrDefault("EventId") is StructureValue id
        && id.Properties.FirstOrDefault(p => p.Name == "Name")?.Value is ScalarValue { Value: string nome } ? nome : null;

    private static string? Origem(LogEvent evento) =>
        evento.Properties.GetValueOrDefault(Constants.SourceContextPropertyName) is ScalarValue { Value: string nome } ? nome : null;
}
