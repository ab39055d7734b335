using System.Threading.Channels;

namespace CrmVoip.Features.Conta;

public sealed record PedidoDeRecuperacao(string Email, string? Ip, string? Agente);

/// <summary>
/// Requests for a link, worked off after the answer: it is the same, and takes as long, whether the account exists or not.
/// Losing one costs asking again.
/// </summary>
public sealed class FilaDeRecuperacao
{
    private readonly Channel<PedidoDeRecuperacao> _pedidos =
        Channel.CreateBounded<PedidoDeRecuperacao>(new BoundedChannelOptions(256) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Pedir(PedidoDeRecuperacao pedido) => _pedidos.Writer.TryWrite(pedido);

    public IAsyncEnumerable<PedidoDeRecuperacao> LerAsync(CancellationToken ct) => _pedidos.Reader.ReadAllAsync(ct);
}
