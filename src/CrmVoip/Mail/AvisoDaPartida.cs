namespace CrmVoip.Mail;

/// <summary>Says once, at start, what follows from sending no e-mail.</summary>
public sealed partial class AvisoDaPartida(ICorreio correio, ILogger<AvisoDaPartida> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!correio.Configurado)
        {
            SemCorreio(log);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Warning, "Crm:Correio:Servidor is not set: no e-mail is sent, addresses are not confirmed, nobody is alerted of changes to the own account.")]
    private static partial void SemCorreio(ILogger logger);
}
