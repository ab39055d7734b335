using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Web;

namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>Account facts, outside any organization.</summary>
public sealed class RegistroDeConta(ContasDbContext db, IHttpContextAccessor contexto)
{
    public Task GravarAsync(Guid? usuarioId, string acao, CancellationToken ct)
    {
        var (ip, agente) = contexto.DeOnde();
        return GravarAsync(new EventoDeConta(usuarioId, acao) { Ip = ip, Agente = agente }, ct);
    }

    public async Task GravarAsync(EventoDeConta evento, CancellationToken ct)
    {
        db.Add(evento);
        await db.SaveChangesAsync(ct);
    }
}
