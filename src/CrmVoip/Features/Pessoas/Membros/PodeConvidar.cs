using CrmVoip.Features.Pessoas.Correio;
using CrmVoip.Tenancy;
using CrmVoip.Web;

namespace CrmVoip.Features.Pessoas.Membros;

/// <summary>Who invites makes us write to a stranger: only with a proven address, and so many times a day.</summary>
public sealed class PodeConvidar(EnderecoConfirmado endereco, CotaDeCorreio cota, OrganizacaoAtual atual)
{
    /// <returns>Null: it may be, and is counted.</returns>
    public async Task<Recusa?> RecusarAsync(CancellationToken ct) =>
        await endereco.FaltaAsync(atual.UsuarioIdExigido, ct) is not null
            ? EnderecoConfirmado.PorConfirmar
            : await cota.GastarAsync(atual.UsuarioIdExigido, atual.IdExigido, ct);
}
