using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Web;

namespace CrmVoip.Features.Conta;

/// <summary>Account facts, outside any organization.</summary>
public sealed class RegistroDeConta(ContasDbContext db, IHttpContextAccessor contexto)
{
    public async Task GravarAsync(Guid? usuarioId, string acao, CancellationToken ct)
    {
        var (ip, agente) = contexto.DeOnde();
        db.Add(new EventoDeConta(usuarioId, acao) { Ip = ip, Agente = agente });
        await db.SaveChangesAsync(ct);
    }
}
