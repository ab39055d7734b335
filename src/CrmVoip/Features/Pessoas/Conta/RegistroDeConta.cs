using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Pessoas.Correio;
using CrmVoip.Mail;
using CrmVoip.Web;
using CrmVoip.Work;

namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>
/// Account facts, outside any organization: the one door. Written in a scope of their own: they stand whatever becomes of what
/// they tell of. A kind of fact that its owner must hear of (AvisoDaConta) brings its mail with it, in the same transaction.
/// </summary>
public sealed class RegistroDeConta(IServiceScopeFactory fabrica, ICorreio correio, IHttpContextAccessor contexto)
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
        if (evento.UsuarioId is null || AvisoDaConta.De(evento.Acao) is null || !correio.Configurado)
        {
            await db.SaveChangesAsync(ct);
            return;
        }

        var agenda = escopo.ServiceProvider.GetRequiredService<AgendaDaConta>();
        await db.EmTransacaoAsync(
            async () =>
            {
                await agenda.AgendarAsync<AvisarDono>(evento.Id, ct);
                return await db.SaveChangesAsync(ct);
            },
            ct);
    }
}
