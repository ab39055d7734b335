using CrmVoip.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CrmVoip.Hosting;

/// <summary>
/// What the role of a connection may do beyond its work. Roles that were swapped show here too. A table that this version does
/// not know is of a newer one, and nobody's business.
/// </summary>
public static class DireitosDosPapeis
{
    // Written once; whoever may rewrite them may rewrite what happened.
    private static readonly string[] _soSeJunta = ["audit_log", "eventos_de_conta", "ligacao_eventos", "ramais_voip_segredos", "canarios_do_cofre", "data_protection_keys"];

    private static readonly string[] _daFila = ["select", "update", "delete"];
    private static readonly string[] _dosOutros = ["insert"];

    /// <summary>$1 tables of other roles, $2 tables that are only added to, $3 whether everything but the table of work is another's.</summary>
    private const string Demais =
        """
        select concat_ws(', ',
            case when has_schema_privilege('public', 'create') then 'create in the schema public' end,
            case when has_database_privilege(current_database(), 'create') then 'create schemas' end,
            (select string_agg(distinct c.relname || ' ' || d.direito, ', ')
             from pg_class c, unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']) d(direito)
             where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
               and not exists (select from pg_depend e where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.deptype = 'e')
               and (d.direito in ('truncate', 'references', 'trigger')
                 or c.relname = any($1)
                 or (c.relname = 'trabalhos' and d.direito <> all($4))
                 or (c.relname = any($2) and d.direito = 'update')
                 or ($3 and c.relname <> 'trabalhos'))
               and (has_table_privilege(c.oid, d.direito)
                 or (d.direito in ('select', 'insert', 'update', 'references') and has_any_column_privilege(c.oid, d.direito)))))
        """;

    /// <summary>Null when it may do what it should and no more.</summary>
    public static async Task<string?> DemaisAsync(NpgsqlConnection conexao, string nome, CrmDbContext crm, ContasDbContext contas, CancellationToken ct)
    {
        var alheias = nome == "Crm" ? Tabelas(contas) : nome == "Contas" ? Tabelas(crm) : [];
        var deTrabalho = nome == "Fila" ? _daFila : _dosOutros;
        await using var comando = new NpgsqlCommand(Demais, conexao);
        foreach (var valor in new object[] { alheias, _soSeJunta, nome == "Fila", deTrabalho })
        {
            comando.Parameters.Add(new NpgsqlParameter { Value = valor });
        }

        return await comando.ExecuteScalarAsync(ct) is string { Length: > 0 } demais ? demais : null;
    }

    public static string Papel(string nome) => nome switch
    {
        "Crm" => "crm_app",
        "Contas" => "crm_auth",
        _ => "crm_fila",
    };

    private static string[] Tabelas(DbContext db) =>
        [.. db.Model.GetEntityTypes().Select(t => t.GetTableName()).OfType<string>().Distinct().Where(t => t != "trabalhos")];
}
