using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Web;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CrmVoip.Features.Pessoas.Conta.Sessoes;

/// <summary>Lets a cookie in whose session stands, on each request, and no other.</summary>
public sealed class ConferirSessao(
    SessoesVivas vivas, ContasDbContext db, AparelhoConhecido aparelho, IHttpContextAccessor acesso, IOptions<IdentityOptions> identidade, TimeProvider relogio)
{
    public async Task ConferirAsync(CookieValidatePrincipalContext context)
    {
        var ct = context.HttpContext.RequestAborted;
        var carimbo = context.Principal?.FindFirstValue(identidade.Value.ClaimsIdentity.SecurityStampClaimType);
        if (context.Principal is { } pessoa && OrganizacaoMiddleware.UsuarioId(pessoa) is { } usuarioId
            && (SessaoDoPedido.IdDo(context.Properties) ?? await AdotarAsync(context, usuarioId, carimbo, ct)) is { } id)
        {
            var sessao = new SessaoDoPedido(id, usuarioId);
            if (await vivas.ValeAsync(sessao, carimbo, ct))
            {
                sessao.Lembrar(context.HttpContext);
                return;
            }
        }

        // The cookie stays where it is: the browser may have a newer one by now, of a new password or a sign-in that a request beside
        // this one brought, and an answer that takes it away takes that one.
        context.RejectPrincipal();
    }

    /// <summary>
    /// A cookie of the version before sessions were rows, which may still serve beside this one, gets its row on its first visit.
    /// Its copies get the same, and end with it.
    /// </summary>
    private async Task<Guid?> AdotarAsync(CookieValidatePrincipalContext context, Guid usuarioId, string? carimbo, CancellationToken ct)
    {
        if (context.Properties.IssuedUtc is not { } emitida || !await db.Users.AnyAsync(u => u.Id == usuarioId && u.SecurityStamp == carimbo, ct))
        {
            return null;
        }

        var agora = relogio.GetUtcNow();
        var (ip, agente) = acesso.DeOnde();
        var id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{usuarioId:N} {emitida.UtcTicks}")).AsSpan(0, 16));
        await db.AdotarSessaoAsync(
            new Sessao(usuarioId) { Id = id, CriadaEm = emitida, UsadaEm = agora, ExpiraEm = agora + Sessao.DuracaoMaxima, Ip = ip, Agente = agente }, ct);
        SessaoDoPedido.PorNo(context.Properties, id);
        context.ShouldRenew = true;
        aparelho.Marcar(usuarioId);
        return id;
    }
}
