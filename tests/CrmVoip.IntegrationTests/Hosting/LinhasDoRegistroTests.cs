using System.Net;
using System.Text;
using CrmVoip.Data;
using CrmVoip.Hosting;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;
using Serilog.Events;

namespace CrmVoip.IntegrationTests.Hosting;

/// <summary>What the operator reads: each thing in one line, an error with one stack trace.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class LinhasDoRegistroTests(AplicacaoFixture app)
{
    private readonly RegistroCapturado _registro = new();

    [Fact]
    public async Task Start_and_stop_are_a_line_each_with_version_and_settings_and_without_secrets()
    {
        await using (var instancia = app.OutraInstancia().WithWebHostBuilder(Capturar))
        {
            using var http = instancia.CreateClient();
            var comeco = Linhas("CrmVoip ").Single(l => l.Contains("starts in", StringComparison.Ordinal));
            Assert.Contains(Versao.DoProduto, comeco, StringComparison.Ordinal);
            Assert.Contains("Testing", comeco, StringComparison.Ordinal);
            Assert.Contains("OTLP off, Prometheus off", comeco.Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.DoesNotContain(BancoDeTestes.Senha, comeco, StringComparison.Ordinal);
            Assert.Single(Linhas("CrmVoip listens on"));
        }

        Assert.Single(Linhas("CrmVoip was told to stop"));
        Assert.Single(Linhas("CrmVoip has stopped"));
    }

    [Fact]
    public async Task Error_of_a_request_is_one_stack_trace_in_the_line_of_the_request()
    {
        await using var banco = await BancoDeTestes.CriarAsync();
        await using var instancia = (await app.InstanciaEmAsync(banco)).WithWebHostBuilder(Capturar);
        using var http = instancia.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        Assert.Equal(HttpStatusCode.NotFound, await AvisarAsync(http));
        await banco.ExecutarAsync("drop table organizacoes cascade");

        Assert.Equal(HttpStatusCode.InternalServerError, await AvisarAsync(http));

        var linha = Assert.Single(_registro.Eventos, e => e.Exception is not null);
        Assert.Equal(LogEventLevel.Error, linha.Level);
        Assert.Equal("ganchos/api4com/{organizacaoId:guid}/{segredo}", (linha.Properties["Rota"] as ScalarValue)?.Value);
    }

    [Fact]
    public async Task Slow_statement_is_a_line_with_its_text_and_without_its_values()
    {
        await using var instancia = app.OutraInstancia(("Crm:ComandoLento", "00:00:00.020")).WithWebHostBuilder(Capturar);
        await using var escopo = instancia.Services.CreateAsyncScope();

        await escopo.ServiceProvider.GetRequiredService<CrmDbContext>().Database.ExecuteSqlAsync($"select pg_sleep(0.1), {"valor-que-ninguem-ve"}");

        var linha = Assert.Single(Linhas("A statement took"), l => l.Contains("pg_sleep", StringComparison.Ordinal));
        Assert.DoesNotContain("valor-que-ninguem-ve", linha, StringComparison.Ordinal);
        Assert.All(_registro.Eventos.Where(e => e.MessageTemplate.Text.StartsWith("A statement", StringComparison.Ordinal)), e => Assert.Equal(LogEventLevel.Warning, e.Level));
    }

    private void Capturar(IWebHostBuilder builder) => builder.ConfigureTestServices(s => s.AddSingleton<ILogEventSink>(_registro));

    private IEnumerable<string> Linhas(string comeco) =>
        _registro.Eventos
            .Select(e => e.RenderMessage(System.Globalization.CultureInfo.InvariantCulture))
            .Where(l => l.StartsWith(comeco, StringComparison.Ordinal));

    private static async Task<HttpStatusCode> AvisarAsync(HttpClient http)
    {
        using var corpo = new StringContent("""{"id":"a"}""", Encoding.UTF8, "application/json");
        return (await http.PostAsync($"/ganchos/api4com/{Guid.NewGuid()}/segredo", corpo)).StatusCode;
    }
}
