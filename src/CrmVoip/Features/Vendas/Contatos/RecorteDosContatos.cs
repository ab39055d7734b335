using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Vendas.Busca;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Contatos;

/// <summary>Where a contact stands in a list of them.</summary>
public sealed record LugarDoContato(string Ordem, Guid Id);

/// <summary>Which contacts a filter shows and in what order: of the list, and of what is exported of it.</summary>
public static class RecorteDosContatos
{
    // Where the words are many, walking along the order meets them soon.
    public static async Task<IQueryable<Contato>> ContatosDaPesquisaAsync(this CrmDbContext db, Pesquisa? pesquisa, CancellationToken ct)
    {
        if (pesquisa is null)
        {
            return db.Contatos;
        }

        var candidatos = await db.CandidatosAsync(pesquisa, ct);
        return candidatos.Demais ? db.Contatos.Com(pesquisa) : db.ContatosAchados(candidatos);
    }

    /// <summary>Those that come after a place; all of them after none.</summary>
    public static IQueryable<Contato> EmOrdem(this IQueryable<Contato> contatos, OrdemDosContatos em, LugarDoContato? depois)
    {
        // Ids are of their time: the newest have the greatest.
        if (em == OrdemDosContatos.Novos)
        {
            return contatos.Where(c => depois == null || c.Id < depois.Id).OrderByDescending(c => c.Id);
        }

        if (depois is var (ordem, id))
        {
            contatos = contatos.Where(c => EF.Functions.GreaterThan(ValueTuple.Create(c.Ordem, c.Id), ValueTuple.Create(ordem, id)));
        }

        return contatos.OrderBy(c => c.Ordem).ThenBy(c => c.Id);
    }
}
