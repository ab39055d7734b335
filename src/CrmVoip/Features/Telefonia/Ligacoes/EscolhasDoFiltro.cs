using CrmVoip.Data;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Ligacoes;

public sealed record PessoaDaLista(Guid Id, string Nome, bool Ativa);

public sealed record ResultadoDaLista(Guid Id, string Nome, bool Ativo, bool Relevante);

/// <summary>What the filters of the list offer. Pessoas is null to who sees only the own calls.</summary>
public sealed record EscolhasDoFiltro(IReadOnlyList<PessoaDaLista>? Pessoas, IReadOnlyList<ResultadoDaLista> Resultados)
{
    public IEnumerable<SelectListItem> OpcoesDePessoa =>
    [
        new("Todas as pessoas", ""),
        .. Pessoas!.Select(p => new SelectListItem(p.Nome + (p.Ativa ? "" : " (ex-membro)"), p.Id.ToString())),
        new("Ninguém atendeu", FiltroDeLigacoes.Ninguem),
    ];

    public IEnumerable<SelectListItem> OpcoesDeResultado =>
    [
        new("Todos os resultados", ""),
        new("Sem resultado", FiltroDeLigacoes.Sem),
        new("Relevantes", FiltroDeLigacoes.Relevante),
        .. Resultados.Select(r => new SelectListItem(r.Nome, r.Id.ToString())),
    ];

    public string? Nome(Guid? pessoaId) => Pessoas?.FirstOrDefault(p => p.Id == pessoaId)?.Nome;

    /// <summary>The filter, completed, of who may see what it asks for. What is wrong in it is in ModelState, at its field.</summary>
    public FiltroDeLigacoes Conferir(Controller controller, FiltroDeLigacoes pedido, DateOnly hoje)
    {
        // A colleague's address says whose calls it shows; to who sees only the own ones there is nothing to choose.
        var filtro = (Pessoas is null ? pedido with { Pessoa = null } : pedido).Completo(hoje);
        if (filtro.Pessoa is not (null or FiltroDeLigacoes.Ninguem) && !Pessoas!.Any(p => p.Id.ToString() == filtro.Pessoa))
        {
            controller.ModelState.AddModelError(nameof(filtro.Pessoa), "Escolha alguém da lista.");
        }

        if (filtro.Resultado is not (null or FiltroDeLigacoes.Sem or FiltroDeLigacoes.Relevante) && !Resultados.Any(r => r.Id.ToString() == filtro.Resultado))
        {
            controller.ModelState.AddModelError(nameof(filtro.Resultado), "Escolha um resultado da lista.");
        }

        if (controller.ModelState.IsValid)
        {
            // The fields show what was filled in, not the emptiness that came.
            controller.ModelState.Clear();
        }

        return filtro;
    }
}

public static class EscolhasDoFiltroConsultas
{
    public static async Task<EscolhasDoFiltro> EscolhasDoFiltroAsync(this CrmDbContext db, OrganizacaoAtual atual, CancellationToken ct)
    {
        var pessoas = atual.VeTodasAsLigacoes()
            ? await db.Membros.Select(m => new PessoaDaLista(m.UsuarioId, m.Nome, m.Ativo)).ToListAsync(ct)
            : null;
        return new EscolhasDoFiltro(
            pessoas is null ? null : [.. pessoas.OrderByDescending(p => p.Ativa).ThenBy(p => p.Nome, Nomes.Ordem)],
            await db.ResultadosDaListaAsync(ct));
    }

    public static async Task<IReadOnlyList<ResultadoDaLista>> ResultadosDaListaAsync(this CrmDbContext db, CancellationToken ct) =>
        (await db.ResultadosDeLigacao.AsNoTracking().OrderBy(r => r.Ordem).ToListAsync(ct))
        .ConvertAll(r => new ResultadoDaLista(r.Id, r.Nome, r.Ativo, r.Relevante));
}
