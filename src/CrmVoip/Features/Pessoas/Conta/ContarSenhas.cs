using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Pessoas.Conta.Sessoes;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>An attempt that was counted. Ate: until when its place waits; Julgar: whether the password may be looked at at all.</summary>
public sealed record Tentativa(Guid ContaId, IReadOnlyList<string> Lugares, bool Julgar, bool Bloqueou, DateTimeOffset? Ate);

/// <summary>
/// Counts passwords, and apart from them the codes of the second factor, before they are judged, one at a time per account over all instances: the count stands before the hash is
/// computed, and no lock is held meanwhile. What is unknown to an account, it counts by address and all together; a browser it
/// knows has a count of its own, so that nobody is kept out by what strangers try.
/// </summary>
public sealed class ContarSenhas(IServiceScopeFactory fabrica, AparelhoConhecido aparelho, IHttpContextAccessor acesso, TimeProvider relogio)
{
    public Task<Tentativa> ContarAsync(Guid contaId) => ContarAsync(contaId, Lugares(contaId));

    /// <summary>Not with the passwords: the right password, known to whoever guesses the code, must not begin the count anew.</summary>
    public Task<Tentativa> ContarCodigoAsync(Guid contaId) => ContarAsync(contaId, Array.ConvertAll(Lugares(contaId), SenhasErradas.DeCodigo));

    /// <summary>The password was right: what its place tried before is forgotten.</summary>
    public Task AcertarAsync(Tentativa tentativa) => NaVezDaContaAsync(tentativa.ContaId, async db =>
    {
        var lugares = tentativa.Lugares;
        foreach (var erradas in await db.SenhasErradas.Where(e => e.ContaId == tentativa.ContaId && lugares.Contains(e.Lugar)).ToListAsync())
        {
            erradas.Acertar();
            if (erradas.Quantas == 0)
            {
                db.Remove(erradas);
            }
        }

        return true;
    });

    /// <summary>The owner proved to be the owner in another way: the passwords of every place begin anew, the codes do not.</summary>
    public Task EsquecerAsync(Guid contaId) => NaVezDaContaAsync(
        contaId, db => db.SenhasErradas.Where(e => e.ContaId == contaId && !e.Lugar.StartsWith(SenhasErradas.Codigo)).ExecuteDeleteAsync());

    private Task<Tentativa> ContarAsync(Guid contaId, string[] lugares) => NaVezDaContaAsync(contaId, async db =>
    {
        var erradas = await db.SenhasErradas.Where(e => e.ContaId == contaId && lugares.Contains(e.Lugar)).ToListAsync();
        var agora = relogio.GetUtcNow();
        if (erradas.Exists(e => e.Bloqueadas(agora)))
        {
            return new Tentativa(contaId, lugares, Julgar: false, Bloqueou: false, erradas.Max(e => e.BloqueadasAte));
        }

        var novas = lugares.Except(erradas.Select(e => e.Lugar)).Select(lugar => new SenhasErradas(contaId, lugar)).ToList();
        db.AddRange(novas);
        erradas.AddRange(novas);
        var bloqueou = erradas.ConvertAll(e => e.Contar(agora)).Contains(true);
        return new Tentativa(contaId, lugares, Julgar: true, bloqueou, erradas.Max(e => e.BloqueadasAte));
    });

    private string[] Lugares(Guid contaId) => aparelho.Da(contaId) is { } conhecido
        ? [$"aparelho {conhecido:N}"]
        : [$"rede {RedeDoPedido.De(acesso.HttpContext?.Connection.RemoteIpAddress)}", SenhasErradas.Estranhos];

    // Not cancelled with the request: who hangs up early has tried all the same.
    private async Task<T> NaVezDaContaAsync<T>(Guid contaId, Func<ContasDbContext, Task<T>> trabalho)
    {
        await using var escopo = fabrica.CreateAsyncScope();
        var db = escopo.ServiceProvider.GetRequiredService<ContasDbContext>();
        return await db.EmTransacaoAsync(
            async () =>
            {
                await db.TravarContaAsync(contaId);
                var resultado = await trabalho(db);
                await db.SaveChangesAsync();
                return resultado;
            },
            CancellationToken.None);
    }
}
