using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Funis;

/// <summary>Abertas is null while an old organization's deals are being counted.</summary>
public sealed record EtapaNaLista(Guid Id, string Nome, int? Abertas);

/// <summary>Apoio is what else the list says of it.</summary>
public sealed record ItemArquivavel(Guid Id, string Nome, bool Ativo, string? Apoio = null);

/// <summary>Items in their order, archived ones last. Id is of the panel, and where its items are below /configuracoes; Mudar, the word for opening one.</summary>
public sealed record ListaArquivavel(string Id, string Titulo, string Coluna, string Mudar, IReadOnlyList<ItemArquivavel> Itens);

public sealed record TelaDeConfiguracoes(IReadOnlyList<EtapaNaLista> Etapas, ListaArquivavel Motivos, ListaArquivavel Resultados);

/// <summary>Where an item stands among those in use. Lista is the id of the panel that is drawn anew.</summary>
public sealed record ItemNaOrdem(string Endereco, Guid Id, string Nome, string Lista, bool Primeiro, bool Ultimo);

/// <summary>The dialog that asks where the deals of a stage go.</summary>
public sealed record SaidaDaEtapa(Guid Id, string Nome, ArquivarEtapaForm Form, IReadOnlyList<SelectListItem> Destinos);

public static class ConfiguracoesConsultas
{
    /// <summary>That stage and the others of its pipeline, in their order; empty when there is no such stage any more.</summary>
    public static Task<List<EtapaNaLista>> EtapasDoFunilDaAsync(this CrmDbContext db, Guid id, CancellationToken ct) => db.Etapas
        .Where(e => e.ArquivadaEm == null && db.Etapas.Any(x => x.Id == id && x.ArquivadaEm == null && x.FunilId == e.FunilId))
        .OrderBy(e => e.Ordem)
        .Select(e => new EtapaNaLista(e.Id, e.Nome, null))
        .ToListAsync(ct);

    public static async Task<TelaDeConfiguracoes> ConfiguracoesAsync(this CrmDbContext db, CancellationToken ct)
    {
        var contado = await db.Funis.AllAsync(f => f.Contado, ct);
        var abertas = await db.ContagensDoFunil
            .Where(c => c.Situacao == SituacaoDaOportunidade.Aberta)
            .GroupBy(c => c.EtapaId)
            .Select(g => new { g.Key, Quantas = g.Sum(c => c.Quantidade) })
            .ToDictionaryAsync(g => g.Key, g => g.Quantas, ct);
        var etapas = await db.Etapas.Where(e => e.ArquivadaEm == null).OrderBy(e => e.Ordem).Select(e => new { e.Id, e.Nome }).ToListAsync(ct);
        return new TelaDeConfiguracoes(
            etapas.ConvertAll(e => new EtapaNaLista(e.Id, e.Nome, contado ? (int)abertas.GetValueOrDefault(e.Id) : null)),
            new ListaArquivavel("motivos", "Motivos de perda", "Motivo", "Renomear", await MotivosAsync(db, ct)),
            new ListaArquivavel("resultados", "Resultados de ligação", "Resultado", "Editar", await ResultadosAsync(db, ct)));
    }

    private static Task<List<ItemArquivavel>> MotivosAsync(CrmDbContext db, CancellationToken ct) =>
        db.MotivosDePerda.OrderByDescending(m => m.Ativo).ThenBy(m => m.Ordem).Select(m => new ItemArquivavel(m.Id, m.Nome, m.Ativo, null)).ToListAsync(ct);

    private static async Task<IReadOnlyList<ItemArquivavel>> ResultadosAsync(CrmDbContext db, CancellationToken ct) =>
    [
        .. (await db.ResultadosDeLigacao.AsNoTracking().OrderByDescending(r => r.Ativo).ThenBy(r => r.Ordem).ToListAsync(ct))
            .Select(r => new ItemArquivavel(r.Id, r.Nome, r.Ativo, ResultadosEmPalavras.OQueFaz(r.Efeitos))),
    ];
}
