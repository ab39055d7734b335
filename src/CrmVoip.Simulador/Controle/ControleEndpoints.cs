using CrmVoip.Simulador.Sip;
using CrmVoip.Simulador.Webhooks;

namespace CrmVoip.Simulador.Controle;

/// <summary>What tests ask the simulator and tell it; see the README. Mapped only when configured.</summary>
public static class ControleEndpoints
{
    public static void MapControle(this WebApplication app)
    {
        var controle = app.MapGroup("/controle");
        controle.MapLigacoesDoControle();
        controle.MapWebhookDoControle();
        controle.MapSipDoControle();
        controle.MapFalhasDoSip();

        controle.MapPost("/opcoes", (OpcoesEnviadas enviadas, SimuladorOptions options) =>
        {
            enviadas.Aplicar(options);
            return Results.Ok(enviadas);
        });
        controle.MapPost("/falhas", (FalhasEnviadas enviadas, FalhasProvocadas falhas) =>
        {
            (falhas.StatusDoInvite, falhas.RecusarWebSocket, falhas.StatusDoRest) =
                (enviadas.StatusDoInvite, enviadas.RecusarWebSocket ?? false, enviadas.StatusDoRest);
            (falhas.TokenRevogado, falhas.RecusaDoDiscador) = (enviadas.TokenRevogado, enviadas.RecusaDoDiscador);
            return Results.NoContent();
        });

        // Made now: it remembers the settings before any test changes them.
        var reinicio = app.Services.GetRequiredService<Reinicio>();
        controle.MapPost("/reiniciar", async () =>
        {
            await reinicio.ExecutarAsync();
            return Results.NoContent();
        });
    }

    private static void MapWebhookDoControle(this RouteGroupBuilder controle)
    {
        controle.MapGet("/webhook", (ConfiguracaoDoWebhook configuracao, EntregaDeWebhooks entrega) => Results.Ok(new
        {
            modo = ConfiguracaoDoWebhook.NomeDe(configuracao.Modo),
            atrasoSegundos = configuracao.Atraso.TotalSeconds,
            entregas = entrega.Entregas,
        }));
        controle.MapPost("/webhook", (WebhookEnviado enviado, ConfiguracaoDoWebhook configuracao, SimuladorOptions options) =>
        {
            if (ConfiguracaoDoWebhook.Ler(enviado.Modo) is not { } modo)
            {
                return Results.BadRequest();
            }

            configuracao.Modo = modo;
            configuracao.Atraso = TimeSpan.FromSeconds(enviado.AtrasoSegundos ?? configuracao.Atraso.TotalSeconds);
            options.Webhook = enviado.Url ?? options.Webhook;
            return Results.NoContent();
        });
    }

    private static void MapSipDoControle(this RouteGroupBuilder controle)
    {
        controle.MapGet("/registros", (Registrar registrar) => registrar.All.Select(binding => new
        {
            dominio = binding.Domain,
            ramal = binding.User,
            contato = binding.ContactUri,
            conexao = binding.Connection.Id,
            registradoEm = binding.RegisteredAt,
            expiraEm = binding.ExpiresAt,
        }));
        controle.MapGet("/conexoes", (SipEndpoint sip) => sip.Connections.Select(connection => new
        {
            id = connection.Id,
            origem = connection.Origin,
            abertaEm = connection.OpenedAt,
        }));
        controle.MapPost("/conexoes/derrubar", (string? dominio, string? ramal, string? id, SipEndpoint sip, Registrar registrar) =>
        {
            var registradas = registrar.All
                .Where(b => (dominio is null || b.Domain == dominio) && (ramal is null || b.User == ramal))
                .Select(b => b.Connection)
                .ToHashSet();
            var derrubadas = sip.Connections
                .Where(c => (id is null || c.Id == id) && ((dominio ?? ramal) is null || registradas.Contains(c)))
                .ToList();
            derrubadas.ForEach(connection => connection.Abort());
            return Results.Ok(new { derrubadas = derrubadas.Count });
        });
    }
}
