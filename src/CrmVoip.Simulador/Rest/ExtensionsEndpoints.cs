using System.Text.Json.Nodes;
using CrmVoip.Simulador.Contas;

namespace CrmVoip.Simulador.Rest;

public static class ExtensionsEndpoints
{
    public static void MapExtensions(this RouteGroupBuilder api)
    {
        api.MapGet("/extensions", (HttpContext http, string? filter, CallRow row) =>
        {
            if (LoopBackFilter.Parse(filter) is not { } parsed)
            {
                return LoopBackError.BadRequest("The filter is not valid JSON");
            }

            var rows = parsed.Apply(http.Credencial().Conta.Ramais.Select(ramal => ToRow(ramal, row.BaseUrl(http.Request))));
            return Results.Ok(rows.Take(parsed.Limit ?? int.MaxValue));
        });

        api.MapGet("/extensions/{id:int}", (HttpContext http, int id, CallRow row) =>
            http.Credencial().Conta.Ramais.FirstOrDefault(ramal => ramal.Id == id) is { } ramal
                ? Results.Ok(ToRow(ramal, row.BaseUrl(http.Request)))
                : LoopBackError.NotFound($"Unknown \"Extension\" id \"{id}\"."));
    }

    /// <summary>
    /// As the provider does it, the SIP password goes out in clear. <c>wss_url</c> is ours alone: the provider's address
    /// follows from the domain, the simulator's does not.
    /// </summary>
    private static JsonObject ToRow(Ramal ramal, string baseUrl) => new()
    {
        ["id"] = ramal.Id,
        ["domain"] = ramal.Dominio,
        ["ramal"] = ramal.Numero,
        ["senha"] = ramal.Senha,
        ["bina"] = Ramal.Bina,
        ["gravar_audio"] = 1,
        ["email_address"] = ramal.Email,
        ["first_name"] = ramal.Nome,
        ["last_name"] = ramal.Sobrenome,
        ["wss_url"] = $"ws{baseUrl["http".Length..]}/sip",
    };
}
