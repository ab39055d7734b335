using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Web;

namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>Account facts, outside any organization. Written in a scope of their own: they stand whatever becomes of what they tell of.</summary>
public sealed class RegistroDeConta(IServiceScopeFactory fabrica, IHttpContextAccessor contexto)
{
    public Task GravarAsync(Guid? usuarioId, string acao, CancellationToken ct)
    {
        var (ip, agente) = contexto.DeOnde();
        return GravarAsync(new EventoDeConta(usuarioId, acao) { Ip = ip, Agente = agente }, ct);
    }

    public async Task GravarAsync(EventoDeConta evento, CancellationToken ct)
    {
        await using var escopo = fabrica.CreateAsyncScope();
        var db = escopo.ServiceProvider.GetRequiredService<ContasDbContext>();
        db.Add(evento);
        await db.SaveChangesAsync(ct);
    }
}
