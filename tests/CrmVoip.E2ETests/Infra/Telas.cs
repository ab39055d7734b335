using System.Reflection;
using CrmVoip.Data;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.E2ETests.Infra;

/// <summary>Every address of the product that answers a GET, found by the product itself: "/oportunidades/{id:guid}/editar".</summary>
public static class Telas
{
    public static IReadOnlyList<string> Todas { get; } =
    [
        .. (from controller in typeof(CrmDbContext).Assembly.GetTypes().Where(t => typeof(ControllerBase).IsAssignableFrom(t) && !t.IsAbstract)
            from acao in controller.GetMethods()
            from rota in acao.GetCustomAttributes<HttpGetAttribute>()
            select Endereco(controller.GetCustomAttribute<RouteAttribute>()?.Template, rota.Template)).Distinct(),
    ];

    private static string Endereco(string? doController, string? daAcao) => daAcao is ['/', ..]
        ? daAcao
        : "/" + string.Join('/', new[] { doController, daAcao }.Where(parte => !string.IsNullOrEmpty(parte)));
}
