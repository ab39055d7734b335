using System.Data.Common;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Vault;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CrmVoip.Hosting;

/// <summary>Refuses to start when a wall is missing: wrong database role, table without RLS, unsafe pooling, wrong keys.</summary>
public sealed class VerificacaoDePartida(IServiceProvider services, IConfiguration configuracao)
{
    private const string PapelPerigoso =
        """
        select concat_ws(', ',
            case when r.rolsuper then 'superuser' end,
            case when r.rolbypassrls then 'bypassrls' end,
            case when exists (select 1 from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p')) then 'owner of tables' end)
        from pg_roles r where r.rolname = current_user
        """;

    private const string TabelasSemMuro =
        """
        select coalesce(string_agg(c.relname, ', ' order by c.relname), '')
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'organizacao_id' and not a.attisdropped
        where c.relkind in ('r', 'p')
          and not (c.relrowsecurity and c.relforcerowsecurity and exists (select 1 from pg_policy p where p.polrelid = c.oid))
        """;

    public static LugarDoSegredo LugarDoCanario { get; } = new(Guid.Empty, CanarioDoCofre.Coluna, Guid.Empty);

    public async Task ExecutarAsync(CancellationToken ct)
    {
        foreach (var nome in new[] { "Crm", "Contas" })
        {
            var conexao = configuracao.ConexaoExigida(nome);
            ConferirAgrupamento(nome, conexao);
            await using var fonte = NpgsqlDataSource.Create(conexao);
            await ExigirVazioAsync(fonte, PapelPerigoso, $"The role of ConnectionStrings:{nome} is too powerful ({{0}}): row-level security would not bind it.", ct);
            await ExigirVazioAsync(fonte, TabelasSemMuro, "These tables have organizacao_id but no forced row-level security with a policy: {0}.", ct);
        }

        await ConferirCofreAsync(ct);
    }

    private static void ConferirAgrupamento(string nome, string conexao)
    {
        var opcoes = new NpgsqlConnectionStringBuilder(conexao);
        if (opcoes.NoResetOnClose || opcoes.Multiplexing)
        {
            throw new PartidaRecusadaException($"ConnectionStrings:{nome}: No Reset On Close and Multiplexing leak one organization's rows to another.");
        }
    }

    private static async Task ExigirVazioAsync(DbDataSource fonte, string sql, string mensagem, CancellationToken ct)
    {
        await using var comando = fonte.CreateCommand(sql);
        if (await LerAsync(comando, ct) is string { Length: > 0 } achado)
        {
            throw new PartidaRecusadaException(string.Format(null, mensagem, achado));
        }
    }

    private static async Task<object?> LerAsync(DbCommand comando, CancellationToken ct)
    {
        try
        {
            return await comando.ExecuteScalarAsync(ct);
        }
        catch (NpgsqlException erro)
        {
            throw new PartidaRecusadaException($"The database does not answer: {erro.Message}", erro);
        }
    }

    private async Task ConferirCofreAsync(CancellationToken ct)
    {
        await using var escopo = services.CreateAsyncScope();
        var canario = await escopo.ServiceProvider.GetRequiredService<ContasDbContext>().CanariosDoCofre.SingleOrDefaultAsync(ct)
            ?? throw new PartidaRecusadaException("The database is not prepared: run `CrmVoip preparar` first.");
        try
        {
            escopo.ServiceProvider.GetRequiredService<ICofre>().Decifrar(LugarDoCanario, canario.Cifrado);
        }
        catch (SegredoIlegivelException erro)
        {
            throw new PartidaRecusadaException(
                "The vault's certificate is not the one that sealed this database: stored secrets would not open. Check Crm:Cofre:Certificado.", erro);
        }
    }
}
