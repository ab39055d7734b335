using CrmVoip.Api4Com;
using CrmVoip.Api4Com.Models;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Tenancy;
using CrmVoip.Vault;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Ramais;

/// <summary>The ramais of the organization's account at the provider. Null everywhere: the organization is not connected.</summary>
public sealed class RamaisDaApi4Com(CrmDbContext db, OrganizacaoAtual atual, ICofre cofre, Api4ComClient api4com)
{
    private static readonly TimeSpan _paciencia = TimeSpan.FromSeconds(3);

    /// <exception cref="Api4ComException">The provider refused, or did not answer.</exception>
    public async Task<IReadOnlyList<Api4ComExtension>?> ListarAsync(CancellationToken ct) =>
        await ContaAsync(ct) is { } conta ? await api4com.GetExtensionsAsync(conta, ct) : null;

    /// <summary>With their passwords, for giving ramais to people: each is sealed at once, none is shown, logged or kept.</summary>
    /// <exception cref="Api4ComException">The provider refused, or did not answer.</exception>
    public async Task<IReadOnlyList<Api4ComExtensionSecret>?> ListarComSenhaAsync(CancellationToken ct) =>
        await ContaAsync(ct) is { } conta ? await api4com.GetExtensionSecretsAsync(conta, ct) : null;

    /// <summary>For forms, which work without it too: null also when the provider fails or takes long.</summary>
    public async Task<IReadOnlyList<Api4ComExtension>?> TentarListarAsync(CancellationToken ct)
    {
        using var limite = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limite.CancelAfter(_paciencia);
        try
        {
            return await ListarAsync(limite.Token);
        }
        catch (Exception erro) when (erro is Api4ComException || (erro is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return null;
        }
    }

    private async Task<Api4ComAccount?> ContaAsync(CancellationToken ct)
    {
        var integracao = await db.EmTransacaoAsync(
            () => db.Integracoes.AsNoTracking().SingleOrDefaultAsync(i => i.Plataforma == PlataformaEnum.Api4com, ct), ct);
        return integracao?.AccessToken is { } cifrado
            ? new Api4ComAccount(integracao.BaseUrl, cofre.Decifrar(new LugarDoSegredo(atual.IdExigido, Integracao.ColunaDoToken, integracao.Id), cifrado))
            : null;
    }
}
