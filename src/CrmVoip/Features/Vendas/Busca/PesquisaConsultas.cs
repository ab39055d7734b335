using System.Linq.Expressions;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Busca;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Busca;

/// <summary>
/// One search for the palette, the board and the forms. The rarest word is looked for in the terms, by an index; the others in the
/// few rows that it leaves. Their ids go back with the question, so that PostgreSQL knows how few they are.
/// </summary>
public static class PesquisaConsultas
{
    /// <summary>Terms that a word may leave.</summary>
    private const int Maximo = 5_000;

    /// <summary>When every word leaves more: then they leave fewer together, and so many are looked through.</summary>
    private const int MaximoDeComuns = 20_000;

    public static async Task<Candidatos> CandidatosAsync(this CrmDbContext db, Pesquisa pesquisa, CancellationToken ct)
    {
        var (palavra, rara) = pesquisa.Palavras.Count == 1 ? (pesquisa.Palavras[0], true) : await db.MaisRaraAsync(pesquisa, ct);
        var maximo = rara ? Maximo : MaximoDeComuns;
        var linhas = await db.TermosDe(palavra, maximo + 1).Select(t => new { t.Tipo, t.LinhaId }).ToListAsync(ct);
        var porTipo = linhas.ToLookup(l => l.Tipo, l => l.LinhaId);
        Guid[] oportunidades = [.. porTipo[TipoPesquisavel.Oportunidade].Distinct()];
        Guid[] contatos = [.. porTipo[TipoPesquisavel.Contato].Distinct()];
        return new Candidatos(oportunidades, contatos, pesquisa.Padroes(menos: palavra), linhas.Count > maximo);
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

    private static async Task<(string Palavra, bool Rara)> MaisRaraAsync(this CrmDbContext db, Pesquisa pesquisa, CancellationToken ct)
    {
        var contagens = pesquisa.Palavras
            .Select((palavra, i) => db.TermosDe(palavra, Maximo + 1).GroupBy(_ => 1).Select(g => new { Qual = i, Quantos = g.Count() }))
            .Aggregate((umas, outras) => umas.Concat(outras));
        var quantos = await contagens.ToDictionaryAsync(c => c.Qual, c => c.Quantos, ct);
        var menor = Enumerable.Range(0, pesquisa.Palavras.Count).MinBy(i => quantos.GetValueOrDefault(i));
        return (pesquisa.Palavras[menor], quantos.GetValueOrDefault(menor) <= Maximo);
    }
}

/// <summary>Where the rarest word of a search is.</summary>
/// <param name="Oportunidades">In the title.</param>
/// <param name="Contatos">In what is known of the contact.</param>
/// <param name="Padroes">The other words, for LIKE.</param>
/// <param name="Demais">There are more than these.</param>
public sealed record Candidatos(Guid[] Oportunidades, Guid[] Contatos, string[] Padroes, bool Demais)
{
    private const int Muitos = 1_000;

    /// <summary>Fewer of each, when one word alone left many.</summary>
    public Candidatos Primeiros(int quantos) =>
        Padroes.Length == 0 && Oportunidades.Length + Contatos.Length > Muitos ? this with { Oportunidades = [.. Oportunidades.Take(quantos)], Contatos = [.. Contatos.Take(quantos)] } : this;
}
