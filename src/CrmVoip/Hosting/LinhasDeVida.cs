using System.Runtime.InteropServices;
using CrmVoip.Features.Pessoas.Conta;
using CrmVoip.Hosting.Telemetria;
using CrmVoip.Mail;
using CrmVoip.Work;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace CrmVoip.Hosting;

/// <summary>One line each: what starts and with which settings, where it listens, that it was told to stop, that it has stopped. Never a secret.</summary>
public sealed partial class LinhasDeVida(
    IHostApplicationLifetime vida,
    IServer servidor,
    IHostEnvironment ambiente,
    IConfiguration configuracao,
    IOptions<OpcoesDoCrm> opcoes,
    IOptions<OpcoesDaConta> conta,
    IOptions<OpcoesDoCorreio> correio,
    IOptions<OpcoesDosTrabalhos> trabalhos,
    IOptions<OpcoesDaTelemetria> telemetria,
    ILogger<LinhasDeVida> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        Comeca(
            log,
            Versao.DoProduto,
            ambiente.EnvironmentName,
            RuntimeInformation.FrameworkDescription,
            configuracao["Crm:UrlPublica"] ?? "none",
            Sim(correio.Value.Configurado),
            Sim(trabalhos.Value.Executar),
            conta.Value.CadastroAberto ? "open" : "closed",
            opcoes.Value.ProxiesConhecidos.Length,
            Onde(telemetria.Value.EnderecoDoOtlp),
            Onde(telemetria.Value.EnderecoDoPrometheus));
        vida.ApplicationStarted.Register(() => Escuta(log, string.Join(", ", servidor.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])));
        vida.ApplicationStopping.Register(() => Para(log));
        vida.ApplicationStopped.Register(() => Parou(log));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static string Sim(bool valor) => valor ? "on" : "off";

    // An address may name somebody, with a password.
    private static string Onde(Uri? endereco) => endereco is null ? "off" : $"{endereco.Scheme}://{endereco.Authority}";

    [LoggerMessage(LogLevel.Information, "CrmVoip {Versao} starts in {Ambiente} on {Plataforma}: public address {UrlPublica}, mail {Correio}, work {Trabalhos}, sign-up {Cadastro}, {Proxies} trusted proxies, OTLP {Otlp}, Prometheus {Prometheus}.")]
    private static partial void Comeca(
        ILogger logger, string versao, string ambiente, string plataforma, string urlPublica, string correio, string trabalhos, string cadastro, int proxies, string otlp, string prometheus);

    [LoggerMessage(LogLevel.Information, "CrmVoip listens on {Enderecos}.")]
    private static partial void Escuta(ILogger logger, string enderecos);

    [LoggerMessage(LogLevel.Information, "CrmVoip was told to stop and finishes what it is doing.")]
    private static partial void Para(ILogger logger);

    [LoggerMessage(LogLevel.Information, "CrmVoip has stopped.")]
    private static partial void Parou(ILogger logger);
}
