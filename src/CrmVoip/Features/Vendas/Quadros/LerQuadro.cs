using CrmVoip.Data;
using CrmVoip.Features.Vendas.Busca;
using CrmVoip.Features.Vendas.Oportunidades;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Quadros;

/// <summary>Reads the board, and what follows of a column, by what the filter asks for.</summary>
public sealed class LerQuadro(CrmDbContext db, EquipeDoQuadro equipe, TimeProvider relogio)
{
    public async Task<Quadro> ExecutarAsync(FiltroDoQuadro filtro, CancellationToken ct)
    {
        var agora = relogio.GetUtcNow();
        var (cartoes, total) = await CartoesAsync(filtro, agora, ct);
        var nomes = await equipe.LerAsync(cartoes, ct);
        var porEtapa = cartoes.OrderBy(c => c.Posicao, StringComparer.Ordinal).ToLookup(c => c.EtapaId);
        return new Quadro([.. nomes.Etapas.Select(e => ColunaDoQuadro.De(e.Id, e.Nome, total(e.Id), [.. porEtapa[e.Id]]))], nomes, filtro, agora)
        {
            BuscaEmPreparo = filtro.Pesquisa() is not null && await db.SemBuscaAsync(ct),
        };
    }

    /// <summary>The cards that follow a position in a stage ("" for the first ones), one more than is shown at once.</summary>
    public async Task<LoteDeCartoes> LoteAsync(Guid etapaId, string depois, FiltroDoQuadro filtro, CancellationToken ct)
    {
        var agora = relogio.GetUtcNow();
        var cartoes = await db.AchadasAsync(filtro, agora, ct) is { } achadas
            ? await db.Cartoes([.. achadas.Depois(etapaId, depois, QuadroConsultas.CartoesPorColuna + 1)]).ToListAsync(ct)
            : await db.CartoesDepois(etapaId, depois, filtro, agora).ToListAsync(ct);
        return await LoteAsync(etapaId, cartoes, filtro, agora, ct);
    }

    /// <summary>The card of one deal of a stage; none when the filter does not let it pass.</summary>
    public async Task<LoteDeCartoes> SoAsync(Guid etapaId, Guid id, FiltroDoQuadro filtro, CancellationToken ct)
    {
        var agora = relogio.GetUtcNow();
        var passa = !filtro.Ativo || await db.Passam(filtro, agora).AnyAsync(o => o.Id == id, ct);
        return await LoteAsync(etapaId, passa ? [await db.CartaoAsync(id, ct)] : [], filtro, agora, ct);
    }

    private async Task<LoteDeCartoes> LoteAsync(
        Guid etapaId, List<CartaoDaOportunidade> cartoes, FiltroDoQuadro filtro, DateTimeOffset agora, CancellationToken ct)
    {
        var nomes = await equipe.LerAsync(cartoes, ct);
        return new LoteDeCartoes(
            etapaId, [.. cartoes.Take(QuadroConsultas.CartoesPorColuna)], cartoes.Count > QuadroConsultas.CartoesPorColuna, nomes, filtro, agora);
    }

    // The first cards of each stage, one more than is shown, and the totals of the stages.
    private async Task<(List<CartaoDaOportunidade> Cartoes, Func<Guid, Total> Total)> CartoesAsync(FiltroDoQuadro filtro, DateTimeOffset agora, CancellationToken ct)
    {
        var conhecida = await equipe.LerAsync([], ct);
        if (await db.AchadasAsync(filtro, agora, ct) is { } achadas)
        {
            var primeiras = conhecida.Etapas.SelectMany(e => achadas.Depois(e.Id, "", QuadroConsultas.CartoesPorColuna + 1)).ToArray();
            return (await db.Cartoes(primeiras).ToListAsync(ct), achadas.Total);
        }

        var contados = db.Contados(filtro, conhecida.Contado);
        var linhas = await db.Quadro(filtro, agora, contados).ToListAsync(ct);
        var cartoes = linhas.ConvertAll(l => l.Cartao);
        if (contados is not null)
        {
            var somas = linhas.GroupBy(l => l.Cartao.EtapaId).ToDictionary(e => e.Key, e => new Total(e.First().Quantidade, e.First().Soma));
            return (cartoes, id => somas.GetValueOrDefault(id, Total.Nenhum));
        }

        if (filtro.Pesquisa() is not null)
        {
            var porEtapa = cartoes.ToLookup(c => c.EtapaId);
            return (cartoes, id => Total.Ate(QuadroConsultas.CartoesPorColuna, porEtapa[id].Count(), porEtapa[id].Sum(c => c.Valor)));
        }

        return (cartoes, await db.ContadosAte(Total.Maximo, filtro, agora).TotaisAsync(Total.Maximo, ct));
    }
}
