using CrmVoip.Api4Com;
using CrmVoip.Api4Com.Models;
using CrmVoip.Features.Telefonia.Conexoes;

namespace CrmVoip.Features.Telefonia.Ramais;

/// <summary>The ramais of the organization's account at the provider. Null everywhere: the organization is not connected.</summary>
public sealed class RamaisDaApi4Com(ContaDoProvedor provedor, Api4ComClient api4com)
{
    private static readonly TimeSpan _paciencia = TimeSpan.FromSeconds(3);

    /// <exception cref="Api4ComException">The provider refused, or did not answer.</exception>
    public async Task<IReadOnlyList<Api4ComExtension>?> ListarAsync(CancellationToken ct) =>
        await provedor.AbrirAsync(ct) is { } conta ? await provedor.UsarAsync(conta, api4 => api4com.GetExtensionsAsync(api4, ct), ct) : null;

    /// <summary>With their passwords, for giving ramais to people: each is sealed at once, none is shown, logged or kept.</summary>
    /// <exception cref="Api4ComException">The provider refused, or did not answer.</exception>
    public async Task<IReadOnlyList<Api4ComExtensionSecret>?> ListarComSenhaAsync(CancellationToken ct) =>
        await provedor.AbrirAsync(ct) is { } conta ? await provedor.UsarAsync(conta, api4 => api4com.GetExtensionSecretsAsync(api4, ct), ct) : null;

    /// <summary>For forms, which work without it too: null also when the provider fails or takes long.</summary>
    public Task<IReadOnlyList<Api4ComExtension>?> TentarListarAsync(CancellationToken ct) => TentarAsync(ListarAsync, ct);

    /// <summary>For proving a ramal, which is tried again later: null also when the provider fails or takes long.</summary>
    public Task<IReadOnlyList<Api4ComExtensionSecret>?> TentarListarComSenhaAsync(CancellationToken ct) => TentarAsync(ListarComSenhaAsync, ct);

    private static async Task<T?> TentarAsync<T>(Func<CancellationToken, Task<T?>> listar, CancellationToken ct)
        where T : class
    {
        using var limite = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limite.CancelAfter(_paciencia);
        try
        {
            return await listar(limite.Token);
        }
        catch (Exception erro) when (erro is Api4ComException || (erro is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return null;
        }
    }
}
