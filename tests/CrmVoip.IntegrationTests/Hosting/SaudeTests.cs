using System.Globalization;
using System.Net;
using CrmVoip.Hosting;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;
using CrmVoip.Work;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Serilog.Core;

namespace CrmVoip.IntegrationTests.Hosting;

/// <summary>/health/live and /health/ready.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class SaudeTests(AplicacaoFixture app)
{
    private readonly RegistroCapturado _registro = new();

    [Fact]
    public async Task Product_with_its_database_is_alive_and_ready()
    {
        using var http = app.Cliente();
        foreach (var caminho in new[] { "/health/live", "/health/ready" })
        {
            var resposta = await http.GetAsync(caminho);
            Assert.Equal(HttpStatusCode.OK, resposta.StatusCode);
            Assert.Equal("Healthy", await resposta.Content.ReadAsStringAsync());
            Assert.True(resposta.Headers.CacheControl!.NoStore);
        }
    }

    [Fact]
    public async Task Without_a_role_a_migration_or_its_database_it_is_alive_not_ready_and_says_why_in_the_log_alone()
    {
        await using var banco = await BancoDeTestes.CriarAsync();
        await using var instancia = (await app.InstanciaEmAsync(banco)).WithWebHostBuilder(
            b => b.ConfigureTestServices(s => s.AddSingleton<ILogEventSink>(_registro)));
        using var http = instancia.CreateClient();
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/health/ready")).StatusCode);

        await BarrarAsync(banco, "crm_auth");
        await NaoProntaAsync(http, "crm_auth is not answered");
        await banco.ExecutarAsync($"grant connect on database {banco.Nome} to crm_auth");
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/health/ready")).StatusCode);

        await banco.ExecutarAsync("delete from migracoes_contas where migration_id = (select max(migration_id) from migracoes_contas)");
        await NaoProntaAsync(http, "is not applied");

        await banco.ApagarAsync();
        await NaoProntaAsync(http, "is not answered (3D000)");
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/health/live")).StatusCode);
        Assert.DoesNotContain(_registro.Eventos, e => e.Exception is not null);
    }

    [Fact]
    public async Task Instance_whose_clock_is_set_is_not_ready_does_no_work_and_would_not_start_until_it_is_right()
    {
        var relogio = new RelogioTorto();
        await using var instancia = app.OutraInstancia().WithWebHostBuilder(
            b => b.ConfigureTestServices(s => s.AddSingleton<TimeProvider>(relogio).AddSingleton<ILogEventSink>(_registro)));
        using var http = instancia.CreateClient();
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/health/ready")).StatusCode);
        var encarregado = instancia.Services.GetRequiredService<Encarregado>();

        relogio.Adiantado = TimeSpan.FromHours(1);

        await NaoProntaAsync(http, "s ahead of the database's");
        await NaoProntaAsync(http, "s ahead of the database's");
        Assert.Equal(instancia.Services.GetRequiredService<IOptions<OpcoesDosTrabalhos>>().Value.Ocioso, await encarregado.PassarAsync(default));
        var recusa = await Assert.ThrowsAsync<PartidaRecusadaException>(() => instancia.Services.GetRequiredService<VerificacaoDePartida>().ExecutarAsync(default));
        Assert.StartsWith("The clock of this machine is 3600", recusa.Message, StringComparison.Ordinal);
        Assert.Single(_registro.Eventos, e => e.RenderMessage(CultureInfo.InvariantCulture).Contains("no work is done", StringComparison.Ordinal));

        relogio.Adiantado = TimeSpan.Zero;
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/health/ready")).StatusCode);
    }

    private async Task NaoProntaAsync(HttpClient http, string porque)
    {
        var resposta = await http.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, resposta.StatusCode);
        Assert.Equal("Unhealthy", await resposta.Content.ReadAsStringAsync());
        Assert.Contains(_registro.Textos, texto => texto.StartsWith("Not ready: ", StringComparison.Ordinal) && texto.Contains(porque, StringComparison.Ordinal));
    }

    private static Task<int> BarrarAsync(BancoDeTestes banco, string papel) => banco.ExecutarAsync(
        $"""
        revoke connect on database {banco.Nome} from public, {papel};
        grant connect on database {banco.Nome} to crm_app, crm_fila;
        select pg_terminate_backend(pid) from pg_stat_activity where datname = '{banco.Nome}' and usename = '{papel}';
        """);
}
