using CrmVoip.Data;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.Work;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CrmVoip.IntegrationTests.Work;

/// <summary>Work is part of the transaction that makes it necessary.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class AgendaTests(AplicacaoFixture app)
{
    [Fact]
    public async Task Work_of_a_transaction_that_is_rolled_back_never_was()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        await using var instancia = new Instancia(app, new Palco());
        await using var escopo = await AbrirAsync(instancia, organizacao);
        await using (await escopo.Db.Database.BeginTransactionAsync())
        {
            await escopo.Services.GetRequiredService<Agenda>().AgendarAsync<TrabalhoRapido>(Guid.NewGuid(), CancellationToken.None);
        }

        Assert.Empty(await organizacao.TrabalhosAsync());
    }

    [Fact]
    public async Task Work_without_a_transaction_is_refused()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        await using var instancia = new Instancia(app, new Palco());
        await using var escopo = await AbrirAsync(instancia, organizacao);
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => escopo.Services.GetRequiredService<Agenda>().AgendarAsync<TrabalhoRapido>(Guid.NewGuid(), CancellationToken.None));
    }

    [Fact]
    public async Task Work_due_at_once_starts_after_the_commit_without_a_look_at_the_table()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        var (palco, linha) = (new Palco(), Guid.NewGuid());
        await using var instancia = new Instancia(app, palco);
        await instancia.IniciarAsync();
        await using var escopo = await AbrirAsync(instancia, organizacao);
        await using var transacao = await escopo.Db.Database.BeginTransactionAsync();
        await escopo.Services.GetRequiredService<Agenda>().AgendarAsync<TrabalhoRapido>(linha, CancellationToken.None);
        Assert.Empty(palco.Comecaram);

        await transacao.CommitAsync();

        await Instancia.AteAsync(() => palco.Terminaram.Contains(linha));
    }

    [Fact]
    public async Task Work_scheduled_while_the_same_work_runs_is_done_afterwards()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        var (palco, linha) = (new Palco(), Guid.NewGuid());
        await using var instancia = new Instancia(app, palco);
        palco.Fazer = async (_, _, _) =>
        {
            if (palco.Comecaram.Count == 1)
            {
                await instancia.AgendarAsync<TrabalhoRapido>(organizacao, linha);
            }

            return Desfecho.Feito;
        };
        await instancia.AgendarAsync<TrabalhoRapido>(organizacao, linha);

        await organizacao.TrabalharAsync(instancia: instancia.Services);

        Assert.Equal([linha, linha], palco.Terminaram);
        Assert.Equal(0, palco.Sobrepostos);
        Assert.Empty(await organizacao.TrabalhosAsync());
    }

    [Fact]
    public async Task Rows_of_one_line_that_are_due_are_one_run()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        var (palco, linha) = (new Palco(), Guid.NewGuid());
        await using var instancia = new Instancia(app, palco);
        for (var i = 0; i < 5; i++)
        {
            await instancia.AgendarAsync<TrabalhoRapido>(organizacao, linha);
        }

        await organizacao.TrabalharAsync(instancia: instancia.Services);

        Assert.Equal([linha], palco.Terminaram);
        Assert.Empty(await organizacao.TrabalhosAsync());
    }

    [Fact]
    public async Task Two_rounds_of_the_same_periodic_work_become_one()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        var (palco, linha) = (new Palco(), Guid.NewGuid());
        palco.Fazer = (_, _, _) => Task.FromResult(Desfecho.DeNovoEm(TimeSpan.FromHours(1)));
        await using var instancia = new Instancia(app, palco);
        await instancia.AgendarAsync<TrabalhoRapido>(organizacao, linha);
        await instancia.AgendarAsync<TrabalhoRapido>(organizacao, linha, TimeSpan.FromMinutes(10));

        await organizacao.TrabalharAsync(instancia: instancia.Services);
        var depoisDaPrimeira = Assert.Single(await organizacao.TrabalhosAsync());
        await organizacao.TrabalharAsync(adiantar: TimeSpan.FromMinutes(10), instancia: instancia.Services);
        var depoisDaSegunda = Assert.Single(await organizacao.TrabalhosAsync());

        Assert.InRange(depoisDaPrimeira.VenceEm, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10));
        Assert.InRange(depoisDaSegunda.VenceEm, TimeSpan.FromMinutes(55), TimeSpan.FromMinutes(60));
    }

    [Fact]
    public async Task Kind_of_a_newer_version_is_left_alone()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        await Instancia.InundarAsync(organizacao, "de-amanha", 1);
        await using var instancia = new Instancia(app, new Palco());
        Assert.Empty(await organizacao.TrabalharAsync(instancia: instancia.Services));
        Assert.Equal(0, Assert.Single(await organizacao.TrabalhosAsync()).Tentativas);
    }

    [Fact]
    public async Task Organization_cannot_schedule_work_for_another()
    {
        var (minha, outra) = (await app.CriarOrganizacaoAsync(), await app.CriarOrganizacaoAsync());
        var recusa = await Assert.ThrowsAsync<PostgresException>(() => minha.ComDbAsync(async db =>
        {
            await db.EnfileirarAsync(outra.Id, "x", Guid.NewGuid(), TimeSpan.Zero, CancellationToken.None);
            return true;
        }));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, recusa.SqlState);
    }

    private static async Task<EscopoAberto> AbrirAsync(Instancia instancia, OrganizacaoDeTeste organizacao) =>
        (await instancia.Services.GetRequiredService<EscopoDaOrganizacao>().AbrirAsync(organizacao.Id, CancellationToken.None))!;
}
