using Microsoft.EntityFrameworkCore.Migrations;

namespace CrmVoip.Tenancy;

/// <summary>Walls of a table, one call per table in its migration. Frozen once shipped: a new policy is a new method.</summary>
public static class MigracaoExtensions
{
    private const string Tenant = "(select nullif(current_setting('app.organizacao_id', true), '')::uuid)";
    private const string Pessoa = "(select nullif(current_setting('app.usuario_id', true), '')::uuid)";

    private const string Administrador =
        $"""
        exists (
            select 1 from membros m
            where m.organizacao_id = {Tenant} and m.usuario_id = {Pessoa} and m.papel = 'administrador' and m.ativo)
        """;

    public static void IsolarPorOrganizacao(this MigrationBuilder migration, string tabela) =>
        migration.Sql(
            $"""
            {Rls(tabela)}
            create policy isolamento_por_organizacao on {tabela}
                using (organizacao_id = {Tenant})
                with check (organizacao_id = {Tenant});
            """);

    /// <summary>membros is also read before the tenant is known: a person sees the own memberships.</summary>
    public static void IsolarMembros(this MigrationBuilder migration)
    {
        migration.IsolarPorOrganizacao("membros");
        migration.Sql($"create policy proprios_vinculos on membros for select using (usuario_id = {Pessoa});");
    }

    /// <summary>Own rows, and those of the organization for its administrador; nobody deletes.</summary>
    public static void IsolarPorPessoa(this MigrationBuilder migration, string tabela)
    {
        var dono = $"organizacao_id = {Tenant} and (usuario_id = {Pessoa} or {Administrador})";
        migration.Sql(
            $"""
            {Rls(tabela)}
            create policy leitura_propria on {tabela} for select using ({dono});
            create policy inclusao_propria on {tabela} for insert with check ({dono});
            create policy edicao_propria on {tabela} for update using ({dono}) with check ({dono});
            """);
    }

    /// <summary>Secrets: only their owner reads them; the administrador may write a new version, never read one.</summary>
    public static void IsolarSegredos(this MigrationBuilder migration, string tabela) =>
        migration.Sql(
            $"""
            {Rls(tabela)}
            create policy leitura_propria on {tabela} for select
                using (organizacao_id = {Tenant} and usuario_id = {Pessoa});
            create policy inclusao_propria on {tabela} for insert
                with check (organizacao_id = {Tenant} and (usuario_id = {Pessoa} or {Administrador}));
            """);

    /// <summary>
    /// The one table read over all organizations, by the role that hands out work and by no other: the named exception of
    /// MurosDoBanco. Everybody else is behind the same wall as ever.
    /// </summary>
    public static void IsolarFila(this MigrationBuilder migration, string tabela)
    {
        migration.IsolarPorOrganizacao(tabela);
        migration.Sql($"create policy fila_de_trabalhos on {tabela} to crm_fila using (true) with check (true);");
    }

    /// <summary>What is told once may be forgotten late, and only late: younger rows cannot be deleted, whoever asks.</summary>
    public static void SoApagarAntigas(this MigrationBuilder migration, string tabela, string coluna) =>
        migration.Sql($"create policy so_antigas on {tabela} as restrictive for delete using ({coluna} < now() - interval '30 days');");

    /// <summary>The same with another least age ("366 days").</summary>
    public static void SoApagarDepoisDe(this MigrationBuilder migration, string tabela, string coluna, string idade) =>
        migration.Sql($"create policy so_antigas on {tabela} as restrictive for delete using ({coluna} < now() - interval '{idade}');");

    /// <summary>What belongs to rows of another table goes no earlier than they may.</summary>
    public static void SoApagarComOAntigo(this MigrationBuilder migration, string tabela, string chave, string outra, string coluna, string idade) =>
        migration.Sql(
            $"""
            create policy so_antigas on {tabela} as restrictive for delete using (exists (
                select 1 from {outra} o
                where o.organizacao_id = {tabela}.organizacao_id and o.id = {tabela}.{chave} and o.{coluna} < now() - interval '{idade}'));
            """);

    /// <summary>A table of no organization all of whose rows are seen, for a restriction to stand beside.</summary>
    public static void VerTudo(this MigrationBuilder migration, string tabela) =>
        migration.Sql($"{Rls(tabela)} create policy todas on {tabela} using (true) with check (true);");

    /// <summary>Work of accounts is of no organization: crm_auth adds such rows to the table of work, and no other.</summary>
    public static void AbrirFilaAsContas(this MigrationBuilder migration, string tabela)
    {
        migration.Sql($"create policy trabalhos_de_conta on {tabela} for insert to crm_auth with check (organizacao_id = '{System.Guid.Empty}'::uuid);");
        migration.Conceder("crm_auth", "insert", tabela);
    }

    public static void Conceder(this MigrationBuilder migration, string papel, string direitos, params string[] tabelas)
    {
        foreach (var tabela in tabelas)
        {
            migration.Sql($"grant {direitos} on {tabela} to {papel};");
        }
    }

    private static string Rls(string tabela) =>
        $"""
        alter table {tabela} enable row level security;
        alter table {tabela} force row level security;
        """;
}
