using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Text;
using CrmVoip.Web;
using CrmVoip.Work;

namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>
/// Keeps a request for a link, which is worked off after the answer: that is the same, and takes as long, whether the account
/// exists or not.
/// </summary>
public sealed class PedirRecuperacao(ContasDbContext db, AgendaDaConta agenda, IHttpContextAccessor contexto)
{
    public Task ExecutarAsync(string email, CancellationToken ct) => db.EmTransacaoAsync(
        async () =>
        {
            var (ip, agente) = contexto.DeOnde();
            var pedido = new PedidoDeRecuperacao(Digitado.Limpar(email)) { Ip = ip, Agente = agente };
            db.Add(pedido);
            await agenda.AgendarAsync<EnviarLinkDeSenha>(pedido.Id, ct);
            return await db.SaveChangesAsync(ct);
        },
        ct);
}
