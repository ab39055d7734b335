using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Vendas.Lista;
using CrmVoip.Features.Vendas.Oportunidades;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Lote;

/// <summary>Which deals: these, or all that a filter shows.</summary>
public sealed record AlvoDoLote(IReadOnlyCollection<Guid> Ids, FiltroDoQuadro? Filtro = null);

/// <summary>The open ones of them, held until the transaction ends, and how many are not.</summary>
public sealed record LoteTravado(IReadOnlyList<Oportunidade> Abertas, int Encerradas, int Sumiram);

/// <summary>Takes many deals at once for a command, in the order of their ids: two that take the same wait for each other.</summary>
public sealed class SelecaoDoLote(CrmDbContext db, LerLista ler, TimeProvider relogio)
{
    /// <summary>So many are done while somebody waits.</summary>
    public const int Maximo = 500;

    public static readonly Recusa Nenhuma = new(422, "lote_vazio", "Selecione ao menos uma oportunidade.");

    public static readonly Recusa Demais = new(
        422, "lote_grande", $"São mais de {Maximo} oportunidades, e vão até {Maximo} de uma vez. Estreite o filtro ou selecione menos.");

    public async Task<Resultado<LoteTravado>> TravarAsync(AlvoDoLote alvo, CancellationToken ct)
    {
        var ids = alvo.Filtro is { } filtro
            ? await (await ler.PassamAsync(filtro, relogio.GetUtcNow(), ct)).Select(o => o.Id).Take(Maximo + 1).ToArrayAsync(ct)
            : [.. alvo.Ids.Distinct()];
        if (ids.Length is 0 or > Maximo)
        {
            return ids.Length == 0 ? Nenhuma : Demais;
        }

        await db.TravarOportunidadesAsync(ids, ct);
        var lidas = await db.Oportunidades
            .Include(o => o.Tarefas.Where(t => t.ConcluidaEm == null))
            .Where(o => ids.Contains(o.Id))
            .ToListAsync(ct);
        if (lidas.Count == 0)
        {
            return Recusa.NaoEncontrada;
        }

        var abertas = lidas.Where(o => o.Situacao == SituacaoDaOportunidade.Aberta).ToList();
        return new LoteTravado(abertas, lidas.Count - abertas.Count, ids.Length - lidas.Count);
    }
}
