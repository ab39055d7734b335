using CrmVoip.Data;
using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>
/// What stands between a person and the first call, from facts. The microphone is the browser's to know: app/vendas/primeiros-passos.js
/// ticks it.
/// </summary>
public sealed record PrimeirosPassos(StatusDaIntegracao? Conexao, bool ComRamal, bool Ligou)
{
    public bool Conectada => Conexao == StatusDaIntegracao.Conectada;

    /// <summary>A connection that breaks later is told elsewhere, and does not bring the first steps back.</summary>
    public bool Completos => Conexao is not (null or StatusDaIntegracao.NaoConectada) && ComRamal && Ligou;

    /// <summary>Kept in the browser, for this person; its path is the organization's.</summary>
    public static string Cookie(Guid usuarioId) => $"passos.{usuarioId:N}";

    /// <summary>What a page that shows them says when it asks again.</summary>
    public string Marca => $"{Conexao}-{ComRamal}-{Ligou}";

    public bool Mostrar(HttpRequest request, Guid usuarioId) => !Completos && !Dispensados(request, usuarioId);

    /// <summary>Closed by their person, or once complete: nothing need be read to know that.</summary>
    public static bool Dispensados(HttpRequest request, Guid usuarioId) => request.Cookies.ContainsKey(Cookie(usuarioId));

    /// <summary>As app/vendas/primeiros-passos.js does when their person closes them.</summary>
    public static void Dispensar(HttpContext http, Guid usuarioId) => http.Response.Cookies.Append(
        Cookie(usuarioId),
        "dispensados",
        new CookieOptions { Path = http.Request.PathBase, MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps });
}

public static class PrimeirosPassosConsultas
{
    /// <summary>
    /// The last call, not whether there is one: for that PostgreSQL would hope to meet one soon, and walk through those of other
    /// people and organizations.
    /// </summary>
    public static Task<PrimeirosPassos> PrimeirosPassosAsync(this CrmDbContext db, Guid usuarioId, CancellationToken ct) =>
        db.Organizacoes
            .Where(o => o.Id == db.Organizacao.Id)
            .Select(o => new PrimeirosPassos(
                db.ConexaoAtual().Select(i => (StatusDaIntegracao?)i.Status).SingleOrDefault(),
                db.RamaisVoip.Any(r => r.UsuarioId == usuarioId && r.Status == StatusDoRamal.Ativo && r.SegredoId != null),
                db.Ligacoes.Where(l => l.UsuarioId == usuarioId && !l.AMao).Max(l => (DateTimeOffset?)l.InicioEm) != null))
            .SingleAsync(ct);
}
