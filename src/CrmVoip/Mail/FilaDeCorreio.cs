using System.Threading.Channels;

namespace CrmVoip.Mail;

/// <summary>
/// Messages nobody waits for: sent one after the other, after the request that caused them. What they say is on screen too,
/// so a message that the server does not take is only logged.
/// </summary>
public sealed partial class FilaDeCorreio(ICorreio correio, ILogger<FilaDeCorreio> log) : BackgroundService
{
    private readonly Channel<Mensagem> _mensagens = Channel.CreateBounded<Mensagem>(
        new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Enviar(IEnumerable<Mensagem> mensagens)
    {
        foreach (var mensagem in mensagens.Where(_ => correio.Configurado))
        {
            _mensagens.Writer.TryWrite(mensagem);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var mensagem in _mensagens.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await correio.EnviarAsync(mensagem, stoppingToken);
            }
            catch (CorreioException erro)
            {
                NaoSaiu(log, erro.Message);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "A message was not sent: {Motivo}")]
    private static partial void NaoSaiu(ILogger logger, string motivo);
}
