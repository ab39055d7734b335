using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Hosting;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit.Abstractions;

namespace CrmVoip.IntegrationTests.Isolation;

/// <summary>Every table of the database is behind the wall, or on the short list of those that belong to nobody.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class TabelasTests(AplicacaoFixture app, SimuladorDeTeste simulador, ITestOutputHelper saida) : IClassFixture<SimuladorDeTeste>
{
    /// <summary>Read before a tenant is known, or owned by accounts: see design of the walls in docs/architecture.md.</summary>
    private static readonly string[] _semOrganizacao =
    [
        "organizacoes", "instancias", "usuarios", "usuario_claims", "usuario_logins", "usuario_tokens", "eventos_de_conta",
        "autenticadores", "codigos_de_recuperacao", "chaves_de_acesso",
        "pedidos_de_recuperacao", "sessoes", "senhas_erradas", "contagens_de_limite", "pedidos_de_conta", "cotas_do_dia", "data_protection_keys", "canarios_do_cofre", DataExtensions.HistoricoCrm, DataExtensions.HistoricoContas,
    ];

    [Fact]
    public async Task Every_table_has_forced_row_level_security_in_both_directions_or_is_on_the_short_list()
    {
        var tabelas = await LerAsync(
            """
            select c.relname, c.relrowsecurity and c.relforcerowsecurity,
                exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organizacao_id' and a.attnotnull),
                coalesce(bool_or(p.polcmd in ('*', 'r') and pg_get_expr(p.polqual, p.polrelid) like '%app.organizacao_id%'), false),
                coalesce(bool_or(p.polcmd in ('*', 'a') and pg_get_expr(p.polwithcheck, p.polrelid) like '%app.organizacao_id%'), false)
            from pg_class c left join pg_policy p on p.polrelid = c.oid
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
            group by c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity
            """);
        var daOrganizacao = tabelas.Where(t => !_semOrganizacao.Contains(t[0])).ToList();
        saida.WriteLine($"{daOrganizacao.Count} tables behind the wall: {string.Join(", ", daOrganizacao.Select(t => t[0]).Order())}.");
        saida.WriteLine($"{_semOrganizacao.Length} on the short list: {string.Join(", ", _semOrganizacao)}.");
        Assert.True(daOrganizacao.Count >= 12);
        Assert.Equal(_semOrganizacao.Order(), tabelas.Select(t => (string)t[0]).Except(daOrganizacao.Select(t => (string)t[0])).Order());
        Assert.Empty(daOrganizacao.Where(t => !t[1..].All(v => (bool)v)).Select(t => t[0]));
    }

    [Fact]
    public async Task Every_key_and_foreign_key_between_tenant_tables_carries_the_organization()
    {
        var chaves = await LerAsync(
            """
            select c.conrelid::regclass || '.' || c.conname,
                exists (select from pg_attribute a where a.attrelid = c.conrelid and a.attnum = c.conkey[1] and a.attname = 'organizacao_id')
            from pg_constraint c
            where c.contype in ('p', 'u', 'f')
              and exists (select from pg_attribute a where a.attrelid = c.conrelid and a.attname = 'organizacao_id')
            union all
            select i.indexrelid::regclass::text, a.attname = 'organizacao_id'
            from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
            where i.indisunique and not i.indisprimary
              and exists (select from pg_attribute b where b.attrelid = i.indrelid and b.attname = 'organizacao_id')
            """);
        Assert.NotEmpty(chaves);
        Assert.Empty(chaves.Where(c => !(bool)c[1]).Select(c => c[0]));
    }

    [Fact]
    public async Task Every_entity_of_an_organization_has_the_filter_named_tenant()
    {
        await using var escopo = app.Services.CreateAsyncScope();
        Assert.Empty(FaltasDoModelo.De(escopo.ServiceProvider.GetRequiredService<CrmDbContext>().Model));
    }

    [Fact]
    public async Task Every_policy_begins_with_the_tenant_when_it_reads_and_when_it_writes()
    {
        await using var conexao = new NpgsqlConnection(app.Banco.Superusuario);
        await conexao.OpenAsync();
        Assert.Empty(await MurosDoBanco.FaltasAsync(conexao, CancellationToken.None));
    }

    [Fact]
    public async Task The_application_sees_no_row_of_another_organization_and_none_without_one()
    {
        var dono = await app.CriarOrganizacaoAsync();
        var pessoa = await dono.PessoaAsync();
        await pessoa.ComRamalAsync();
        await dono.OportunidadeAsync(pessoa);
        await dono.ConectarAsync();
        var outra = await app.CriarOrganizacaoAsync();

        await using var fonte = NpgsqlDataSource.Create(app.Banco.Crm);
        await using var conexao = await fonte.OpenConnectionAsync();
        foreach (var tabela in (await app.Banco.TabelasDaOrganizacaoAsync()).Except(Banco.NaoLidas))
        {
            Assert.Equal(0L, await ContarAsync(conexao, tabela, dono.Id, null));
            Assert.Equal(0L, await ContarAsync(conexao, tabela, dono.Id, outra.Id));
        }

        Assert.Equal(1L, await ContarAsync(conexao, "oportunidades", dono.Id, dono.Id));
    }

    [Fact]
    public async Task A_row_cannot_be_written_into_another_organization()
    {
        var vitima = await app.CriarOrganizacaoAsync();
        var atacante = await app.CriarOrganizacaoAsync();
        var recusa = await Assert.ThrowsAsync<DbUpdateException>(() => atacante.SalvarAsync(new Contato(vitima.Id, "Intruso")));
        Assert.Equal("42501", ((PostgresException)recusa.InnerException!).SqlState);
    }

    [Fact]
    public async Task Another_organizations_row_cannot_be_updated_by_its_id()
    {
        var vitima = await app.CriarOrganizacaoAsync();
        var contato = new Contato(vitima.Id, "Marina");
        await vitima.SalvarAsync(contato);
        var atacante = await app.CriarOrganizacaoAsync();
        await using var fonte = NpgsqlDataSource.Create(app.Banco.Crm);
        await using var comando = fonte.CreateCommand(
            $"begin; set local app.organizacao_id = '{atacante.Id}'; update contatos set nome = 'roubado' where id = '{contato.Id}'; delete from contatos where id = '{contato.Id}'; commit;");
        await comando.ExecuteNonQueryAsync();
        Assert.Equal("Marina", await vitima.ComDbAsync(db => db.Contatos.Select(c => c.Nome).SingleAsync()));
    }

    [Fact]
    public async Task The_password_of_a_ramal_is_read_by_its_owner_only()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        var dono = await organizacao.PessoaAsync();
        await dono.ComRamalAsync();
        var administrador = await organizacao.PessoaAsync(Papel.Administrador);
        Assert.Equal(1, await organizacao.ComDbAsync(db => db.RamaisVoipSegredos.CountAsync(), como: dono));
        Assert.Equal(0, await organizacao.ComDbAsync(db => db.RamaisVoipSegredos.CountAsync(), como: administrador));
        Assert.Equal(1, await organizacao.ComDbAsync(db => db.RamaisVoip.CountAsync(), como: administrador));
        var colega = await organizacao.PessoaAsync();
        Assert.Equal(0, await organizacao.ComDbAsync(db => db.RamaisVoip.CountAsync(), como: colega));
    }

    [Theory]
    [InlineData("audit_log", "ocorrido_em", 366)]
    [InlineData("eventos_do_provedor", "recebido_em", 30)]
    [InlineData("ligacao_eventos", "recebido_em", 30)]
    [InlineData("leituras_do_provedor", "vista_em", 30)]
    public async Task What_may_be_forgotten_is_not_forgotten_young(string tabela, string coluna, int dias)
    {
        using var cenario = await Cenario.CriarAsync(app, simulador);
        await using var fonte = NpgsqlDataSource.Create(app.Banco.Crm);
        async Task<int> ApagarAsync()
        {
            await using var comando = fonte.CreateCommand(
                $"begin; set local app.organizacao_id = '{cenario.Organizacao.Id}'; delete from {tabela} where organizacao_id = '{cenario.Organizacao.Id}'; commit;");
            return await comando.ExecuteNonQueryAsync();
        }

        Assert.True(await ApagarAsync() <= 0);
        await app.Banco.ExecutarAsync($"update {tabela} set {coluna} = now() - interval '{dias + 1} days' where organizacao_id = '{cenario.Organizacao.Id}'");
        Assert.True(await ApagarAsync() > 0);
    }

    [Theory]
    [InlineData("update audit_log set id = id")]
    [InlineData("update ramais_voip_segredos set id = id")]
    [InlineData("delete from ramais_voip_segredos")]
    public async Task Append_only_tables_refuse_update_and_delete(string sql)
    {
        await using var fonte = NpgsqlDataSource.Create(app.Banco.Crm);
        await using var comando = fonte.CreateCommand(sql);
        var recusa = await Assert.ThrowsAsync<PostgresException>(() => comando.ExecuteNonQueryAsync());
        Assert.Equal("42501", recusa.SqlState);
    }

    [Fact]
    public async Task Accounts_are_out_of_reach_of_the_application_role()
    {
        await using var fonte = NpgsqlDataSource.Create(app.Banco.Crm);
        foreach (var tabela in new[] { "usuarios", "data_protection_keys", "eventos_de_conta", "canarios_do_cofre", "pedidos_de_recuperacao", "sessoes", "senhas_erradas", "contagens_de_limite", "pedidos_de_conta", "cotas_do_dia" })
        {
            await using var comando = fonte.CreateCommand($"select count(*) from {tabela}");
            Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => comando.ExecuteScalarAsync())).SqlState);
        }
    }

    private static async Task<long> ContarAsync(NpgsqlConnection conexao, string tabela, Guid dono, Guid? como)
    {
        await using var transacao = await conexao.BeginTransactionAsync();
        var contexto = como is { } id ? $"set local app.organizacao_id = '{id}';" : "";
        await using var comando = new NpgsqlCommand($"{contexto} select count(*) from {tabela} where organizacao_id = '{dono}'", conexao, transacao);
        return (long)(await comando.ExecuteScalarAsync())!;
    }

    private Task<List<object[]>> LerAsync(string sql) => app.Banco.LerAsync(sql);
}
