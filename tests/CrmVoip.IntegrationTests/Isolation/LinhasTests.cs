using CrmVoip.IntegrationTests.Infra;
using Xunit.Abstractions;

namespace CrmVoip.IntegrationTests.Isolation;

/// <summary>The walls in plain SQL: see, change, delete, insert, move and link, for every table the catalogue knows.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class LinhasTests(AplicacaoFixture app, SimuladorDeTeste simulador, ITestOutputHelper saida) : IClassFixture<SimuladorDeTeste>
{
    [Fact]
    public async Task No_statement_of_one_organization_reaches_a_row_of_another()
    {
        using var a = await Cenario.CriarAsync(app, simulador);
        using var b = await Cenario.CriarAsync(app, simulador);
        var antes = await app.Banco.ImpressaoAsync(b.Organizacao.Id);

        var (furos, tentativas) = await ParedesDeSql.TentarAsync(app.Banco, app.Banco.Crm, a, b);

        saida.WriteLine($"{tentativas} statements against {(await app.Banco.TabelasDaOrganizacaoAsync()).Count} tables.");
        Assert.True(tentativas > 0);
        Assert.Empty(furos);
        Assert.Equal(antes, await app.Banco.ImpressaoAsync(b.Organizacao.Id));
    }

    [Fact]
    public async Task Same_statements_by_the_owner_of_the_rows_get_through()
    {
        using var a = await Cenario.CriarAsync(app, simulador);
        var (furos, _) = await ParedesDeSql.TentarAsync(app.Banco, app.Banco.Crm, a, a);
        var vistas = furos.Where(f => f.StartsWith("rows were seen", StringComparison.Ordinal)).ToList();
        var lidas = (await app.Banco.TabelasDaOrganizacaoAsync()).Except(Banco.NaoLidas).ToList();
        Assert.Equal(lidas.Count, vistas.Count);
    }
}
