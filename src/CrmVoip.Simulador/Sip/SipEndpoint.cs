using System.Collections.Concurrent;
using System.Net.WebSockets;
using CrmVoip.Simulador.Controle;

namespace CrmVoip.Simulador.Sip;

/// <summary>Accepts WebSockets of subprotocol <c>sip</c> and reads them until they close (RFC 7118).</summary>
public sealed class SipEndpoint(
    SipRouter router, Registrar registrar, FalhasProvocadas falhas, IHostApplicationLifetime lifetime, TimeProvider clock,
    ILogger<SipEndpoint> logger)
{
    private const string Subprotocol = "sip";

    private readonly ConcurrentDictionary<string, SipConnection> connections = [];

    public IEnumerable<SipConnection> Connections => connections.Values;

    public async Task AcceptAsync(HttpContext http)
    {
        if (!http.WebSockets.IsWebSocketRequest || !http.WebSockets.WebSocketRequestedProtocols.Contains(Subprotocol))
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (falhas.RecusarWebSocket)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        using var socket = await http.WebSockets.AcceptWebSocketAsync(Subprotocol);
        using var connection = new SipConnection(socket, http.Request.Headers.Origin.ToString(), clock);
        connections[connection.Id] = connection;
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        logger.LogInformation("Conexao {Conexao} aberta", connection.Id);
        try
        {
            await ReadAsync(connection, ending.Token);
        }
        finally
        {
            connection.MarkClosed();
            connections.TryRemove(connection.Id, out _);
            registrar.Forget(connection);
            logger.LogInformation("Conexao {Conexao} fechada", connection.Id);
        }
    }

    private async Task ReadAsync(SipConnection connection, CancellationToken ct)
    {
        while (await connection.ReceiveAsync(ct) is { } text)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                await connection.SendTextAsync("\r\n");
                continue;
            }

            if (SipParser.Parse(text) is not { } message)
            {
                logger.LogWarning("Conexao {Conexao} mandou o que nao e SIP", connection.Id);
                await connection.CloseAsync(WebSocketCloseStatus.InvalidPayloadData, "not a SIP message");
                return;
            }

            await router.HandleAsync(connection, message);
        }

        await connection.CloseAsync(WebSocketCloseStatus.NormalClosure, "bye");
    }
}
