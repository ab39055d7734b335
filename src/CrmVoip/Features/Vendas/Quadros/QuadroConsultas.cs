using System.Linq.Expressions;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Features.Oportunidades;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Quadros;

/// <summary>A stage with its totals and its first cards.</summary>
public sealed record ColunaDoQuadro(Guid Id, string Nome, int Quantidade, decimal Soma, IReadOnlyList<CartaoDaOportunidade> Cartoes);

public static class QuadroConsultas
{
    public const int CartoesPorColuna = 50;

    /// <summary>
    /// The whole board in one command: the nested Take becomes one LATERAL per stage that stops after 50 rows, so the cost
    /// grows neither with the stage nor with other organizations. The totals are joined, not selected: beside a LATERAL,
    /// PostgreSQL would count again for every card.
    /// </summary>
    public static IQueryable<ColunaDoQuadro> Quadro(this CrmDbContext db, FiltroDoQuadro filtro, DateTimeOffset agora, bool contado)
    {
        var condicao = filtro.Condicao(agora, db.Organizacao.Exigido.FusoHorario);
        var cartao = db.Cartao();
        return db.EtapasDoFunilPrincipal()
            .LeftJoin(db.Totais(filtro, agora, contado), e => e.Id, t => t.EtapaId, (etapa, total) => new { etapa, total })
            .OrderBy(x => x.etapa.Ordem)
            .Select(x => new ColunaDoQuadro(
                x.etapa.Id,
                x.etapa.Nome,
                (int?)x.total!.Quantidade ?? 0,
                (decimal?)x.total!.Soma ?? 0,
                x.etapa.Oportunidades.AsQueryable().Where(condicao).OrderBy(o => o.Posicao).Take(CartoesPorColuna).Select(cartao).ToList()));
    }

    public static Task<CartaoDaOportunidade> CartaoAsync(this CrmDbContext db, Guid id, CancellationToken ct) =>
        db.Oportunidades.Where(o => o.Id == id).Select(db.Cartao()).SingleAsync(ct);

    /// <summary>The cards that follow a position in a stage ("" for the first ones), one more than is shown at once.</summary>
    public static IQueryable<CartaoDaOportunidade> CartoesDepois(
        this CrmDbContext db, Guid etapaId, string depois, FiltroDoQuadro filtro, DateTimeOffset agora) =>
        db.Oportunidades
            .Where(o => o.EtapaId == etapaId && o.Posicao.CompareTo(depois) > 0)
            .Where(filtro.Condicao(agora, db.Organizacao.Exigido.FusoHorario))
            .OrderBy(o => o.Posicao)
            .Take(CartoesPorColuna + 1)
            .Select(db.Cartao());

    // The second condition always holds. It refers to the card beside the key, and so keeps the last call a LATERAL that
    // stops at its first row: by the key alone EF Core would number every call of the organization.
    private static Expression<Func<Oportunidade, CartaoDaOportunidade>> Cartao(this CrmDbContext db) => o => new CartaoDaOportunidade(
        o.Id,
        o.Titulo,
        o.Valor,
        o.NaEtapaDesde,
        o.EncerradaEm,
        o.ContatoId,
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
