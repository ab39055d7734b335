using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Ramais;

/// <summary>
/// What the own page tells of the line: whether the ramal counts as this person's and why, or who switched it off. PelaApi4Com:
/// the organization's token dials, and so only by a confirmed one.
/// </summary>
public sealed record SituacaoDoRamal(string Extension, string SipServer, StatusDoRamal Status, bool TemSenha)
{
    public bool Confirmado { get; init; }

    /// <summary>Not confirmed, and the number counts as somebody else's.</summary>
    public bool DeOutra { get; init; }

    public bool PelaApi4Com { get; init; }

    public DateTimeOffset? DadoEm { get; init; }

    public string? DadoPor { get; init; }

    public ProvaDoRamal? Prova { get; init; }

    public DateTimeOffset? ProvadoEm { get; init; }

    public DateTimeOffset? DesativadoEm { get; init; }

    public string? DesativadoPor { get; init; }
}

public sealed record RamalPerdido(string Extension, DateTimeOffset RevogadoEm);

/// <summary>De: who has that number, where this person only says so.</summary>
public sealed record RamalDoMembro(RamalVoip Ramal, bool Confirmado, string? De);

public sealed record MembroComRamal(Guid UsuarioId, string Nome, string Email, bool Ativo, RamalDoMembro? Ramal, DateTimeOffset? UltimoUso);

public static class RamaisConsultas
{
    public static async Task<SituacaoDoRamal?> SituacaoAsync(this CrmDbContext db, Guid usuarioId, CancellationToken ct)
    {
        if (await db.RamalDeAsync(usuarioId, ct) is not { } ramal)
        {
            return null;
        }

        var conexao = await db.ConexaoAsync(ct);
        var nomes = await db.Membros
            .Where(m => m.UsuarioId == ramal.DadoPor || m.UsuarioId == ramal.DesativadoPor)
            .ToDictionaryAsync(m => m.UsuarioId, m => m.Nome, ct);
        return new SituacaoDoRamal(ramal.Extension, ramal.SipServer, ramal.Status, ramal.SegredoId is not null)
        {
            Confirmado = ramal.Confirmado(conexao),
            DeOutra = !ramal.Confirmado(conexao) && await db.NumeroDeOutraAsync(ramal.Extension, ramal.UsuarioId, ct),
            PelaApi4Com = conexao?.ModoDeDiscagem == ModoDeDiscagem.Dialer,
            DadoEm = ramal.DadoPor == usuarioId ? null : ramal.DadoEm,
            DadoPor = nomes.GetValueOrDefault(ramal.DadoPor ?? Guid.Empty),
            Prova = ramal.Prova,
            ProvadoEm = ramal.ProvadoEm,
            DesativadoEm = ramal.DesativadoEm,
            DesativadoPor = nomes.GetValueOrDefault(ramal.DesativadoPor ?? Guid.Empty),
        };
    }

    public static Task<RamalPerdido?> PerdidoAsync(this CrmDbContext db, Guid usuarioId, CancellationToken ct) =>
        db.RamaisRevogados()
            .Where(r => r.UsuarioId == usuarioId)
            .OrderByDescending(r => r.RevogadoEm)
            .Select(r => new RamalPerdido(r.Extension, r.RevogadoEm!.Value))
            .FirstOrDefaultAsync(ct);

    /// <summary>Every active member, and who left without giving the ramal back. Last use: when the phone last fetched its credentials.</summary>
    public static async Task<IReadOnlyList<MembroComRamal>> MembrosComRamalAsync(this CrmDbContext db, CancellationToken ct)
    {
        var conexao = await db.ConexaoAsync(ct);
        var linhas = await (
            from membro in db.Membros.AsNoTracking()
            from ramal in db.RamaisVoip.Where(r => r.UsuarioId == membro.UsuarioId).DefaultIfEmpty()
            where membro.Ativo || ramal != null
            select new
            {
                Membro = membro,
                Ramal = ramal,
                UltimoUso = db.RamaisTitulares
                    .Where(t => t.Ate == null && t.UsuarioId == ramal!.UsuarioId && t.Extension == ramal.Extension && t.SipDomain == ramal.SipServer)
                    .Max(t => t.UltimoUsoEm),
            })
            .ToListAsync(ct);
        var donos = linhas.Where(l => l.Ramal?.Confirmado(conexao) == true).Select(l => (l.Ramal!, l.Membro.Nome)).ToList();
        return [.. linhas
            .Select(l => new MembroComRamal(
                l.Membro.UsuarioId,
                l.Membro.Nome,
                l.Membro.Email,
                l.Membro.Ativo,
                l.Ramal is null ? null : Situar(l.Ramal, conexao, donos),
                l.UltimoUso))
            .OrderBy(m => m.Nome, Nomes.Ordem).ThenBy(m => m.UsuarioId)];
    }

    private static RamalDoMembro Situar(RamalVoip ramal, Integracao? conexao, List<(RamalVoip Ramal, string Nome)> donos)
    {
        var confirmado = ramal.Confirmado(conexao);
        var endereco = RamalVoip.EnderecoDe(ramal.Extension, conexao?.LugarDosRamais ?? "");
        return new(ramal, confirmado, confirmado ? null : donos.Find(d => d.Ramal.Endereco == endereco).Nome);
    }

    /// <summary>Who has the number of each of the provider's ramais here.</summary>
    public static async Task<Func<string, string?>> DonosAsync(this CrmDbContext db, CancellationToken ct)
    {
        var lugar = await db.LugarDosRamaisAsync(ct);
        var donos = await (
            from ramal in db.RamaisVoip.AsNoTracking()
            join membro in db.Membros on ramal.UsuarioId equals membro.UsuarioId
            select new { Ramal = ramal, membro.Nome })
            .ToListAsync(ct);
        return numero => donos.Find(d => d.Ramal.Impede(RamalVoip.EnderecoDe(numero, lugar)))?.Nome;
    }
}
