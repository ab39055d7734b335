using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using MimeKit;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace CrmVoip.IntegrationTests.Infra;

/// <summary>A mail server on this machine. It keeps what it takes, or refuses everything.</summary>
public sealed class ServidorDeCorreio : IAsyncDisposable
{
    private readonly SmtpServer.SmtpServer _servidor;
    private readonly Task _escuta;
    private readonly int _porta;

    private ServidorDeCorreio(bool recusa)
    {
        _porta = PortaLivre.Achar();
        var servicos = new ServiceProvider();
        servicos.Add(new Caixa(this, recusa));
        _servidor = new SmtpServer.SmtpServer(
            new SmtpServerOptionsBuilder()
                .ServerName("correio.teste.example")
                .Endpoint(ponta => ponta.Endpoint(new IPEndPoint(IPAddress.Loopback, _porta)))
                .Build(),
            servicos);
        _escuta = _servidor.StartAsync(CancellationToken.None);
    }

    public ConcurrentQueue<MimeMessage> Mensagens { get; } = [];

    /// <summary>The settings of an instance of the product that sends through this server.</summary>
    public (string Chave, string Valor)[] Configuracao =>
    [
        ("Crm:Correio:Servidor", "127.0.0.1"),
        ("Crm:Correio:Porta", $"{_porta}"),
        ("Crm:Correio:Remetente", "crm@teste.example"),
        ("Crm:Correio:SemTls", "true"),
    ];

    public static Task<ServidorDeCorreio> IniciarAsync() => IniciarAsync(recusa: false);

    public static Task<ServidorDeCorreio> QueRecusaAsync() => IniciarAsync(recusa: true);

    /// <summary>The only message to that address.</summary>
    public MimeMessage UnicaPara(string email) => Assert.Single(Mensagens, m => m.To.Mailboxes.Single().Address == email);

    public async ValueTask DisposeAsync()
    {
        _servidor.Shutdown();
        await _escuta;
    }

    private static async Task<ServidorDeCorreio> IniciarAsync(bool recusa)
    {
        var servidor = new ServidorDeCorreio(recusa);
        for (var tentativa = 0; !await AtendeAsync(servidor._porta); tentativa++)
        {
            Assert.True(tentativa < 100, "The mail server of the test never listened.");
            await Task.Delay(50);
        }

        return servidor;
    }

    private static async Task<bool> AtendeAsync(int porta)
    {
        try
        {
            using var cliente = new TcpClient();
            await cliente.ConnectAsync(IPAddress.Loopback, porta);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private sealed class Caixa(ServidorDeCorreio servidor, bool recusa) : MessageStore
    {
        public override async Task<SmtpResponse> SaveAsync(
            ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            if (recusa)
            {
                return SmtpResponse.TransactionFailed;
            }

            using var texto = new MemoryStream(buffer.ToArray());
            servidor.Mensagens.Enqueue(await MimeMessage.LoadAsync(texto, cancellationToken));
            return SmtpResponse.Ok;
        }
    }
}
