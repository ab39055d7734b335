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
            case when exists (select 1 from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p')) then 'owner of tables' end)
        from pg_roles r where r.rolname = current_user
        """;

    public async Task ExecutarAsync(CancellationToken ct)
    {
        ConferirCorreio();
        foreach (var nome in new[] { "Crm", "Contas" })
        {
            var conexao = configuracao.ConexaoExigida(nome);
            ConferirAgrupamento(nome, conexao);
            await AcessoAoBanco.TentarAsync(nome, conexao, () => ConferirBancoAsync(nome, conexao, ct));
        }

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
        if (await PoderesAsync(conexao, ct) is { Length: > 0 } poderes)
        {
            throw new PartidaRecusadaException($"The role of ConnectionStrings:{nome} is too powerful ({poderes}): row-level security would not bind it.");
        }

        if (await MurosDoBanco.FaltasAsync(conexao, ct) is { Count: > 0 } faltas)
        {
            throw new PartidaRecusadaException($"Organizations are not kept apart: {string.Join("; ", faltas)}.");
        }
    }

    private static async Task<string?> PoderesAsync(DbConnection conexao, CancellationToken ct)
    {
        await using var comando = conexao.CreateCommand();
        comando.CommandText = PapelPerigoso;
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
