using System.Text.Json.Nodes;
using CrmVoip.Simulador.Ligacoes;

namespace CrmVoip.Simulador.Rest;

public static class CallsEndpoints
{
    private const int ItemsPerPage = 50;

    public static void MapCalls(this RouteGroupBuilder api) => api.MapGet("/calls", (
        HttpContext http, int? page, string? filter, Historico historico, CallRow row, RequestPace pace) =>
    {
        var credencial = http.Credencial();
        if (!pace.Allows(credencial.Token))
        {
            http.Response.Headers.RetryAfter = "1";
            return LoopBackError.TooManyRequests;
        }

        if (LoopBackFilter.Parse(filter) is not { } parsed)
        {
            return LoopBackError.BadRequest("The filter is not valid JSON");
        }

        var baseUrl = row.BaseUrl(http.Request);
        var newestFirst = historico.DoDominio(credencial.Conta.Dominio).OrderByDescending(registro => registro.Inicio);
        return Results.Ok(Page(parsed.Apply(newestFirst.Select(registro => row.Create(registro, baseUrl))), parsed.Limit, page ?? 1));
    });

    private static object Page(IReadOnlyList<JsonObject> rows, int? limit, int page)
    {
        var size = limit is > 0 and <= ItemsPerPage ? limit.Value : ItemsPerPage;
        var current = Math.Max(page, 1);
        var pages = (rows.Count + size - 1) / size;
        return new
        {
            data = rows.Skip((current - 1) * size).Take(size),
            meta = new
            {
                totalItemCount = rows.Count,
                totalPageCount = pages,
                itemsPerPage = size,
                currentPage = current,
                nextPage = current < pages ? current + 1 : (int?)null,
                previousPage = current > 1 ? current - 1 : (int?)null,
            },
        };
    }
}
