using System.Linq.Expressions;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Busca;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Busca;

/// <summary>
/// One search for the palette, the board and the forms. The rarest word is looked for in the terms, by an index; the others in the
/// few rows that it leaves. Two that each leave many, as a first and a last name do, are both looked for in the terms. The ids go back with the question, so that PostgreSQL knows how few they are.
/// </summary>
public static class PesquisaConsultas
{
    /// <summary>Terms of the rarest word that are sooner looked through than the terms of a second one.</summary>
    private const int Poucos = 200;

    /// <summary>Terms that a word may leave.</summary>
    private const int Maximo = 5_000;

    /// <summary>When every word leaves more: then they leave fewer together, and so many are looked through.</summary>
    private const int MaximoDeComuns = 20_000;

    public static async Task<Candidatos> CandidatosAsync(this CrmDbContext db, Pesquisa pesquisa, CancellationToken ct)
    {
        var raras = pesquisa.Palavras.Count == 1 ? [(pesquisa.Palavras[0], 0)] : await db.MaisRarasAsync(pesquisa, ct);
        var maximo = raras[0].Quantos <= Maximo ? Maximo : MaximoDeComuns;
        var uma = await db.OndeEstaAsync(raras[0].Palavra, maximo, ct);
        if (raras[0].Quantos > Poucos && raras[1].Quantos <= Maximo)
        {
            var outra = await db.OndeEstaAsync(raras[1].Palavra, maximo, ct);
            return new Candidatos([.. uma.Oportunidades.Union(outra.Oportunidades)], [.. uma.Contatos.Intersect(outra.Contatos)], pesquisa.Padroes(), Demais: false);
        }

        return new Candidatos(uma.Oportunidades, uma.Contatos, pesquisa.Padroes(menos: raras[0].Palavra), uma.Demais);
    }

    /// <summary>The deals that the words find in the title or in what is known of the contact.</summary>
    public static IQueryable<Oportunidade> Achadas(this CrmDbContext db, Candidatos candidatos)
    {
        var (oportunidades, contatos, padroes) = (candidatos.Oportunidades, candidatos.Contatos, candidatos.Padroes);
        return db.Oportunidades.Where(o =>
            (oportunidades.Contains(o.Id) || contatos.Contains(o.ContatoId)) && padroes.All(p => EF.Functions.Like(o.Busca + o.Contato!.Busca, p)));
    }

    public static IQueryable<Contato> ContatosAchados(this CrmDbContext db, Candidatos candidatos)
    {
        var (contatos, padroes) = (candidatos.Contatos, candidatos.Padroes);
        return db.Contatos.Where(c => contatos.Contains(c.Id) && padroes.All(p => EF.Functions.Like(c.Busca!, p)));
    }

    /// <summary>For words that are many, as Tem is.</summary>
    public static IQueryable<Contato> Com(this IQueryable<Contato> contatos, Pesquisa pesquisa) =>
        pesquisa.Trechos.Aggregate(contatos, (achados, trecho) => achados.Where(c => c.Busca!.IndexOf(trecho) + 1 > 0));

    /// <summary>
    /// For words that are many, looked for row by row until enough are met. By position, not by LIKE: of LIKE, PostgreSQL expects
    /// next to nothing, and would read all rows at once.
    /// </summary>
    public static Expression<Func<Oportunidade, bool>> Tem(this Pesquisa pesquisa) =>
        pesquisa.Trechos.Select(Tem).Aggregate((uma, outra) => E(uma, outra));

    private static Expression<Func<Oportunidade, bool>> Tem(string trecho) => o => (o.Busca + o.Contato!.Busca).IndexOf(trecho) + 1 > 0;

    private static Expression<Func<Oportunidade, bool>> E(Expression<Func<Oportunidade, bool>> uma, Expression<Func<Oportunidade, bool>> outra) =>
        Expression.Lambda<Func<Oportunidade, bool>>(Expression.AndAlso(uma.Body, Expression.Invoke(outra, uma.Parameters)), uma.Parameters);

    /// <summary>Whether rows of a version before the index are left.</summary>
    public static Task<bool> SemBuscaAsync(this CrmDbContext db, CancellationToken ct) =>
        db.Contatos.Where(c => c.Busca == null).Select(c => c.Id)
            .Concat(db.Oportunidades.Where(o => o.Busca == null).Select(o => o.Id))
            .AnyAsync(ct);

    private static async Task<(Guid[] Oportunidades, Guid[] Contatos, bool Demais)> OndeEstaAsync(this CrmDbContext db, string palavra, int maximo, CancellationToken ct)
    {
        var linhas = await db.TermosDe(palavra, maximo + 1).Select(t => new { t.Tipo, t.LinhaId }).ToListAsync(ct);
        var porTipo = linhas.ToLookup(l => l.Tipo, l => l.LinhaId);
        return ([.. porTipo[TipoPesquisavel.Oportunidade].Distinct()], [.. porTipo[TipoPesquisavel.Contato].Distinct()], linhas.Count > maximo);
    }

    // The rarest first, each with how many terms it leaves; beyond the maximum they are not counted further.
    private static async Task<List<(string Palavra, int Quantos)>> MaisRarasAsync(this CrmDbContext db, Pesquisa pesquisa, CancellationToken ct)
    {
        var contagens = pesquisa.Palavras
            .Select((palavra, i) => db.TermosDe(palavra, Maximo + 1).GroupBy(_ => 1).Select(g => new { Qual = i, Quantos = g.Count() }))
            .Aggregate((umas, outras) => umas.Concat(outras));
        var quantos = await contagens.ToDictionaryAsync(c => c.Qual, c => c.Quantos, ct);
        return [.. pesquisa.Palavras.Select((palavra, i) => (Palavra: palavra, Quantos: quantos.GetValueOrDefault(i))).OrderBy(p => p.Quantos)];
    }
}

/// <summary>Where the rarest word of a search is, or the two rarest.</summary>
/// <param name="Oportunidades">One of them is in the title.</param>
/// <param name="Contatos">All of them are in what is known of the contact.</param>
/// <param name="Padroes">The words that are to be looked for there, for LIKE.</param>
/// <param name="Demais">There are more than these.</param>
public sealed record Candidatos(Guid[] Oportunidades, Guid[] Contatos, string[] Padroes, bool Demais)
{
    private const int Muitos = 1_000;

    /// <summary>Fewer of each, when one word alone left many.</summary>
    public Candidatos Primeiros(int quantos) =>
        Padroes.Length == 0 && Oportunidades.Length + Contatos.Length > Muitos ? this with { Oportunidades = [.. Oportunidades.Take(quantos)], Contatos = [.. Contatos.Take(quantos)] } : this;
}
