using CrmVoip.Features.Pessoas.Correio;
using CrmVoip.Tenancy;

namespace CrmVoip.Features.Pessoas.Membros;

/// <summary>Who invites makes us write to a stranger: only with a proven address, and so many times a day.</summary>
public sealed class PodeConvidar(EnderecoConfirmado endereco, CotaDeCorreio cota, OrganizacaoAtual atual)
{
    /// <returns>Why not; null when it may be, and is counted.</returns>
    public async Task<string?> RecusarAsync(CancellationToken ct) =>
        await endereco.FaltaAsync(atual.UsuarioIdExigido, ct) is not null
            ? EnderecoConfirmado.Recusa
            : await cota.GastarAsync(atual.UsuarioIdExigido, atual.IdExigido, ct);
}
