using Microsoft.Extensions.Caching.Memory;

namespace CrmVoip.Web;

/// <summary>
/// Accounts whose sessions were ended a moment ago: this instance asks the database about their cookies on every request,
/// where it, like every other instance, else asks once per interval.
/// </summary>
public sealed class SessoesEncerradas(IMemoryCache cache)
{
    public static readonly TimeSpan Intervalo = TimeSpan.FromMinutes(1);

    public void Encerrar(Guid usuarioId) => cache.Set(Chave(usuarioId), true, Intervalo * 2);

    public bool HaPouco(Guid usuarioId) => cache.TryGetValue(Chave(usuarioId), out _);

    private static string Chave(Guid usuarioId) => $"sessoes-encerradas:{usuarioId:N}";
}
