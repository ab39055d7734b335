using CrmVoip.Domain;

namespace CrmVoip.Features.Pessoas.Membros;

/// <summary>What a room keeps under somebody's name, and hands on when the person's access ends.</summary>
public interface ICarteira
{
    /// <summary>Plans it, in the transaction that ends the membership; to whom, the membership says.</summary>
    public Task PassarAsync(Membro deQuem, CancellationToken ct);
}
