using System.Data.Common;
using CrmVoip.Data;
using CrmVoip.Features.Pessoas.Conta;
using CrmVoip.Work;
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
            case when r.rolcreaterole then 'createrole' end,
            case when r.rolcreatedb then 'createdb' end,
            case when r.rolreplication then 'replication' end,
            case when exists (select 1 from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p')) then 'owner of tables' end,
            case when exists (
                select from pg_roles o
                where o.rolname in ('crm_owner', 'crm_app', 'crm_auth', 'crm_fila') and o.oid <> r.oid and pg_has_role(r.oid, o.oid, 'member'))
                then 'member of another role of the product' end)
        from pg_roles r where r.rolname = current_user
        """;

    public async Task ExecutarAsync(CancellationToken ct)
    {
        ConferirCorreio();
        if (services.GetService<SenhasVazadas>()?.Falta() is { } falta)
        {
            throw new PartidaRecusadaException(falta);
        }

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
        var opcoes = new NpgsqlConnectionStringBuilder(conexao);
        if (opcoes.NoResetOnClose || opcoes.Multiplexing)
        {
            throw new PartidaRecusadaException($"ConnectionStrings:{nome}: No Reset On Close and Multiplexing leak one organization's rows to another.");
        }
    }

    private async Task ConferirBancoAsync(string nome, string texto, CancellationToken ct)
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

        await ConferirDireitosAsync(conexao, nome, ct);
        await ObjetosGrandes.ConferirAsync(
            conexao, configuracao.OpcoesDoCrm().PermitirObjetosGrandes, services.GetRequiredService<ILogger<VerificacaoDePartida>>(), ct);
    }

    private async Task ConferirDireitosAsync(NpgsqlConnection conexao, string nome, CancellationToken ct)
    {
        await using var escopo = services.CreateAsyncScope();
        var (crm, contas) = (escopo.ServiceProvider.GetRequiredService<CrmDbContext>(), escopo.ServiceProvider.GetRequiredService<ContasDbContext>());
        if (await DireitosDosPapeis.DemaisAsync(conexao, nome, crm, contas, ct) is { } demais)
        {
            throw new PartidaRecusadaException(
                $"The role of ConnectionStrings:{nome} ({conexao.UserName}) may do more than its work: {demais}. Use {DireitosDosPapeis.Papel(nome)}.");
        }
    }

    private async Task ConferirFilaAsync(CancellationToken ct)
    {
        await services.GetRequiredService<FilaDeTrabalhos>().ProximoAsync([], null, ct);
        if (await services.GetRequiredService<RelogioConferido>().ErroAsync(ct) is { } erro)
        {
            throw new PartidaRecusadaException($"{erro}.");
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
