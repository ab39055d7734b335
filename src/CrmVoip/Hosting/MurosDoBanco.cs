using System.Data.Common;
using System.Text.RegularExpressions;

namespace CrmVoip.Hosting;

/// <summary>
/// The walls of every table with organizacao_id, read from the database's own catalogue. A policy counts only when its
/// condition begins with the tenant's: one that merely speaks of it (`… or true`) is no wall.
/// </summary>
public static partial class MurosDoBanco
{
    private const string Parametro = @"\( SELECT \(NULLIF\(current_setting\('app\.";
    private const string FimDoParametro = @"'::text, true\), ''::text\)\)::uuid( AS ""?\w+""?)?\)";

    private const string Tabelas =
        """
        select c.relname, c.relrowsecurity, c.relforcerowsecurity
        from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'organizacao_id' and not a.attisdropped
        where c.relkind in ('r', 'p') and c.relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
        order by c.relname
        """;

    private const string Politicas =
        """
        select c.relname, p.polname, p.polcmd::text, coalesce(pg_get_expr(p.polqual, p.polrelid), ''), coalesce(pg_get_expr(p.polwithcheck, p.polrelid), ''),
            coalesce((select string_agg(r.rolname, ',' order by r.rolname) from pg_roles r where r.oid = any(p.polroles)), '')
        from pg_policy p join pg_class c on c.oid = p.polrelid
        where p.polpermissive
        order by c.relname, p.polname
        """;

    /// <summary>One sentence for each wall that is missing, with the name of its table.</summary>
    public static async Task<IReadOnlyList<string>> FaltasAsync(DbConnection conexao, CancellationToken ct)
    {
        var tabelas = await LerAsync(conexao, Tabelas, l => (Nome: l.GetString(0), Ligada: l.GetBoolean(1), Forcada: l.GetBoolean(2)), ct);
        var politicas = await LerAsync(
            conexao, Politicas, l => new Politica(l.GetString(0), l.GetString(1), l.GetString(2), l.GetString(3), l.GetString(4), l.GetString(5)), ct);
        return
        [
            .. tabelas.Where(t => !t.Ligada || !t.Forcada).Select(t => $"{t.Nome} has no forced row-level security"),
            .. tabelas.Where(t => !politicas.Exists(p => p.Tabela == t.Nome)).Select(t => $"{t.Nome} has no policy"),
            .. politicas.Where(p => tabelas.Exists(t => t.Nome == p.Tabela)).Select(Falta).OfType<string>(),
        ];
    }

    // An UPDATE policy without WITH CHECK falls back to USING in PostgreSQL; a wall is said, not implied.
    private static string? Falta(Politica politica) => politica switch
    {
        { DaFila: true } or { DasContas: true } => null,
        { Le: true, Propria: false } when !DaOrganizacao().IsMatch(politica.Usando) =>
            $"the policy {politica.Nome} of {politica.Tabela} lets rows of any organization be seen",
        { Escreve: true, Conferindo: "" } => $"the policy {politica.Nome} of {politica.Tabela} has no WITH CHECK",
        { Escreve: true } when !DaOrganizacao().IsMatch(politica.Conferindo) =>
            $"the policy {politica.Nome} of {politica.Tabela} lets rows of any organization be written",
        _ => null,
    };

    private static async Task<List<T>> LerAsync<T>(DbConnection conexao, string sql, Func<DbDataReader, T> ler, CancellationToken ct)
    {
        await using var comando = conexao.CreateCommand();
        comando.CommandText = sql;
        await using var leitor = await comando.ExecuteReaderAsync(ct);
        var linhas = new List<T>();
        while (await leitor.ReadAsync(ct))
        {
            linhas.Add(ler(leitor));
        }

        return linhas;
    }

    // As PostgreSQL writes an expression back: alone, or the first term of a conjunction.
    [GeneratedRegex(@"^\(organizacao_id = " + Parametro + "organizacao_id" + FimDoParametro + @"\)$|^\(\(organizacao_id = " + Parametro + "organizacao_id" + FimDoParametro + @"\) AND ")]
    private static partial Regex DaOrganizacao();

    [GeneratedRegex("^\\(usuario_id = " + Parametro + "usuario_id" + FimDoParametro + "\\)$")]
    private static partial Regex DaPessoa();

    private sealed record Politica(string Tabela, string Nome, string Comando, string Usando, string Conferindo, string Papeis)
    {
        public bool Le => Comando is "*" or "r" or "w" or "d";

        public bool Escreve => Comando is "*" or "a" or "w";

        /// <summary>Before the tenant is known a person sees the own memberships.</summary>
        public bool Propria => this is { Tabela: "membros", Comando: "r" } && DaPessoa().IsMatch(Usando);

        /// <summary>Whoever hands out work sees whose it is, in that one table; it may do nothing else.</summary>
        public bool DaFila => this is { Tabela: "trabalhos", Nome: "fila_de_trabalhos", Papeis: "crm_fila" };

        /// <summary>Accounts are of no organization, and so is their work: they add it to the same table.</summary>
        public bool DasContas =>
            this is { Tabela: "trabalhos", Nome: "trabalhos_de_conta", Papeis: "crm_auth", Comando: "a" }
            && Conferindo == $"(organizacao_id = '{Guid.Empty}'::uuid)";
    }
}
