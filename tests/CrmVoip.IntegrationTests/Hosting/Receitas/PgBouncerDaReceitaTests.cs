using System.Diagnostics;
using System.Net;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;
using Xunit.Abstractions;

namespace CrmVoip.IntegrationTests.Hosting.Receitas;

/// <summary>docs/operations/pgbouncer.ini between the product and PostgreSQL.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class PgBouncerDaReceitaTests(AplicacaoFixture app, ITestOutputHelper saida)
{
    // The file's retry is 1 s; pgbouncer's own of 15 s would be seen.
    private static readonly TimeSpan _ateServir = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Product_starts_and_serves_through_it_and_does_so_again_soon_after_a_restart_of_the_database()
    {
        await using var ponte = Ponte.Para(app.Banco);
        await using var bouncer = await PgBouncer.DaReceitaAsync(app.Banco, ponte.Porta);
        await using var instancia = app.OutraInstancia(
            ("ConnectionStrings:Crm", bouncer.Por(app.Banco.Crm)),
            ("ConnectionStrings:Contas", bouncer.Por(app.Banco.Contas)),
            ("ConnectionStrings:Fila", bouncer.Por(app.Banco.Fila)),
            ("ConnectionStrings:CrmDireto", app.Banco.Crm));
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync(Papel.Administrador);
        using var cliente = await pessoa.EntrarAsync(instancia);
        Assert.Equal(HttpStatusCode.OK, (await cliente.GetAsync("/oportunidades")).StatusCode);

        ponte.Cortar();
        var fora = Stopwatch.GetTimestamp();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await cliente.GetAsync("/oportunidades")).StatusCode);
        saida.WriteLine($"Told that it is away after {Stopwatch.GetElapsedTime(fora).TotalSeconds:0.0} s.");

        ponte.Reabrir();
        var volta = Stopwatch.GetTimestamp();
        HttpStatusCode resposta;
        do
        {
            resposta = (await cliente.GetAsync("/oportunidades")).StatusCode;
            Assert.True(resposta == HttpStatusCode.OK || Stopwatch.GetElapsedTime(volta) < _ateServir, $"{resposta}");
        }
        while (resposta != HttpStatusCode.OK);

        saida.WriteLine($"Served again after {Stopwatch.GetElapsedTime(volta).TotalSeconds:0.0} s.");
    }
}
