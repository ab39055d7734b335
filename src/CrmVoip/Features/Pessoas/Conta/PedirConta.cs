using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Pessoas.Correio;
using CrmVoip.Text;
using CrmVoip.Work;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>
/// Keeps a sign-up until its link is opened. What the address is to us is looked up after the answer, which is therefore the same
/// and takes as long whether it has an account or not.
/// </summary>
public sealed class PedirConta(ContasDbContext db, AgendaDaConta agenda, ProvaDeEndereco provas, TimeProvider relogio)
{
    public Task ExecutarAsync(CadastroForm form, CancellationToken ct) => db.EmTransacaoAsync(
        async () =>
        {
            var pedido = new PedidoDeConta(
                Digitado.Limpar(form.Email).ToLowerInvariant(), form.Nome!.SemPontas(), form.Organizacao!.SemPontas(), Digitado.Limpar(form.Slug));
            db.Add(pedido);
            await agenda.AgendarAsync<EnviarLinkDeCadastro>(pedido.Id, ct);
            return await db.SaveChangesAsync(ct);
        },
        ct);

    /// <summary>Null when the link is not one of ours, or served already, or is past its time.</summary>
    public async Task<PedidoDeConta?> LerAsync(Guid id, string token, CancellationToken ct) =>
        await db.PedidosDeConta.SingleOrDefaultAsync(p => p.Id == id, ct) is { } pedido
        && relogio.GetUtcNow() - pedido.CriadoEm < PedidoDeConta.Validade
        && provas.Vale(pedido, token)
            ? pedido
            : null;

    public Task EsquecerAsync(PedidoDeConta pedido, CancellationToken ct) =>
        db.PedidosDeConta.Where(p => p.Id == pedido.Id).ExecuteDeleteAsync(ct);
}
