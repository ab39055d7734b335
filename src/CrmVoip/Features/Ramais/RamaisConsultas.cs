using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Ramais;

/// <summary>What the own page tells of the line. AtribuidoPor is null when its person registered it.</summary>
public sealed record SituacaoDoRamal(
    Guid Id,
    string Extension,
    string SipServer,
    StatusDoRamal Status,
    bool TemSenha,
    DateTimeOffset? AtribuidoEm = null,
    string? AtribuidoPor = null);

public sealed record RamalPerdido(string Extension, DateTimeOffset RevogadoEm);

public sealed record RamalDoMembro(Guid Id, string Extension, string SipServer, string NomeExibicao, StatusDoRamal Status, DateTimeOffset CriadoEm);

public sealed record MembroComRamal(Guid UsuarioId, string Nome, string Email, bool Ativo, RamalDoMembro? Ramal, DateTimeOffset? UltimoUso);

public static class RamaisConsultas
{
    private static readonly string[] _doAdministrador = [Acoes.RamalAtribuido, Acoes.RamalImportado];

    public static async Task<SituacaoDoRamal?> SituacaoAsync(this CrmDbContext db, Guid usuarioId, CancellationToken ct)
    {
        var situacao = await db.RamaisVoip
            .Where(r => r.UsuarioId == usuarioId)
            .Select(r => new SituacaoDoRamal(r.Id, r.Extension, r.SipServer, r.Status, r.SegredoId != null, null, null))
            .SingleOrDefaultAsync(ct);
        var atribuicao = situacao is null
            ? null
            : await db.AuditLog
                .Where(a => a.EntidadeId == situacao.Id && _doAdministrador.Contains(a.Acao))
                .OrderByDescending(a => a.OcorridoEm)
                .Select(a => new { a.OcorridoEm, Por = db.Membros.Where(m => m.UsuarioId == a.UsuarioId).Select(m => m.Nome).SingleOrDefault() })
                .FirstOrDefaultAsync(ct);
        return situacao is null || atribuicao is null
            ? situacao
            : situacao with { AtribuidoEm = atribuicao.OcorridoEm, AtribuidoPor = atribuicao.Por };
    }

    public static Task<RamalPerdido?> PerdidoAsync(this CrmDbContext db, Guid usuarioId, CancellationToken ct) =>
        db.RamaisRevogados()
            .Where(r => r.UsuarioId == usuarioId)
            .OrderByDescending(r => r.RevogadoEm)
            .Select(r => new RamalPerdido(r.Extension, r.RevogadoEm!.Value))
            .FirstOrDefaultAsync(ct);

    /// <summary>Every active member, and who left without giving the ramal back. Last use: when the phone last fetched its credentials.</summary>
    public static async Task<IReadOnlyList<MembroComRamal>> MembrosComRamalAsync(this CrmDbContext db, CancellationToken ct) =>
        [.. (await (
            from membro in db.Membros
            from ramal in db.RamaisVoip.Where(r => r.UsuarioId == membro.UsuarioId).DefaultIfEmpty()
            where membro.Ativo || ramal != null
            select new MembroComRamal(
                membro.UsuarioId,
                membro.Nome,
                membro.Email,
                membro.Ativo,
                ramal == null ? null : new RamalDoMembro(ramal.Id, ramal.Extension, ramal.SipServer, ramal.NomeExibicao, ramal.Status, ramal.CriadoEm),
                db.AuditLog
                    .Where(a => a.EntidadeId == ramal!.Id && a.Acao == Acoes.TelefoneCredenciais)
                    .Max(a => (DateTimeOffset?)a.OcorridoEm)))
            .ToListAsync(ct)).OrderBy(m => m.Nome, Nomes.Ordem).ThenBy(m => m.UsuarioId)];

    /// <summary>Who has each extension here, by number and server.</summary>
    public static async Task<Dictionary<(string Extension, string SipServer), string>> DonosAsync(this CrmDbContext db, CancellationToken ct) =>
        await (
            from ramal in db.RamaisVoip
            join membro in db.Membros on ramal.UsuarioId equals membro.UsuarioId
            select new { ramal.Extension, ramal.SipServer, membro.Nome })
            .ToDictionaryAsync(r => (r.Extension, r.SipServer), r => r.Nome, ct);
}
