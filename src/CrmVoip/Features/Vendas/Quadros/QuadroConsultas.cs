using System.Linq.Expressions;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Vendas.Oportunidades;
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

/// <summary>A card beside the total of its stage.</summary>
public sealed record LinhaDoQuadro(int Quantidade, decimal Soma, CartaoDaOportunidade Cartao);

public static class QuadroConsultas
{
    public const int CartoesPorColuna = 50;

    /// <summary>
    /// All cards of the board in one flat command, in no order: one LATERAL per stage that stops after its rows, one more than is
    /// shown, so the cost grows neither with the stage nor with other organizations. The totals are joined, not selected: beside a
    /// LATERAL, PostgreSQL would count again for every card. A stage without a card has none.
    /// </summary>
    /// <param name="db">The organization's.</param>
    /// <param name="filtro">The board's filter.</param>
    /// <param name="agora">Now.</param>
    /// <param name="contados">Totals that are counted already; without them the rows have none.</param>
    public static IQueryable<LinhaDoQuadro> Quadro(this CrmDbContext db, FiltroDoQuadro filtro, DateTimeOffset agora, IQueryable<TotalDaEtapa>? contados)
    {
        var (condicao, texto) = (filtro.Condicao(agora, db.Organizacao.Exigido.FusoHorario), filtro.CondicaoDoTexto());
        var etapas = db.EtapasDoFunilPrincipal();
        var totais = contados ?? etapas.Where(_ => false).Select(e => new TotalDaEtapa { EtapaId = e.Id, Quantidade = 0, Soma = 0 });
        // The card's last condition always holds: it refers to the stage beside the key, and so keeps the cards a LATERAL.
        var linhas = etapas
            .LeftJoin(totais, e => e.Id, t => t.EtapaId, (e, t) => new { e, t })
            .SelectMany(
                x => x.e.Oportunidades.AsQueryable().Where(condicao).Where(texto).Where(o => o.Id != x.e.Id).OrderBy(o => o.Posicao).Take(CartoesPorColuna + 1),
                (x, o) => new NaEtapa { Quantidade = (int?)x.t!.Quantidade ?? 0, Soma = (decimal?)x.t!.Soma ?? 0, Oportunidade = o });
        return linhas.Select(db.Linha());
    }

    // n => new LinhaDoQuadro(n.Quantidade, n.Soma, Cartao(n.Oportunidade))
    private static Expression<Func<NaEtapa, LinhaDoQuadro>> Linha(this CrmDbContext db)
    {
        var n = Expression.Parameter(typeof(NaEtapa), "n");
        Expression[] valores =
        [
            Expression.Property(n, nameof(NaEtapa.Quantidade)),
            Expression.Property(n, nameof(NaEtapa.Soma)),
            Expression.Invoke(db.Cartao(), Expression.Property(n, nameof(NaEtapa.Oportunidade))),
        ];
        return Expression.Lambda<Func<NaEtapa, LinhaDoQuadro>>(Expression.New(typeof(LinhaDoQuadro).GetConstructors()[0], valores), n);
    }

    private sealed class NaEtapa
    {
        public required int Quantidade { get; init; }

        public required decimal Soma { get; init; }

        public required Oportunidade Oportunidade { get; init; }
    }

    public static Task<CartaoDaOportunidade> CartaoAsync(this CrmDbContext db, Guid id, CancellationToken ct) =>
        db.Oportunidades.Where(o => o.Id == id).Select(db.Cartao()).SingleAsync(ct);

    /// <summary>All that the filter lets pass.</summary>
    public static IQueryable<Oportunidade> Passam(this CrmDbContext db, FiltroDoQuadro filtro, DateTimeOffset agora) =>
        db.Oportunidades.Where(filtro.Condicao(agora, db.Organizacao.Exigido.FusoHorario)).Where(filtro.CondicaoDoTexto());

    /// <summary>The cards that follow a position in a stage ("" for the first ones), one more than is shown at once.</summary>
    public static IQueryable<CartaoDaOportunidade> CartoesDepois(
        this CrmDbContext db, Guid etapaId, string depois, FiltroDoQuadro filtro, DateTimeOffset agora) =>
        db.Passam(filtro, agora)
            .Where(o => o.EtapaId == etapaId && o.Posicao.CompareTo(depois) > 0)
            .OrderBy(o => o.Posicao)
            .Take(CartoesPorColuna + 1)
            .Select(db.Cartao());

    /// <summary>The cards of some deals, in the order of their columns.</summary>
    public static IQueryable<CartaoDaOportunidade> Cartoes(this CrmDbContext db, Guid[] ids) =>
        db.Oportunidades.Where(o => ids.Contains(o.Id)).OrderBy(o => o.Posicao).Select(db.Cartao());

    /// <summary>As they are ordered.</summary>
    public static IQueryable<CartaoDaOportunidade> Cartoes(this CrmDbContext db, IQueryable<Oportunidade> oportunidades) => oportunidades.Select(db.Cartao());

    // The second condition always holds. It refers to the card beside the key, and so keeps the last call a LATERAL that
    // stops at its first row: by the key alone EF Core would number every call of the organization.
    private static Expression<Func<Oportunidade, CartaoDaOportunidade>> Cartao(this CrmDbContext db)
    {
        var contadas = db.Ligacoes.Contadas();
        return o => new CartaoDaOportunidade(
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
            contadas
                .Where(l => l.OportunidadeId == o.Id && l.Id != o.Id)
                .OrderByDescending(l => l.InicioEm)
                .Select(l => new UltimaLigacao(l.InicioEm, l.Status, l.Direcao, l.Resultado!.Nome)
                {
                    PessoaId = l.UsuarioId,
                    AtendidaEm = l.AtendidaEm,
                    UltimoSinalEm = l.UltimoSinalEm,
                })
                .FirstOrDefault())
        {
            PedidaPorId = o.PedidaPorId,
            ContatoId = o.ContatoId,
            AtualizadaEm = o.AtualizadaEm,
        };
    }
}
