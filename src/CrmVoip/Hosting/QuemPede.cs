using CrmVoip.Tenancy;
using Serilog.Core;
using Serilog.Events;

namespace CrmVoip.Hosting;

/// <summary>
/// Every line written during a request names its organization, person and trace, and not its address, which the framework
/// attaches to each of them.
/// </summary>
public sealed class QuemPede(IHttpContextAccessor acesso) : ILogEventEnricher
{
    private static readonly object _rota = new();

    public static string? Rota(HttpContext contexto) => contexto.Items[_rota] as string;

    /// <summary>Right after routing. The error pages run the pipeline again: what was first asked for stands.</summary>
    public static Task AnotarAsync(HttpContext contexto, RequestDelegate next)
    {
        contexto.Items.TryAdd(_rota, (contexto.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText);
        contexto.Items.TryAdd(typeof(OrganizacaoAtual), contexto.RequestServices.GetRequiredService<OrganizacaoAtual>());
        return next(contexto);
    }

    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        logEvent.RemovePropertyIfPresent("RequestPath");
        if (acesso.HttpContext is not { } contexto)
        {
            return;
        }

        logEvent.AddPropertyIfAbsent(new LogEventProperty("Rastro", new ScalarValue(contexto.TraceIdentifier)));
        if (contexto.Items[typeof(OrganizacaoAtual)] is OrganizacaoAtual atual)
        {
            Acrescentar(logEvent, "Organizacao", atual.Id);
            Acrescentar(logEvent, "Pessoa", atual.UsuarioId);
        }
    }

    private static void Acrescentar(LogEvent evento, string nome, Guid? valor)
    {
        if (valor is not null)
        {
            evento.AddPropertyIfAbsent(new LogEventProperty(nome, new ScalarValue(valor)));
        }
    }
}
