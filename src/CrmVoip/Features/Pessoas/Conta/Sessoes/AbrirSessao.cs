using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Web;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Pessoas.Conta.Sessoes;

/// <summary>
/// Gives each cookie its row, whatever the person signed in with: it is told by the cookie itself. Here alone it is known that
/// somebody signed in on a browser that the account had not seen.
/// </summary>
public sealed class AbrirSessao(
    IServiceScopeFactory fabrica,
    AparelhoConhecido aparelho,
    EncerrarSessoes encerrar,
    SessoesVivas vivas,
    RegistroDeConta registro,
    IHttpContextAccessor acesso,
    TimeProvider relogio)
{
    public async Task AbrirAsync(CookieSigningInContext context)
    {
        if (context.Principal is not { } pessoa || OrganizacaoMiddleware.UsuarioId(pessoa) is not { } usuarioId)
        {
            return;
        }

        var antes = SessaoDoPedido.De(context.HttpContext);
        if (antes?.UsuarioId == usuarioId && antes.Id == SessaoDoPedido.IdDo(context.Properties))
        {
            // The same session with new claims: after a change of password, say.
            vivas.Esquecer(antes.Id);
            return;
        }

        var (sessao, aparelhoNovo) = await GravarAsync(usuarioId);
        SessaoDoPedido.PorNo(context.Properties, sessao.Id);
        new SessaoDoPedido(sessao.Id, usuarioId).Lembrar(context.HttpContext);
        aparelho.Marcar(usuarioId);
        if (aparelhoNovo)
        {
            await registro.GravarAsync(usuarioId, Acoes.Conta.DispositivoNovo, CancellationToken.None);
        }

        if (antes is not null)
        {
            await encerrar.UmaAsync(antes.UsuarioId, antes.Id, CancellationToken.None);
        }
    }

    // In a scope of its own: whatever the request left undone is not written with it.
    private async Task<(Sessao Sessao, bool AparelhoNovo)> GravarAsync(Guid usuarioId)
    {
        await using var escopo = fabrica.CreateAsyncScope();
        var db = escopo.ServiceProvider.GetRequiredService<ContasDbContext>();
        var agora = relogio.GetUtcNow();
        var (ip, agente) = acesso.DeOnde();
        var sessao = new Sessao(usuarioId) { CriadaEm = agora, UsadaEm = agora, ExpiraEm = agora + Sessao.DuracaoMaxima, Ip = ip, Agente = agente };
        return await db.EmTransacaoAsync(
            async () =>
            {
                // The first browser of an account is no news.
                var novo = aparelho.Da(usuarioId) is null && await db.Sessoes.AnyAsync(s => s.UsuarioId == usuarioId);
                db.Add(sessao);
                await db.SaveChangesAsync();
                return (sessao, novo);
            },
            CancellationToken.None);
    }
}
