using Npgsql;

namespace CrmVoip.Hosting;

/// <summary>
/// PostgreSQL lets everybody make large objects, which no row-level security binds, and only a superuser can take that away.
/// Where the operator has none (a database bought as a service) the product says so and starts, if it was told that it may.
/// </summary>
public static partial class ObjetosGrandes
{
    private const string PodeCriar =
        """
        select coalesce(bool_or(has_function_privilege(f.oid, 'execute')), false)
        from pg_proc f
        where f.pronamespace = 'pg_catalog'::regnamespace and f.proname in ('lo_creat', 'lo_create', 'lo_from_bytea', 'lo_import')
        """;

    public static async Task ConferirAsync(NpgsqlConnection conexao, bool permitidos, ILogger log, CancellationToken ct)
    {
        await using var comando = new NpgsqlCommand(PodeCriar, conexao);
        if (await comando.ExecuteScalarAsync(ct) is not true)
        {
            return;
        }

        if (!permitidos)
        {
            throw new PartidaRecusadaException(
                $"{conexao.UserName} may create large objects, which no row-level security binds: run eng/walls.sql in the database {conexao.Database} "
                + "as its superuser, or, where you have none, set Crm:PermitirObjetosGrandes=true.");
        }

        Podem(log, conexao.UserName!);
    }

    [LoggerMessage(LogLevel.Warning, "{Papel} may create large objects, which no row-level security binds; Crm:PermitirObjetosGrandes allows that.")]
    private static partial void Podem(ILogger logger, string papel);
}
