using CrmVoip.Data;
using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Busca;

public sealed record AchadoDaBusca(Guid OportunidadeId, string Titulo, string Contato, string? Empresa, string Etapa, SituacaoDaOportunidade Situacao);

public sealed record ContatoAchado(Guid Id, string Nome, string? Empresa, string? Telefone);

/// <param name="Pesquisa">What was looked for.</param>
/// <param name="Achados">Deals.</param>
/// <param name="Contatos">Contacts, with deals or without.</param>
/// <param name="EmPreparo">Rows are still being indexed: what is not found may exist.</param>
public sealed record ResultadosDaBusca(Pesquisa Pesquisa, IReadOnlyList<AchadoDaBusca> Achados, IReadOnlyList<ContatoAchado> Contatos, bool EmPreparo);

public static class BuscaConsultas
{
    private const int OportunidadesMaximo = 8;
    private const int ContatosMaximo = 3;

    /// <summary>Of a word that finds no end, the few that are shown are chosen among so many: whoever wants another one types on.</summary>
    private const int CandidatosMaximo = 100;

    public static async Task<ResultadosDaBusca> BuscarAsync(this CrmDbContext db, Pesquisa pesquisa, CancellationToken ct)
    {
        if (pesquisa.Vazia)
        {
            return new(pesquisa, [], [], EmPreparo: false);
        }

        var candidatos = (await db.CandidatosAsync(pesquisa, ct)).Primeiros(CandidatosMaximo);
        return new(
            pesquisa,
            await db.Achadas(candidatos).Mostradas().ToListAsync(ct),
            await db.ContatosAchados(candidatos)
                .OrderBy(c => c.Busca)
                .Take(ContatosMaximo)
                .Select(c => new ContatoAchado(c.Id, c.Nome, c.Empresa, c.Telefone))
                .ToListAsync(ct),
            await db.SemBuscaAsync(ct));
    }

    // Open deals first, the latest changed first.
    private static IQueryable<AchadoDaBusca> Mostradas(this IQueryable<Oportunidade> oportunidades) => oportunidades
        .OrderBy(o => o.Situacao != SituacaoDaOportunidade.Aberta)
        .ThenByDescending(o => o.AtualizadaEm)
        .Take(OportunidadesMaximo)
        .Select(o => new AchadoDaBusca(o.Id, o.Titulo, o.Contato!.Nome, o.Contato.Empresa, o.Etapa!.Nome, o.Situacao));
}
