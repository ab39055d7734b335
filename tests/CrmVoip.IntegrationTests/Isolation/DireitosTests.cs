using System.Text.RegularExpressions;
using CrmVoip.Data;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit.Abstractions;

namespace CrmVoip.IntegrationTests.Isolation;

/// <summary>Every grant, function, view, check and index of the database is one that we meant.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed partial class DireitosTests(AplicacaoFixture app, ITestOutputHelper saida)
{
    private const string Ler = "SELECT";
    private const string Juntar = "INSERT,SELECT";
    private const string Mudar = "INSERT,SELECT,UPDATE";
    private const string Tudo = "DELETE,INSERT,SELECT,UPDATE";

    /// <summary>A new table is added here, with as little as it needs.</summary>
    private static readonly SortedDictionary<string, string> _direitos = new(StringComparer.Ordinal)
    {
        ["crm_app audit_log"] = "DELETE,INSERT,SELECT",
        ["crm_app contagens_do_funil"] = "DELETE,INSERT,SELECT",
        ["crm_app contatos"] = Tudo,
        ["crm_app convites"] = Mudar,
        ["crm_app exigencias_de_segundo_fator"] = "DELETE,INSERT,SELECT",
        ["crm_app etapas"] = Tudo,
        ["crm_app eventos_do_provedor"] = Tudo,
        ["crm_app funis"] = Tudo,
        ["crm_app ids_dos_registros"] = Tudo,
        ["crm_app importacoes"] = Tudo,
        ["crm_app instancias"] = Tudo,
        ["crm_app integracoes"] = Mudar,
        ["crm_app leituras_do_provedor"] = Tudo,
        ["crm_app ligacao_eventos"] = "DELETE,INSERT,SELECT",
        ["crm_app ligacoes"] = Tudo,
        ["crm_app linhas_da_importacao"] = Tudo,
        ["crm_app membros"] = Mudar,
        ["crm_app migracoes_crm"] = Ler,
        ["crm_app oportunidades"] = Tudo,
        ["crm_app notas"] = Mudar,
        ["crm_app recados"] = Tudo,
        ["crm_app organizacoes"] = Juntar,
        ["crm_app ramais_titulares"] = Mudar,
        ["crm_app ramais_voip"] = Mudar,
        ["crm_app registros_do_provedor"] = Tudo,
        ["crm_app ramais_voip_segredos"] = Juntar,
        ["crm_app motivos_de_perda"] = Tudo,
        ["crm_app resultados_de_ligacao"] = Tudo,
        ["crm_app tarefas"] = Tudo,
        ["crm_app telefones_do_contato"] = Tudo,
        ["crm_app termos_de_busca"] = "DELETE,INSERT,SELECT",
        ["crm_app trabalhos"] = "INSERT",
        ["crm_auth autenticadores"] = Tudo,
        ["crm_auth canarios_do_cofre"] = Juntar,
        ["crm_auth chaves_de_acesso"] = Tudo,
        ["crm_auth codigos_de_recuperacao"] = Tudo,
        ["crm_auth contagens_de_limite"] = Tudo,
        ["crm_auth cotas_do_dia"] = Tudo,
        ["crm_auth data_protection_keys"] = Juntar,
        ["crm_auth eventos_de_conta"] = "DELETE,INSERT,SELECT",
        ["crm_auth migracoes_contas"] = Ler,
        ["crm_auth pedidos_de_conta"] = Tudo,
        ["crm_auth pedidos_de_recuperacao"] = Tudo,
        ["crm_auth senhas_erradas"] = Tudo,
        ["crm_auth sessoes"] = Tudo,
        ["crm_auth trabalhos"] = "INSERT",
        ["crm_auth usuario_claims"] = Tudo,
        ["crm_auth usuario_logins"] = Tudo,
        ["crm_auth usuario_tokens"] = Tudo,
        ["crm_auth usuarios"] = Tudo,
        ["crm_fila trabalhos"] = "DELETE,SELECT,UPDATE",
    };

    [Theory]
    [InlineData("select lo_create(0)")]
    [InlineData("select lo_creat(-1)")]
    [InlineData("select lo_from_bytea(0, 'x')")]
    [InlineData("select lo_import('/etc/hostname')")]
    public async Task No_role_of_the_product_keeps_anything_outside_of_tables(string sql)
    {
        foreach (var conexao in new[] { app.Banco.Crm, app.Banco.Contas, app.Banco.Fila })
        {
            await using var fonte = NpgsqlDataSource.Create(conexao);
            await using var comando = fonte.CreateCommand(sql);
            var recusa = await Assert.ThrowsAsync<PostgresException>(comando.ExecuteScalarAsync);
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, recusa.SqlState);
        }
    }

    [Fact]
    public async Task Every_grant_is_the_expected_one()
    {
        var direitos = (await app.Banco.LerAsync(
            """
            select case when a.grantee = 0 then 'public' else a.grantee::regrole::text end || ' ' || c.relname, string_agg(a.privilege_type, ',' order by a.privilege_type)
            from pg_class c, aclexplode(c.relacl) a
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and a.grantee <> c.relowner
            group by 1
            """)).ToDictionary(l => (string)l[0], l => (string)l[1]);
        saida.WriteLine($"{direitos.Count} tables granted: {string.Join("; ", direitos.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => $"{d.Key} {d.Value}"))}");
        Assert.Equal(_direitos, new SortedDictionary<string, string>(direitos, StringComparer.Ordinal));
    }

    [Fact]
    public async Task No_grant_is_given_by_column_and_nobody_but_the_owner_makes_tables()
    {
        Assert.Empty(await NomesAsync(
            "select a.attrelid::regclass || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid where c.relnamespace = 'public'::regnamespace and a.attacl is not null"));
        Assert.Empty(await NomesAsync(
            "select rolname::text from pg_roles where rolname in ('crm_app', 'crm_auth', 'crm_fila') and has_schema_privilege(oid, 'public', 'create')"));
    }

    [Fact]
    public async Task No_function_acts_for_its_owner_and_no_view_looks_past_the_walls()
    {
        Assert.Equal(["contar_funil()"], await NomesAsync(
            "select p.oid::regprocedure::text || case when p.prosecdef then ' acts for its owner' else '' end from pg_proc p where p.pronamespace = 'public'::regnamespace"));
        Assert.Empty(await NomesAsync(
            """
            select c.relname::text from pg_class c
            where c.relnamespace = 'public'::regnamespace
              and (c.relkind = 'm' or (c.relkind = 'v' and not coalesce(c.reloptions @> array['security_invoker=true'], false)))
            """));
        Assert.Equal(["contar_exclusao", "contar_inclusao", "contar_mudanca"], await NomesAsync(
            "select t.tgname::text from pg_trigger t join pg_class c on c.oid = t.tgrelid where c.relnamespace = 'public'::regnamespace and not t.tgisinternal order by 1"));
    }

    [Fact]
    public async Task Every_foreign_key_has_an_index_that_begins_with_its_columns() => Assert.Empty(await NomesAsync(
        """
        select c.conrelid::regclass || '.' || c.conname from pg_constraint c
        where c.contype = 'f' and c.connamespace = 'public'::regnamespace
          and not exists (
            select from pg_index i
            where i.indrelid = c.conrelid and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey)
        """));

    [Fact]
    public async Task One_policy_and_no_more_answers_each_command_of_a_table() => Assert.Equal(["membros SELECT", "trabalhos DELETE", "trabalhos INSERT", "trabalhos SELECT", "trabalhos UPDATE"], await NomesAsync(
        """
        select c.relname || ' ' || k.cmd from pg_policy p join pg_class c on c.oid = p.polrelid
        join (values ('r', 'SELECT'), ('a', 'INSERT'), ('w', 'UPDATE'), ('d', 'DELETE')) k(letra, cmd) on p.polcmd::text in ('*', k.letra)
        where p.polpermissive group by 1 having count(*) > 1 order by 1
        """));

    [Fact]
    public async Task Every_enum_column_allows_exactly_the_names_of_its_type()
    {
        await using var escopo = app.Services.CreateAsyncScope();
        var colunas = (
            from entidade in escopo.ServiceProvider.GetRequiredService<CrmDbContext>().Model.GetEntityTypes()
            from propriedade in entidade.GetProperties()
            let tipo = Nullable.GetUnderlyingType(propriedade.ClrType) ?? propriedade.ClrType
            where tipo.IsEnum
            select (Check: $"ck_{entidade.GetTableName()}_{propriedade.GetColumnName()}", Tipo: tipo)).ToList();
        var checks = (await app.Banco.LerAsync("select conname::text, pg_get_constraintdef(oid) from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace"))
            .ToDictionary(l => (string)l[0], l => Valores().Matches((string)l[1]).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal).ToList());
        saida.WriteLine($"{colunas.Count} enum columns: {string.Join(", ", colunas.Select(c => c.Check))}.");
        Assert.NotEmpty(colunas);
        foreach (var (check, tipo) in colunas)
        {
            Assert.True(checks.TryGetValue(check, out var valores), $"{check} is missing: {tipo.Name} may hold anything.");
            Assert.Equal(Enum.GetNames(tipo).Select(System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName).Order(StringComparer.Ordinal), valores);
        }
    }

    private async Task<List<string>> NomesAsync(string sql) => [.. (await app.Banco.LerAsync(sql)).Select(l => (string)l[0])];

    [GeneratedRegex("'([a-z0-9_]+)'::")]
    private static partial Regex Valores();
}
