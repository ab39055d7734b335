using System.Linq.Expressions;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Features.Oportunidades;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Quadros;

/// <summary>A stage with its total and its first cards.</summary>
public sealed record ColunaDoQuadro(Guid Id, string Nome, Total Total, IReadOnlyList<CartaoDaOportunidade> Cartoes, bool HaMais)
{
    /// <param name="id">The stage.</param>
    /// <param name="nome">Its name.</param>
    /// <param name="total">Of all that the filter lets pass.</param>
    /// <param name="cartoes">One more than is shown when there are more.</param>
    public static ColunaDoQuadro De(Guid id, string nome, Total total, IReadOnlyCollection<CartaoDaOportunidade> cartoes) =>
        new(id, nome, total, [.. cartoes.Take(QuadroConsultas.CartoesPorColuna)], cartoes.Count > QuadroConsultas.CartoesPorColuna);
}

/// <summary>As PostgreSQL gives it: with one card more than is shown when there are more.</summary>
public sealed record ColunaLida(Guid Id, string Nome, int Quantidade, decimal Soma, IReadOnlyList<CartaoDaOportunidade> Cartoes);

public static class QuadroConsultas
{
    public const int CartoesPorColuna = 50;

    /// <summary>
    /// The whole board in one command: the nested Take becomes one LATERAL per stage that stops after its rows, so the cost
    /// grows neither with the stage nor with other organizations. The totals are joined, not selected: beside a LATERAL,
    /// PostgreSQL would count again for every card.
    /// </summary>
    /// <param name="db">The organization's.</param>
    /// <param name="filtro">The board's filter.</param>
    /// <param name="agora">Now.</param>
    /// <param name="contados">Totals that are counted already; without them the columns have none.</param>
    public static IQueryable<ColunaLida> Quadro(this CrmDbContext db, FiltroDoQuadro filtro, DateTimeOffset agora, IQueryable<TotalDaEtapa>? contados)
    {
        var (condicao, texto) = (filtro.Condicao(agora, db.Organizacao.Exigido.FusoHorario), filtro.CondicaoDoTexto());
        var cartao = db.Cartao();
        var etapas = db.EtapasDoFunilPrincipal();
        return contados is null
            ? etapas.Select(e => new ColunaLida(
                e.Id,
                e.Nome,
                0,
                0,
                e.Oportunidades.AsQueryable().Where(condicao).Where(texto).OrderBy(o => o.Posicao).Take(CartoesPorColuna + 1).Select(cartao).ToList()))
            : etapas
                .LeftJoin(contados, e => e.Id, t => t.EtapaId, (etapa, total) => new { etapa, total })
                .OrderBy(x => x.etapa.Ordem)
                .Select(x => new ColunaLida(
                    x.etapa.Id,
                    x.etapa.Nome,
                    (int?)x.total!.Quantidade ?? 0,
                    (decimal?)x.total!.Soma ?? 0,
                    x.etapa.Oportunidades.AsQueryable().Where(condicao).Where(texto).OrderBy(o => o.Posicao).Take(CartoesPorColuna + 1).Select(cartao).ToList()));
    }

    public static Task<CartaoDaOportunidade> CartaoAsync(this CrmDbContext db, Guid id, CancellationToken ct) =>
        db.Oportunidades.Where(o => o.Id == id).Select(db.Cartao()).SingleAsync(ct);

    /// <summary>The cards that follow a position in a stage ("" for the first ones), one more than is shown at once.</summary>
    public static IQueryable<CartaoDaOportunidade> CartoesDepois(
        this CrmDbContext db, Guid etapaId, string depois, FiltroDoQuadro filtro, DateTimeOffset agora) =>
        db.Oportunidades
            .Where(o => o.EtapaId == etapaId && o.Posicao.CompareTo(depois) > 0)
            .Where(filtro.Condicao(agora, db.Organizacao.Exigido.FusoHorario))
            .Where(filtro.CondicaoDoTexto())
            .OrderBy(o => o.Posicao)
            .Take(CartoesPorColuna + 1)
            .Select(db.Cartao());

    /// <summary>The cards of some deals, in the order of their columns.</summary>
    public static IQueryable<CartaoDaOportunidade> Cartoes(this CrmDbContext db, Guid[] ids) =>
        db.Oportunidades.Where(o => ids.Contains(o.Id)).OrderBy(o => o.Posicao).Select(db.Cartao());

    // The second condition always holds. It refers to the card beside the key, and so keeps the last call a LATERAL that
    // stops at its first row: by the key alone EF Core would number every call of the organization.
    private static Expression<Func<Oportunidade, CartaoDaOportunidade>> Cartao(this CrmDbContext db) => o => new CartaoDaOportunidade(
        o.Id,
        o.EtapaId,
        o.Titulo,
        o.Valor,
        o.NaEtapaDesde,
        o.EncerradaEm,
        o.Contato!.Nome,
        o.Contato.Empresa,
        o.Contato.Telefone,
        o.ResponsavelId,
        o.Posicao,
        o.ProximoPasso,
        o.ProximoPassoEm,
        db.Ligacoes
            .Where(l => l.OportunidadeId == o.Id && l.Id != o.Id && l.SubstituidaPor == null && l.CausaDesligamento != ProjecaoDaLigacao.Microfone)
            .OrderByDescending(l => l.InicioEm)
            .Select(l => new UltimaLigacao(l.InicioEm, l.Status, l.Direcao, l.Resultado!.Nome))
            .FirstOrDefault());
}
