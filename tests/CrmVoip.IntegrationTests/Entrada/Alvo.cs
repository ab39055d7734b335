using CrmVoip.IntegrationTests.Isolation;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace CrmVoip.IntegrationTests.Entrada;

/// <summary>A route of the product at an address that exists, with what its control sends; bad input is made of it. Consultas: what its action reads from the query.</summary>
public sealed record Alvo(string Nome, string Metodo, string Caminho, CorpoDoPedido? Corpo, IReadOnlyList<string> Consultas)
{
    public bool Insegura => Metodo is not ("GET" or "*");

    /// <summary>All endpoints of the product; of the static files one stands for all.</summary>
    public static async Task<List<Alvo>> TodosAsync(IServiceProvider services, Cenario cenario)
    {
        var alvos = new List<Alvo>();
        foreach (var rota in Rota.Todas(services))
        {
            var controle = Controle.Todos.FirstOrDefault(c => c.Rota == rota.Nome);
            var caminho = rota.Padrao.Contains("{codigo", StringComparison.Ordinal) ? "/erro/404"
                : rota.Caminho(controle is null ? [] : await controle.Valores(cenario));
            alvos.Add(new Alvo(
                rota.Nome,
                rota.Metodo,
                (rota.DaOrganizacao ? cenario.Organizacao.Base : "") + caminho,
                controle?.Corpo(cenario),
                rota.Insegura ? [] : [.. rota.Entradas.SelectMany(Nomes)]));
        }

        var outros = services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.Parameters.Count == 0 && e.Metadata.GetMetadata<Microsoft.AspNetCore.Mvc.Controllers.ControllerActionDescriptor>() is null)
            .GroupBy(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null ? e.RoutePattern.RawText : "static")
            .Select(g => "/" + g.First().RoutePattern.RawText!.TrimStart('/'));
        return [.. alvos, .. outros.Select(caminho => new Alvo($"GET {caminho}", "GET", caminho, null, []))];
    }

    public override string ToString() => Nome;

    private static IEnumerable<string> Nomes(Microsoft.AspNetCore.Mvc.Controllers.ControllerParameterDescriptor entrada) =>
        entrada.ParameterType.Assembly == typeof(Program).Assembly && entrada.ParameterType.IsClass
            ? Rota.CamposDe(entrada.ParameterType).Select(p => p.Name)
            : [entrada.Name];
}
