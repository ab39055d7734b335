using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Pessoas.Membros;

/// <summary>ComSegundoFator: who has it. Exigem: the papéis that must.</summary>
public sealed record TelaDosMembros(IReadOnlyList<MembroNaLista> Membros, IReadOnlyList<ConviteNaLista> Convites, DateTimeOffset Agora, string? PorConfirmar = null)
{
    public IReadOnlyCollection<Guid> ComSegundoFator { get; init; } = [];

    public IReadOnlyCollection<Papel> Exigem { get; init; } = [];

    public int Ativos => Membros.Count(m => m.Ativo);

    public int Desativados => Membros.Count - Ativos;
}

public sealed record MembroNaLista(Guid Id, string Nome, string Email, Papel Papel, bool Ativo, DateTimeOffset CriadoEm, string? Ramal);

/// <summary>An invitation nobody has accepted yet.</summary>
public sealed record ConviteNaLista(Guid Id, string Email, Papel Papel, string CriadoPor, DateTimeOffset CriadoEm, DateTimeOffset ExpiraEm);

/// <summary>What somebody leaves behind when deactivated.</summary>
public sealed record SaidaDoMembro(string Nome, bool Ativo, string? Ramal, int OportunidadesAbertas, int TarefasAbertas)
{
    public bool TemAbertas => OportunidadesAbertas + TarefasAbertas > 0;
}

public static class MembrosConsultas
{
    public static async Task<TelaDosMembros> MembrosAsync(this CrmDbContext db, DateTimeOffset agora, CancellationToken ct) => new(
        [.. (await db.Membros
            .Select(m => new MembroNaLista(
                m.UsuarioId,
                m.Nome,
                m.Email,
                m.Papel,
                m.Ativo,
                m.CriadoEm,
                db.RamaisVoip.Where(r => r.UsuarioId == m.UsuarioId).Select(r => r.Extension).SingleOrDefault()))
            .ToListAsync(ct)).OrderByDescending(m => m.Ativo).ThenBy(m => m.Nome, Nomes.Ordem)],
        await db.Convites
            .EmAberto()
            .OrderBy(c => c.CriadoEm)
            .Select(c => new ConviteNaLista(
                c.Id,
                c.Email,
                c.Papel,
                db.Membros.Where(m => m.UsuarioId == c.CriadoPor).Select(m => m.Nome).Single(),
                c.CriadoEm,
                c.ExpiraEm))
            .ToListAsync(ct),
        agora);

    /// <summary>Neither accepted nor revoked: waiting for its person, or expired.</summary>
    public static IQueryable<Convite> EmAberto(this IQueryable<Convite> convites) =>
        convites.Where(c => c.AceitoEm == null && c.RevogadoEm == null);

    public static Task<SaidaDoMembro?> SaidaAsync(this CrmDbContext db, Guid id, CancellationToken ct) =>
        db.Membros
            .Where(m => m.UsuarioId == id)
            .Select(m => new SaidaDoMembro(
                m.Nome,
                m.Ativo,
                db.RamaisVoip.Where(r => r.UsuarioId == id).Select(r => r.Extension).SingleOrDefault(),
                db.Oportunidades.Count(o => o.ResponsavelId == id && o.Situacao == SituacaoDaOportunidade.Aberta),
                db.Tarefas.Count(t => t.ResponsavelId == id && t.ConcluidaEm == null)))
            .SingleOrDefaultAsync(ct);

    /// <summary>Who may get what somebody leaves open.</summary>
    public static async Task<IReadOnlyList<SelectListItem>> SucessoresAsync(this CrmDbContext db, Guid deQuem, string nome, CancellationToken ct) =>
    [
        new("Escolha quem fica com o que está aberto", ""),
        .. (await db.Membros.Where(m => m.Ativo && m.UsuarioId != deQuem).Select(m => new { m.UsuarioId, m.Nome }).ToListAsync(ct))
            .OrderBy(m => m.Nome, Nomes.Ordem).Select(m => new SelectListItem(m.Nome, m.UsuarioId.ToString())),
        new($"Deixar com {nome}", SaidaForm.Ninguem),
    ];
}
