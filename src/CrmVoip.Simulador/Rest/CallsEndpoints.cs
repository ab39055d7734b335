using System.Text.Json.Nodes;
using CrmVoip.Simulador.Controle;
using CrmVoip.Simulador.Ligacoes;

namespace CrmVoip.Simulador.Rest;

public static class CallsEndpoints
{
    private const int ItemsPerPage = 50;

    public static void MapCalls(this RouteGroupBuilder api) => api.MapGet("/calls", async (
        HttpContext http, int? page, string? filter, Historico historico, CallRow row, RequestPace pace, DesviosDasContas desvios) =>
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
        var rows = parsed.Apply(newestFirst.Select(registro => row.Create(registro, baseUrl)));
        return await AnswerAsync(rows, parsed.Limit, page ?? 1, desvios.De(credencial.Conta.Dominio), http.RequestAborted);
    });

    private static async Task<IResult> AnswerAsync(
        IReadOnlyList<JsonObject> rows, int? limit, int page, Desvios desvios, CancellationToken ct)
    {
        await Task.Delay(TimeSpan.FromSeconds(desvios.PaginaSegundos), ct);
        var body = Page(rows, limit, page, desvios);
        return desvios.PaginaCortada == page ? new CorpoCortado(body) : Results.Ok(body);
    }

    private static object Page(IReadOnlyList<JsonObject> rows, int? limit, int page, Desvios desvios)
    {
        var largest = desvios.ItensPorPagina ?? ItemsPerPage;
        var size = limit > 0 ? Math.Min(limit.Value, largest) : largest;
        var current = Math.Max(page, 1);
        var pages = (rows.Count + size - 1) / size;
        var last = Math.Min(pages, desvios.PaginasNoMaximo ?? pages);
        return new
        {
            data = current <= last ? rows.Skip((current - 1) * size).Take(size) : [],
            meta = new
            {
                totalItemCount = rows.Count,
                totalPageCount = pages,
                itemsPerPage = size,
                currentPage = current,
                nextPage = current < last ? current + 1 : (int?)null,
                previousPage = current > 1 ? current - 1 : (int?)null,
            },
        };
    }
}
