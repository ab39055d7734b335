using System.Globalization;
using CrmVoip.Simulador.Contas;
using CrmVoip.Simulador.Controle;
using CrmVoip.Simulador.Ligacoes;
using CrmVoip.Simulador.Media;
using CrmVoip.Simulador.Rest;
using CrmVoip.Simulador.Sip;
using CrmVoip.Simulador.Webhooks;

namespace CrmVoip.Simulador;

/// <summary>Builds the simulator; tests host it in their own process.</summary>
public static class SimuladorApp
{
    private const string DefaultPort = "5090";

    public static WebApplication Criar(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.ClearProviders().AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss.fff ";
        });
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);

        if (builder.Configuration["urls"] is null)
        {
            var host = builder.Configuration["SIMULADOR_HOST"] ?? "127.0.0.1";
            var port = builder.Configuration["SIMULADOR_PORT"] ?? DefaultPort;
            builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://{host}:{port}"));
        }

        AddServices(builder.Services, builder.Configuration.GetSection(SimuladorOptions.Section).Get<SimuladorOptions>() ?? new());
        var app = builder.Build();
        app.UseWebSockets(new WebSocketOptions
        {
            KeepAliveInterval = TimeSpan.FromSeconds(20),
            KeepAliveTimeout = TimeSpan.FromSeconds(20),
        });
        app.MapGet("/health", () => Results.Ok(new { status = "ok" }));
        app.Map("/sip", (HttpContext http, SipEndpoint sip) => sip.AcceptAsync(http));
        app.MapRest();
        if (app.Services.GetRequiredService<SimuladorOptions>().Controle)
        {
            app.MapControle();
        }

        return app;
    }

    private static void AddServices(IServiceCollection services, SimuladorOptions options) => services
        .AddSingleton(options)
        .AddSingleton(TimeProvider.System)
        .AddSingleton<ContasDeDemonstracao>()
        .AddSingleton<FalhasProvocadas>()
        .AddSingleton<FalhasDoSip>()
        .AddSingleton<Reinicio>()
        .AddMedia()
        .AddSip()
        .AddLigacoes()
        .AddRest()
        .AddWebhooks();

    private static IServiceCollection AddMedia(this IServiceCollection services) => services
        .AddSingleton<DtlsIdentity>()
        .AddSingleton<MediaClock>()
        .AddSingleton<MediaGateway>();

    private static IServiceCollection AddSip(this IServiceCollection services) => services
        .AddSingleton<DigestAuthenticator>()
        .AddSingleton<SipCredentials>()
        .AddSingleton<Registrar>()
        .AddSingleton<ClientTransactions>()
        .AddSingleton<SipDialogs>()
        .AddSingleton<RegisterHandler>()
        .AddSingleton<InviteHandler>()
        .AddSingleton<SipRouter>()
        .AddSingleton<SipEndpoint>();

    private static IServiceCollection AddLigacoes(this IServiceCollection services) => services
        .AddSingleton<PastaDeDados>()
        .AddSingleton<Historico>()
        .AddSingleton<Gravacoes>()
        .AddSingleton<Roteiro>()
        .AddSingleton<Central>()
        .AddSingleton<Discador>()
        .AddHostedService<VigiaDeAudio>();

    private static IServiceCollection AddRest(this IServiceCollection services) => services
        .AddSingleton<CallRow>()
        .AddSingleton<RequestPace>();

    private static IServiceCollection AddWebhooks(this IServiceCollection services) => services
        .AddSingleton<Integracoes>()
        .AddSingleton<DestinosDeWebhook>()
        .AddSingleton<ConfiguracaoDoWebhook>()
        .AddSingleton<EntregaDeWebhooks>()
        .AddHostedService<DespachanteDeWebhooks>();
}
