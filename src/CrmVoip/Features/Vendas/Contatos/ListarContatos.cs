using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Vendas.Busca;
using CrmVoip.Features.Vendas.Quadros;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Contatos;

public sealed record LinhaDeContato(Guid Id, string Nome, string? Empresa, string? Email, string? Telefone, string? TelefoneTexto, int Telefones, int Abertas, UltimaLigacao? UltimaLigacao);

/// <summary>A page of contacts. Depois: the contact that the next page comes after; null when there is none.</summary>
public sealed record PaginaDeContatos(FiltroDosContatos Filtro, IReadOnlyList<LinhaDeContato> Linhas, Guid? Depois, bool BuscaEmPreparo, DateTimeOffset Agora)
{
    /// <summary>The organization has no contact at all.</summary>
    public bool SemNenhum => Linhas.Count == 0 && Filtro is { TextoLimpo: null, Depois: null };
}

/// <summary>Reads the list of contacts, a page at a time along an index: as fast at the end of it as at its beginning.</summary>
public sealed class ListarContatos(CrmDbContext db, TimeProvider relogio)
{
    public const int PorPagina = 50;

    public async Task<PaginaDeContatos> ExecutarAsync(FiltroDosContatos filtro, CancellationToken ct)
    {
        var contatos = (await db.ContatosDaPesquisaAsync(filtro.Pesquisa, ct)).EmOrdem(filtro.Ordem, await DepoisDeAsync(filtro, ct));
        var linhas = await Linhas(contatos.Take(PorPagina + 1)).ToListAsync(ct);
        return new PaginaDeContatos(
            filtro,
            [.. linhas.Take(PorPagina)],
            linhas.Count > PorPagina ? linhas[PorPagina - 1].Id : null,
            await db.SemBuscaAsync(ct),
            relogio.GetUtcNow());
    }

    private async Task<LugarDoContato?> DepoisDeAsync(FiltroDosContatos filtro, CancellationToken ct) => filtro.Depois is { } id
        ? await db.Contatos.Where(c => c.Id == id).Select(c => new LugarDoContato(c.Ordem, c.Id)).SingleOrDefaultAsync(ct)
        : null;

    // The condition that always holds keeps the last call a LATERAL: see Cartao() in QuadroConsultas.
    private IQueryable<LinhaDeContato> Linhas(IQueryable<Contato> contatos)
    {
        var contadas = db.Ligacoes.Contadas();
        return contatos.Select(c => new LinhaDeContato(
            c.Id,
            c.Nome,
            c.Empresa,
            c.Email,
            c.Telefone,
            c.TelefoneTexto,
            c.Numeros.Length,
            db.Oportunidades.Count(o => o.ContatoId == c.Id && o.Situacao == SituacaoDaOportunidade.Aberta),
            contadas
                .Where(l => l.ContatoId == c.Id && l.Id != c.Id)
                .OrderByDescending(l => l.InicioEm)
                .Select(l => new UltimaLigacao(l.InicioEm, l.Status, l.Direcao, l.Resultado!.Nome))
                .FirstOrDefault()));
    }
}
