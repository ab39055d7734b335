using CrmVoip.Simulador.Ligacoes;

namespace CrmVoip.Simulador.Controle;

/// <summary>What tests ask of the SIP side: its faults, and the customer's own hold.</summary>
public static class SipDoControle
{
    public static void MapFalhasDoSip(this RouteGroupBuilder controle)
    {
        controle.MapPost("/sip", (FalhasDoSipEnviadas enviadas, FalhasDoSip falhas) =>
        {
            falhas.Definir(enviadas);
            return Results.NoContent();
        });
        controle.MapPost("/ligacoes/{id:guid}/espera", (Guid id, bool? retomar, Central central) => EsperaAsync(id, !(retomar ?? false), central));
    }

    private static async Task<IResult> EsperaAsync(Guid id, bool emEspera, Central central) =>
        central.EmCurso.FirstOrDefault(item => item.Ligacao.Id == id) is not { } item ? Results.NotFound()
        : await item.Perna.HoldAsync(emEspera) ? Results.NoContent()
        : Results.Conflict();
}
