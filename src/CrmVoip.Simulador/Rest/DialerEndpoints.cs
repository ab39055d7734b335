using System.Text.Json;
using CrmVoip.Simulador.Controle;
using CrmVoip.Simulador.Ligacoes;

namespace CrmVoip.Simulador.Rest;

public static class DialerEndpoints
{
    public sealed record DialRequest(JsonElement Extension, string? Phone, JsonElement? Metadata);

    public static void MapDialer(this RouteGroupBuilder api)
    {
        api.MapPost("/dialer", (HttpContext http, DialRequest request, Discador discador, FalhasProvocadas falhas) =>
        {
            if (falhas.RecusaDoDiscador is { } recusa)
            {
                return LoopBackError.Invalid(recusa);
            }

            var conta = http.Credencial().Conta;
            if (conta.Ramal(request.Extension.ToString()) is not { } ramal)
            {
                return LoopBackError.Invalid("invalid extension");
            }

            if (NumeroDiscado.Ler(request.Phone ?? "") is not { } numero)
            {
                return LoopBackError.Invalid("invalid phone");
            }

            return discador.Discar(conta, ramal, numero, request.Metadata) is { } id
                ? Results.Ok(new { id, message = "successfull" })
                : LoopBackError.Invalid("user not registered");
        });

        api.MapPost("/calls/{id:guid}/hangup", async (HttpContext http, Guid id, Discador discador) =>
            await discador.DesligarAsync(http.Credencial().Conta, id)
                ? Results.Ok(new { status = 200, message = "successfull", id })
                : LoopBackError.NotFound($"Unknown call id \"{id}\"."));
    }
}
