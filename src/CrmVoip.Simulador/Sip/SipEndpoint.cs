using System.Collections.Concurrent;
using System.Net.WebSockets;
using CrmVoip.Simulador.Controle;

namespace CrmVoip.Simulador.Sip;

/// <summary>Accepts WebSockets of subprotocol <c>sip</c> and reads them until they close (RFC 7118).</summary>
public sealed class SipEndpoint(
    SipRouter router, Registrar registrar, FalhasProvocadas falhas, FalhasDoSip falhasDoSip, IHostApplicationLifetime lifetime, TimeProvider clock,
    ILogger<SipEndpoint> logger)
{
    private const string Subprotocol = "sip";
    private static readonly TimeSpan HangStep = TimeSpan.FromMilliseconds(50);

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

        if (falhasDoSip.WebSocketPendurado)
        {
            await HangAsync(http.RequestAborted);
            return;
        }

        using var socket = await http.WebSockets.AcceptWebSocketAsync(Subprotocol);
        using var connection = new SipConnection(socket, http.Request.Headers.Origin.ToString(), clock, () => falhasDoSip.CaminhoMorto);
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

    /// <summary>Until the browser gives up or the test has had enough.</summary>
    private async Task HangAsync(CancellationToken aborted)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(aborted, lifetime.ApplicationStopping);
        while (falhasDoSip.WebSocketPendurado && !ending.IsCancellationRequested)
        {
            await Task.Delay(HangStep, clock, CancellationToken.None);
        }
    }

    private async Task ReadAsync(SipConnection connection, CancellationToken ct)
    {
        while (await connection.ReceiveAsync(ct) is { } text)
        {
            if (falhasDoSip.CaminhoMorto)
            {
                continue;
            }

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
