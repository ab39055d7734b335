using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace CrmVoip.Mail;

/// <summary>One connection a message: an installation sends a few a day.</summary>
public sealed class CorreioSmtp(IOptions<OpcoesDoCorreio> opcoes) : ICorreio
{
    private static readonly char[] _quebras = ['\r', '\n', '\v', '\f', '\u0085', '\u2028', '\u2029'];
    private static readonly TimeSpan _prazo = TimeSpan.FromSeconds(15);

    public bool Configurado => opcoes.Value.Configurado;

    public async Task EnviarAsync(Mensagem mensagem, CancellationToken ct)
    {
        if (!Configurado)
        {
            throw new CorreioException("No mail server is configured.");
        }

        using var limite = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limite.CancelAfter(_prazo);
        try
        {
            using var smtp = new SmtpClient();
            await ConectarAsync(smtp, limite.Token);
            using var mime = Mime(mensagem);
            await smtp.SendAsync(mime, limite.Token);
            MedidasDoCorreio.Enviou();
            await smtp.DisconnectAsync(quit: true, limite.Token);
        }
        catch (Exception erro) when (EhDoServidor(erro) || (erro is OperationCanceledException && !ct.IsCancellationRequested))
        {
            MedidasDoCorreio.NaoEnviou();
            throw new CorreioException($"The mail server did not take the message: {erro.GetType().Name}.", erro);
        }
    }

    private async Task ConectarAsync(SmtpClient smtp, CancellationToken ct)
    {
        var seguranca = opcoes.Value switch
        {
            { SemTls: true } => SecureSocketOptions.None,
            { Porta: 465 } => SecureSocketOptions.SslOnConnect,
            _ => SecureSocketOptions.StartTls,
        };
        await smtp.ConnectAsync(opcoes.Value.Servidor!, opcoes.Value.Porta, seguranca, ct);
        if (!string.IsNullOrEmpty(opcoes.Value.Usuario))
        {
            await smtp.AuthenticateAsync(opcoes.Value.Usuario, opcoes.Value.Senha ?? "", ct);
        }
    }

    private MimeMessage Mime(Mensagem mensagem) => new(
        [MailboxAddress.Parse(opcoes.Value.Remetente!)],
        [new MailboxAddress("", mensagem.Para)],
        EmUmaLinha(mensagem.Assunto),
        new TextPart("plain") { Text = mensagem.Texto });

    // A header ends where its line does.
    private static string EmUmaLinha(string assunto) => string.Join(' ', assunto.Split(_quebras, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static bool EhDoServidor(Exception erro) =>
        erro is ProtocolException or CommandException or AuthenticationException or SslHandshakeException or IOException
            or System.Net.Sockets.SocketException or ServiceNotConnectedException or NotSupportedException;
}
