using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace CrmVoip.Features.Pessoas.Conta.Sessoes;

/// <summary>
/// Whether a session still stands. Each instance remembers the answer for a moment: what another instance ended is over here
/// within Intervalo, and a page costs no statement of its own.
/// </summary>
public sealed class SessoesVivas(IMemoryCache cache, IServiceScopeFactory fabrica, IHttpContextAccessor acesso, TimeProvider relogio)
{
    public static readonly TimeSpan Intervalo = TimeSpan.FromSeconds(5);

    // Only so that the cache does not grow: what is remembered counts for Intervalo by the product's own clock.
    private static readonly TimeSpan _guarda = TimeSpan.FromMinutes(1);

    /// <summary>The stamp is that of the cookie: a change of password, or of anything else that protects the account, makes a new one.</summary>
    public async Task<bool> ValeAsync(SessaoDoPedido sessao, string? carimbo, CancellationToken ct)
    {
        // A cookie that is newer than what is remembered is no reason to refuse it.
        var agora = relogio.GetUtcNow();
        if (!cache.TryGetValue(Chave(sessao.Id), out Lida? lida) || (agora - lida!.Em).Duration() >= Intervalo || lida.Carimbo != carimbo)
        {
            lida = cache.Set(Chave(sessao.Id), await LerAsync(sessao, agora, ct), _guarda);
        }

        return lida.Carimbo is not null && lida.Carimbo == carimbo && lida.UsuarioId == sessao.UsuarioId && lida.ExpiraEm > agora;
    }

    public void Esquecer(Guid id) => cache.Remove(Chave(id));

    private async Task<Lida> LerAsync(SessaoDoPedido sessao, DateTimeOffset agora, CancellationToken ct)
    {
        await using var escopo = fabrica.CreateAsyncScope();
        var db = escopo.ServiceProvider.GetRequiredService<ContasDbContext>();
        var viva = await (
            from s in db.Sessoes
            join u in db.Users on s.UsuarioId equals u.Id
            where s.Id == sessao.Id && s.RevogadaEm == null
            select new { s.UsuarioId, s.UsadaEm, s.ExpiraEm, u.SecurityStamp }).SingleOrDefaultAsync(ct);
        if (viva is null)
        {
            return new Lida(agora, sessao.UsuarioId, null, default);
        }

        if (agora - viva.UsadaEm >= Sessao.ResolucaoDoUso && viva.ExpiraEm > agora)
        {
            await AnotarUsoAsync(db, sessao.Id, agora, ct);
        }

        return new Lida(agora, viva.UsuarioId, viva.SecurityStamp, viva.ExpiraEm);
    }

    // Of several requests at once, one writes.
    private Task<int> AnotarUsoAsync(ContasDbContext db, Guid id, DateTimeOffset agora, CancellationToken ct)
    {
        var (ip, agente) = acesso.DeOnde();
        var antes = agora - Sessao.ResolucaoDoUso;
        return db.Sessoes.Where(s => s.Id == id && s.UsadaEm <= antes).ExecuteUpdateAsync(
            s => s.SetProperty(x => x.UsadaEm, agora).SetProperty(x => x.Ip, ip).SetProperty(x => x.Agente, agente), ct);
    }

    private static string Chave(Guid id) => $"sessao:{id:N}";

    /// <summary>Without a stamp it is over.</summary>
    private sealed record Lida(DateTimeOffset Em, Guid UsuarioId, string? Carimbo, DateTimeOffset ExpiraEm);
}
