using CrmVoip.Data;
using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Shared;

/// <summary>
/// What stands between a person and the first call, from facts. The microphone is the browser's to know: app/primeiros-passos.js
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

    public bool Mostrar(HttpRequest request, Guid usuarioId) => !Completos && !request.Cookies.ContainsKey(Cookie(usuarioId));
}

/// <summary>A row, and beside it what its reader has done of the first steps.</summary>
public sealed record ComPassos<T>(T Linha, PrimeirosPassos Passos);

public static class PrimeirosPassosConsultas
{
    public static async Task<PrimeirosPassos> PrimeirosPassosAsync(this CrmDbContext db, Guid usuarioId, CancellationToken ct) =>
        (await db.Organizacoes.Where(o => o.Id == db.Organizacao.Id).Select(o => o.Id).ComPrimeirosPassos(db, usuarioId).SingleAsync(ct)).Passos;

    /// <summary>
    /// The same facts beside every row, in its own command: they do not refer to the row, so PostgreSQL looks once. The last call,
    /// not whether there is one: for that it would hope to meet one soon, and walk through those of other people and organizations.
    /// </summary>
    public static IQueryable<ComPassos<T>> ComPrimeirosPassos<T>(this IQueryable<T> linhas, CrmDbContext db, Guid usuarioId) =>
        linhas.Select(linha => new ComPassos<T>(
            linha,
            new PrimeirosPassos(
                db.Integracoes.Where(i => i.Plataforma == PlataformaEnum.Api4com).Select(i => (StatusDaIntegracao?)i.Status).SingleOrDefault(),
                db.RamaisVoip.Any(r => r.UsuarioId == usuarioId && r.Status == StatusDoRamal.Ativo && r.SegredoId != null),
                db.Ligacoes.Where(l => l.UsuarioId == usuarioId).Max(l => (DateTimeOffset?)l.InicioEm) != null)));
}
