using System.Data.Common;
using CrmVoip.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CrmVoip.Hosting;

/// <summary>Refuses to start when a wall is missing: wrong database role, table without RLS, unsafe pooling, old schema, wrong keys.</summary>
public sealed class VerificacaoDePartida(IServiceProvider services, IConfiguration configuracao)
{
    private const string PapelPerigoso =
        """
        select concat_ws(', ',
            case when r.rolsuper then 'superuser' end,
            case when r.rolbypassrls then 'bypassrls' end,
            case when exists (select 1 from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p')) then 'owner of tables' end,
            case when exists (
                select from pg_roles o
                where o.rolname in ('crm_owner', 'crm_app', 'crm_auth', 'crm_fila') and o.oid <> r.oid and pg_has_role(r.oid, o.oid, 'member'))
                then 'member of another role of the product' end)
        from pg_roles r where r.rolname = current_user
        """;

    /// <summary>The policy of the table of work binds crm_fila to nothing: what it may do is all that holds it.</summary>
    private const string DireitosDemais =
        """
        select string_agg(distinct c.relname || ' ' || d.direito, ', ')
        from pg_class c, unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']) d(direito)
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
          and not (c.relname = 'trabalhos' and d.direito in ('select', 'update', 'delete'))
          and (has_table_privilege(c.oid, d.direito)
            or (d.direito in ('select', 'insert', 'update', 'references') and has_any_column_privilege(c.oid, d.direito)))
        """;

    public async Task ExecutarAsync(CancellationToken ct)
    {
        ConferirCorreio();
        foreach (var nome in new[] { "Crm", "Contas", "Fila" })
        {
            var conexao = configuracao.ConexaoExigida(nome);
            ConferirAgrupamento(nome, conexao);
            await AcessoAoBanco.TentarAsync(nome, conexao, () => ConferirBancoAsync(nome, conexao, ct));
        }

        await AcessoAoBanco.TentarAsync("Fila", configuracao.ConexaoExigida("Fila"), () => ConferirFilaAsync(ct));
        await AcessoAoBanco.TentarAsync("Crm", configuracao.ConexaoExigida("Crm"), () => ConferirMigracoesAsync<CrmDbContext>(ct));
        await AcessoAoBanco.TentarAsync("Contas", configuracao.ConexaoExigida("Contas"), async () =>
        {
            await ConferirMigracoesAsync<ContasDbContext>(ct);
            await new ConferenciaDoCofre(services).ExecutarAsync(ct);
        });
    }

    // The Host header cannot stand in for it: whoever asks for a link chooses that.
    private void ConferirCorreio()
    {
        if (!string.IsNullOrWhiteSpace(configuracao["Crm:Correio:Servidor"]) && string.IsNullOrWhiteSpace(configuracao["Crm:UrlPublica"]))
        {
            throw new PartidaRecusadaException("Crm:UrlPublica is not set: e-mails (Crm:Correio:Servidor) carry links that start with it.");
        }
    }

    private static void ConferirAgrupamento(string nome, string conexao)
    {
        var opcoes = Ler(nome, conexao);
        if (opcoes.NoResetOnClose || opcoes.Multiplexing)
        {
            throw new PartidaRecusadaException($"ConnectionStrings:{nome}: No Reset On Close and Multiplexing leak one organization's rows to another.");
        }
    }

    private static NpgsqlConnectionStringBuilder Ler(string nome, string conexao)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(conexao);
        }
        catch (ArgumentException erro)
        {
            throw new PartidaRecusadaException($"ConnectionStrings:{nome} is no connection string: {erro.Message}", erro);
        }
    }

    private static async Task ConferirBancoAsync(string nome, string texto, CancellationToken ct)
    {
        await using var fonte = NpgsqlDataSource.Create(texto);
        await using var conexao = await fonte.OpenConnectionAsync(ct);
        if (await TextoAsync(conexao, PapelPerigoso, ct) is { Length: > 0 } poderes)
        {
            throw new PartidaRecusadaException($"The role of ConnectionStrings:{nome} is too powerful ({poderes}): row-level security would not bind it.");
        }

        if (await MurosDoBanco.FaltasAsync(conexao, ct) is { Count: > 0 } faltas)
        {
            throw new PartidaRecusadaException($"Organizations are not kept apart: {string.Join("; ", faltas)}.");
        }
    }

    private async Task ConferirFilaAsync(CancellationToken ct)
    {
        await using var fonte = NpgsqlDataSource.Create(configuracao.ConexaoExigida("Fila"));
        await using var conexao = await fonte.OpenConnectionAsync(ct);
        await TextoAsync(conexao, "select tipo from trabalhos limit 0", ct);
        if (await TextoAsync(conexao, DireitosDemais, ct) is { } demais)
        {
            throw new PartidaRecusadaException($"The role of ConnectionStrings:Fila may do more than hand out work: {demais}. Use crm_fila.");
        }
    }

    private static async Task<string?> TextoAsync(DbConnection conexao, string sql, CancellationToken ct)
    {
        await using var comando = conexao.CreateCommand();
        comando.CommandText = sql;
        return await comando.ExecuteScalarAsync(ct) as string;
    }

    private async Task ConferirMigracoesAsync<TContext>(CancellationToken ct)
        where TContext : DbContext
    {
        await using var escopo = services.CreateAsyncScope();
        var pendentes = await escopo.ServiceProvider.GetRequiredService<TContext>().Database.GetPendingMigrationsAsync(ct);
        if (pendentes.Any())
        {
            throw new PartidaRecusadaException(Preparacao.Falta);
        }
    }
}
