using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;
using CrmVoip.UnitTests.Delivery;

namespace CrmVoip.IntegrationTests.Hosting;

/// <summary>eng/roles.sql, as an operator runs it again before an upgrade.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class PapeisTests(AplicacaoFixture app)
{
    [Fact]
    public async Task Roles_may_be_made_again_and_statistics_keep_no_row_for_each_organization()
    {
        var sql = Repository.Read("eng/roles.sql");
        await app.Banco.ExecutarAsync(sql);
        await app.Banco.ExecutarAsync(sql);

        var opcoes = (string[])(await app.Banco.LerAsync("select rolconfig from pg_roles where rolname = 'crm_app'"))[0][0];
        Assert.Contains("pg_stat_statements.track_utility=off", opcoes);
        Assert.Equal(4L, (await app.Banco.LerAsync("select count(*) from pg_roles where rolname like 'crm\\_%' and rolcanlogin and not rolsuper and not rolbypassrls"))[0][0]);
    }
}
