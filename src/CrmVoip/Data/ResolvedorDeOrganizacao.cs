using CrmVoip.Domain;
using CrmVoip.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Data;

/// <summary>Finds the organization a person may enter: an active one of which the person is an active member.</summary>
public sealed class ResolvedorDeOrganizacao(CrmDbContext db)
{
    /// <summary>Null when there is no such organization, or the person is no member: the two must look the same.</summary>
    public Task<Vinculo?> VinculoAsync(Guid usuarioId, string slug, CancellationToken ct) =>
        db.EmTransacaoAsync(() => Vinculos(usuarioId, db.Organizacoes.Where(o => o.Slug == slug)).SingleOrDefaultAsync(ct), ct);

    public Task<List<Vinculo>> VinculosAsync(Guid usuarioId, CancellationToken ct) =>
        db.EmTransacaoAsync(() => Vinculos(usuarioId, db.Organizacoes).ToListAsync(ct), ct);

    /// <summary>The time zone where the person works: of the organization entered last, else of the first.</summary>
    public async Task<string> FusoAsync(Usuario usuario, CancellationToken ct)
    {
        var vinculos = await VinculosAsync(usuario.Id, ct);
        return (vinculos.Find(v => v.Slug == usuario.UltimaOrganizacao) ?? vinculos.FirstOrDefault())?.FusoHorario ?? Organizacao.FusoPadrao;
    }

    /// <summary>Null when the current organization never connected a provider.</summary>
    public Task<ConexaoResumida?> ConexaoAsync(CancellationToken ct) =>
        db.EmTransacaoAsync(
            () => db.Integracoes
                .Where(i => i.Plataforma == PlataformaEnum.Api4com)
                .Select(i => new ConexaoResumida(i.WssUrl, i.ErroDesde))
                .SingleOrDefaultAsync(ct),
            ct);

    private IQueryable<Vinculo> Vinculos(Guid usuarioId, IQueryable<Organizacao> organizacoes) =>
        from membro in db.Membros.IgnoreQueryFilters([CrmDbContext.FiltroDaOrganizacao])
        join organizacao in organizacoes on membro.OrganizacaoId equals organizacao.Id
        where membro.UsuarioId == usuarioId && membro.Ativo && organizacao.Ativa
        orderby organizacao.Nome
        select new Vinculo(organizacao.Id, organizacao.Slug, organizacao.Nome, organizacao.FusoHorario, membro.Papel, membro.Nome)
        {
            ConexaoMudouEm = membro.ConexaoMudouEm,
            ExigeSegundoFator = membro.SegundoFatorExigido,
        };
}

/// <summary>The WebSocket address of the organization's provider, and since when its connection is broken.</summary>
public sealed record ConexaoResumida(string? WssUrl, DateTimeOffset? ErroDesde);
