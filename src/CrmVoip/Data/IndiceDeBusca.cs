using CrmVoip.Domain.Busca;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CrmVoip.Data;

/// <summary>The terms of rows that are found by words, written with the rows themselves.</summary>
public static class IndiceDeBusca
{
    /// <summary>Above every text that begins as a term does.</summary>
    private const string Depois = "\U0010FFFF";

    /// <summary>The terms that begin as a word does, so many at most. In the order of their index: any order would be looked for in the whole table.</summary>
    public static IQueryable<TermoDeBusca> TermosDe(this CrmDbContext db, string palavra, int maximo)
    {
        var (de, ate) = (ConteudoPesquisavel.Termo(palavra), ConteudoPesquisavel.Termo(palavra) + Depois);
        return db.TermosDeBusca
            .Where(t => t.Termo.CompareTo(de) >= 0 && t.Termo.CompareTo(ate) < 0)
            .OrderBy(t => t.Termo).ThenBy(t => t.Tipo).ThenBy(t => t.LinhaId)
            .Take(maximo);
    }

    /// <summary>Folds what is about to be saved; what comes of it is written once the rows are.</summary>
    internal static List<TermosMudados> Dobrar(this ChangeTracker mudancas)
    {
        var mudados = new List<TermosMudados>();
        foreach (var entrada in mudancas.Entries<IPesquisavel>().Where(e => e.State is EntityState.Added or EntityState.Modified))
        {
            var busca = entrada.Property(x => x.Busca);
            var (antes, depois) = (entrada.State == EntityState.Added ? null : busca.OriginalValue, entrada.Entity.ConteudoPesquisavel.Dobrado);
            busca.CurrentValue = depois;
            if (antes != depois)
            {
                mudados.Add(new TermosMudados(entrada.Entity, antes, depois));
            }
        }

        return mudados;
    }

    /// <summary>Rows that were never indexed, up to so many. Held until the transaction ends: who edits one of them waits, and then indexes it.</summary>
    /// <returns>Whether there were any.</returns>
    public static async Task<bool> IndexarAsync<TLinha>(this CrmDbContext db, int quantas, CancellationToken ct)
        where TLinha : class, IPesquisavel
    {
        var (tabela, organizacao) = (db.Model.FindEntityType(typeof(TLinha))!.GetTableName(), db.Organizacao.IdExigido);
#pragma warning disable EF1002 // The table is the model's.
        var linhas = await db.Set<TLinha>()
            .FromSqlRaw($"select *, xmin from {tabela} where organizacao_id = {{0}} and busca is null order by id limit {{1}} for update", organizacao, quantas)
            .AsNoTracking().ToListAsync(ct);
        if (linhas.Count == 0)
        {
            return false;
        }

        var mudados = linhas.ConvertAll(l => new TermosMudados(l, null, l.ConteudoPesquisavel.Dobrado));
        await db.Database.ExecuteSqlRawAsync(
            $"update {tabela} t set busca = x.busca from unnest({{1}}, {{2}}) as x (id, busca) where t.organizacao_id = {{0}} and t.id = x.id",
            [organizacao, mudados.Select(m => m.Linha.Id).ToArray(), mudados.Select(m => m.Depois).ToArray()],
            ct);
#pragma warning restore EF1002
        await db.GravarTermosAsync(mudados, ct);
        return true;
    }

    /// <summary>Of rows that are about to go.</summary>
    public static Task EsquecerTermosAsync(this CrmDbContext db, IEnumerable<IPesquisavel> linhas, CancellationToken ct) =>
        db.GravarTermosAsync([.. linhas.Select(l => new TermosMudados(l, l.Busca, ""))], ct);

    internal static async Task GravarTermosAsync(this CrmDbContext db, IReadOnlyCollection<TermosMudados> mudados, CancellationToken ct)
    {
        var organizacao = db.Organizacao.IdExigido;
        var (saem, entram) = (Linhas(mudados, m => m.Saem), Linhas(mudados, m => m.Entram));
        await db.Database.ExecuteSqlAsync(
            $"""
            delete from termos_de_busca t using unnest({saem.Tipos}, {saem.Termos}, {saem.Ids}) as x (tipo, termo, id)
            where t.organizacao_id = {organizacao} and t.tipo = x.tipo and t.termo = x.termo and t.id = x.id;
            insert into termos_de_busca (organizacao_id, tipo, termo, id)
            select {organizacao}, tipo, termo, id from unnest({entram.Tipos}, {entram.Termos}, {entram.Ids}) as x (tipo, termo, id)
            on conflict do nothing
            """,
            ct);
    }

    private static (string[] Tipos, string[] Termos, Guid[] Ids) Linhas(IEnumerable<TermosMudados> mudados, Func<TermosMudados, IEnumerable<string>> termos)
    {
        var linhas = mudados.SelectMany(m => termos(m).Select(termo => (Tipo: EnumEmTexto.Texto(m.Linha.TipoPesquisavel), termo, m.Linha.Id))).ToList();
        return ([.. linhas.Select(l => l.Tipo)], [.. linhas.Select(l => l.termo)], [.. linhas.Select(l => l.Id)]);
    }
}

/// <param name="Linha">Whose terms.</param>
/// <param name="Antes">Folded as it was indexed; null when it never was.</param>
/// <param name="Depois">Folded as it is now.</param>
internal sealed record TermosMudados(IPesquisavel Linha, string? Antes, string Depois)
{
    public IEnumerable<string> Saem => ConteudoPesquisavel.Termos(Antes).Except(ConteudoPesquisavel.Termos(Depois));

    public IEnumerable<string> Entram => ConteudoPesquisavel.Termos(Depois).Except(ConteudoPesquisavel.Termos(Antes));
}
