using CrmVoip.Data;
using CrmVoip.Features.Oportunidades;
using CrmVoip.Features.Shared;
using CrmVoip.Features.Vendas.Busca;
using CrmVoip.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Quadros;

/// <summary>Reads the board, and what follows of a column, by what the filter asks for.</summary>
public sealed class LerQuadro(CrmDbContext db, OrganizacaoAtual atual, EquipeDoQuadro equipe, TimeProvider relogio)
{
    public async Task<Quadro> ExecutarAsync(FiltroDoQuadro filtro, CancellationToken ct)
    {
        var agora = relogio.GetUtcNow();
        var colunas = await ColunasAsync(filtro, agora, ct);
        var nomes = await equipe.LerAsync(colunas.SelectMany(c => c.Linha.Cartoes).Select(c => c.ResponsavelId), ct);
        return new Quadro(colunas.ConvertAll(c => c.Linha), nomes, filtro, agora)
        {
            Passos = colunas.FirstOrDefault()?.Passos,
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
        var passa = !filtro.Ativo || await db.Oportunidades
            .Where(filtro.Condicao(agora, atual.Exigido.FusoHorario))
            .Where(filtro.CondicaoDoTexto())
            .AnyAsync(o => o.Id == id, ct);
        return await LoteAsync(etapaId, passa ? [await db.CartaoAsync(id, ct)] : [], filtro, agora, ct);
    }

    private async Task<LoteDeCartoes> LoteAsync(
        Guid etapaId, List<CartaoDaOportunidade> cartoes, FiltroDoQuadro filtro, DateTimeOffset agora, CancellationToken ct)
    {
        var nomes = await equipe.LerAsync(cartoes.Select(c => c.ResponsavelId), ct);
        return new LoteDeCartoes(
            etapaId, [.. cartoes.Take(QuadroConsultas.CartoesPorColuna)], cartoes.Count > QuadroConsultas.CartoesPorColuna, nomes, filtro, agora);
    }

    private async Task<List<ComPassos<ColunaDoQuadro>>> ColunasAsync(FiltroDoQuadro filtro, DateTimeOffset agora, CancellationToken ct)
    {
        if (await db.AchadasAsync(filtro, agora, ct) is { } achadas)
        {
            return await AchadasAsync(achadas, ct);
        }

        var contado = (await equipe.LerAsync([], ct)).Contado;
        if (db.Contados(filtro, contado) is { } contados)
        {
            return Mostradas(await db.Quadro(filtro, agora, contados).ComPrimeirosPassos(db, atual.UsuarioIdExigido).ToListAsync(ct), c => new Total(c.Quantidade, c.Soma));
        }

        var colunas = await db.Quadro(filtro, agora, null).ComPrimeirosPassos(db, atual.UsuarioIdExigido).ToListAsync(ct);
        if (filtro.Pesquisa() is not null)
        {
            return Mostradas(colunas, c => Total.Ate(QuadroConsultas.CartoesPorColuna, c.Cartoes.Count, c.Cartoes.Sum(o => o.Valor)));
        }

        var totais = await db.ContadosAte(Total.Maximo, filtro, agora).ToDictionaryAsync(t => t.EtapaId, ct);
        return Mostradas(colunas, c => totais.GetValueOrDefault(c.Id) is { } t ? Total.Ate(Total.Maximo, t.Quantidade, t.Soma) : Total.Nenhum);
    }

    private async Task<List<ComPassos<ColunaDoQuadro>>> AchadasAsync(Achadas achadas, CancellationToken ct)
    {
        var etapas = await db.EtapasDoFunilPrincipal()
            .Select(e => new EtapaDoFunil(e.Id, e.Nome, e.Ordem))
            .ComPrimeirosPassos(db, atual.UsuarioIdExigido)
            .ToListAsync(ct);
        var primeiras = etapas.SelectMany(e => achadas.Depois(e.Linha.Id, "", QuadroConsultas.CartoesPorColuna + 1)).ToArray();
        var cartoes = (await db.Cartoes(primeiras).ToListAsync(ct)).ToLookup(c => c.EtapaId);
        return etapas.ConvertAll(e => new ComPassos<ColunaDoQuadro>(
            ColunaDoQuadro.De(e.Linha.Id, e.Linha.Nome, achadas.Total(e.Linha.Id), [.. cartoes[e.Linha.Id]]), e.Passos));
    }

    private static List<ComPassos<ColunaDoQuadro>> Mostradas(List<ComPassos<ColunaLida>> lidas, Func<ColunaLida, Total> total) =>
        lidas.ConvertAll(l => new ComPassos<ColunaDoQuadro>(ColunaDoQuadro.De(l.Linha.Id, l.Linha.Nome, total(l.Linha), l.Linha.Cartoes), l.Passos));
}
