using CrmVoip.Simulador.Sip;

namespace CrmVoip.Simulador.Ligacoes;

/// <summary>How the ringing of an extension ended: the leg that answered, or the status of a refusal.</summary>
public sealed record FimDoToque(OutboundLeg? Perna, int? Recusa);

/// <summary>Every contact of an extension rings; the first to answer takes the call.</summary>
public sealed class ToqueDoRamal(MediaGateway gateway, ClientTransactions transactions, Registrar registrar)
{
    /// <summary><paramref name="discada"/>: the provider dialled for the rep, and the INVITE says so.</summary>
    public async Task<FimDoToque> TocarAsync(IReadOnlyList<Binding> contatos, string numero, bool discada, CancellationTokenSource toque)
    {
        var convites = contatos
            .Select(contato => new OutboundInvite(contato, numero, gateway, transactions, registrar, discada))
            .ToList();
        var atendidas = (await Task.WhenAll(convites.Select(convite => TocarAsync(convite, toque)))).OfType<OutboundLeg>().ToList();
        await Task.WhenAll(atendidas.Skip(1).Select(sobra => sobra.HangUpAsync()));
        return new FimDoToque(atendidas.FirstOrDefault(), convites.Select(convite => convite.RefusedWith).FirstOrDefault(status => status is not null));
    }

    private static async Task<OutboundLeg?> TocarAsync(OutboundInvite convite, CancellationTokenSource toque)
    {
        var perna = await convite.RingAsync(toque.Token);
        if (perna is not null)
        {
            await toque.CancelAsync();
        }

        return perna;
    }
}
