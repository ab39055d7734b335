using System.Reflection;
using CrmVoip.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace CrmVoip.IntegrationTests.Isolation;

/// <summary>One action of the product with one method, found by the product itself.</summary>
public sealed record Rota(RouteEndpoint Endpoint, ControllerActionDescriptor Acao, string Metodo)
{
    public string Padrao => "/" + Endpoint.RoutePattern.RawText!.TrimStart('/');

    /// <summary>"POST /oportunidades/{id:guid}/editar": how the registry and the failures name it.</summary>
    public string Nome => $"{Metodo} {Padrao}";

    public bool DaOrganizacao => Tem<DaOrganizacaoAttribute>();

    public bool Anonima => Tem<IAllowAnonymous>();

    public bool Insegura => Metodo is not ("GET" or "HEAD" or "OPTIONS");

    public bool ComId => Endpoint.RoutePattern.Parameters.Count > 0;

    public bool SemAntiforgery => Acao.FilterDescriptors.Any(f => f.Filter is IgnoreAntiforgeryTokenAttribute);

    public bool PrecisaDeControle => ComId || Insegura || CamposDeId.Any();

    public IEnumerable<string> Politicas => Endpoint.Metadata.OfType<IAuthorizeData>().Select(a => a.Policy).OfType<string>();

    /// <summary>What the action takes from a form or a JSON body: never the route, services or the cancellation.</summary>
    public IEnumerable<ControllerParameterDescriptor> Entradas => Acao.Parameters.OfType<ControllerParameterDescriptor>()
        .Where(p => p.ParameterType != typeof(CancellationToken))
        .Where(p => p.BindingInfo?.BindingSource is not { } de || de == BindingSource.Body || de == BindingSource.Form || de == BindingSource.Query)
        .Where(p => Endpoint.RoutePattern.GetParameter(p.Name) is null);

    public ControllerParameterDescriptor? Corpo => Entradas.FirstOrDefault(p => p.BindingInfo?.BindingSource == BindingSource.Body);

    /// <summary>The action does without a body.</summary>
    public bool CorpoOpcional => Corpo?.BindingInfo?.EmptyBodyBehavior == EmptyBodyBehavior.Allow;

    /// <summary>Fields of its forms and bodies that take an id: "ContatoId", "Eventos.Id".</summary>
    public IEnumerable<string> CamposDeId =>
        Entradas.SelectMany(p => CamposDe(p.ParameterType, EhId(p.ParameterType) ? p.Name : ""));

    public static List<Rota> Todas(IServiceProvider services) =>
        [
            .. from endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
               let acao = endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()
               where acao is not null
               from metodo in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["*"]
               select new Rota(endpoint, acao, metodo),
        ];

    /// <summary>What a form or body sets: not what its type reckons, nor what comes from elsewhere than the person.</summary>
    public static IEnumerable<PropertyInfo> CamposDe(Type tipo) => tipo.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.SetMethod is { IsPublic: true })
        .Where(p => !p.GetCustomAttributes().Any(a => a is BindNeverAttribute || (a is IBindingSourceMetadata de && de.BindingSource != BindingSource.Form)));

    /// <summary>The address with these values in the places of its parameters, in order.</summary>
    public string Caminho(params object[] valores)
    {
        var resto = new Queue<object>(valores);
        return "/" + string.Join('/', Endpoint.RoutePattern.PathSegments.Select(segmento => string.Concat(segmento.Parts.Select(parte => parte switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separador => separador.Content,
            RoutePatternParameterPart parametro => Uri.EscapeDataString((resto.Count > 0 ? resto.Dequeue() : Qualquer(parametro)).ToString()!),
            _ => "",
        }))));
    }

    public override string ToString() => Nome;

    private static object Qualquer(RoutePatternParameterPart parametro) =>
        parametro.ParameterPolicies.Any(p => p.Content == "guid") ? Guid.NewGuid() : "qualquer";

    private bool Tem<T>()
        where T : class => Endpoint.Metadata.GetMetadata<T>() is not null;

    private static IEnumerable<string> CamposDe(Type tipo, string nome) => tipo switch
    {
        _ when EhId(tipo) => [nome],
        _ when ItemDe(tipo) is { } item => CamposDe(item, nome),
        { IsClass: true } when tipo.Assembly == typeof(Program).Assembly =>
            CamposDe(tipo)
                .SelectMany(p => CamposDe(p.PropertyType, nome.Length == 0 ? p.Name : $"{nome}.{p.Name}")),
        _ => [],
    };

    private static bool EhId(Type tipo) => (Nullable.GetUnderlyingType(tipo) ?? tipo) == typeof(Guid);

    private static Type? ItemDe(Type tipo) => tipo == typeof(string)
        ? null
        : tipo.GetInterfaces().Append(tipo).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];
}
