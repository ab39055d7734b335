using CrmVoip.Domain;
using CrmVoip.Features.Pessoas.Conta.Sessoes;

namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>Ends one session of the list, and records it.</summary>
public sealed class EncerrarSessao(EncerrarSessoes sessoes, RegistroDeConta registro)
{
    /// <returns>False when the account has no such session, or not any more.</returns>
    public async Task<bool> ExecutarAsync(Guid usuarioId, Guid id, CancellationToken ct)
    {
        if (!await sessoes.UmaAsync(usuarioId, id, ct))
        {
            return false;
        }

        await registro.GravarAsync(usuarioId, Acoes.Conta.SessaoEncerrada, ct);
        return true;
    }
}
