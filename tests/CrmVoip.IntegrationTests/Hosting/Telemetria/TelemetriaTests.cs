using System.Diagnostics.Metrics;
using System.Net;
using System.Text;
using CrmVoip.Data;
using CrmVoip.Hosting.Telemetria;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.UnitTests.Delivery;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace CrmVoip.IntegrationTests.Hosting.Telemetria;

/// <summary>What the operator's tools are told, as it leaves the product: over HTTP to a collector, and on the port of Prometheus.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class TelemetriaTests(AplicacaoFixture app, SimuladorDeTeste simulador) : IClassFixture<SimuladorDeTeste>
{
    private const string Segredo = "segredo-do-gancho-que-ninguem-ve";
    private const string Termo = "nome-de-um-cliente-que-ninguem-ve";
    private const string Numero = "+5511987654321";

    [Fact]
    public async Task Spans_of_a_call_arrive_with_their_organization_and_without_secrets_numbers_or_people()
    {
        await using var coletor = await ColetorFalso.IniciarAsync();
        await using var instancia = app.OutraInstancia(("Crm:Telemetria:Otlp", coletor.Raiz));
        var cena = await LigarAsync(instancia);

        Assert.True(instancia.Services.GetRequiredService<TracerProvider>().ForceFlush());
        Assert.True(instancia.Services.GetRequiredService<MeterProvider>().ForceFlush());

        Assert.All(
            ["oportunidades/{id:guid}", "ganchos/api4com/{organizacaoId:guid}/{segredo}", "trabalho processar-gancho", "update ligacoes", cena.Organizacao.Id.ToString()],
            texto => Assert.Contains(texto, coletor.Trechos, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("crm.ganchos.atraso", coletor.Medidas, StringComparison.Ordinal);
        Assert.DoesNotContain(cena.Organizacao.Id.ToString(), coletor.Medidas, StringComparison.Ordinal);
        NadaVazou(coletor.Trechos, cena);
        NadaVazou(coletor.Medidas, cena);
    }

    [Fact]
    public async Task Exception_of_the_database_leaves_its_code_and_not_what_somebody_typed()
    {
        await using var coletor = await ColetorFalso.IniciarAsync();
        await using var instancia = app.OutraInstancia(("Crm:Telemetria:Otlp", coletor.Raiz));
        await using var escopo = instancia.Services.CreateAsyncScope();
        var db = escopo.ServiceProvider.GetRequiredService<CrmDbContext>();

        await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlAsync($"select {Termo}::uuid"));
        Assert.True(instancia.Services.GetRequiredService<TracerProvider>().ForceFlush());

        Assert.Contains(PostgresErrorCodes.InvalidTextRepresentation, coletor.Trechos, StringComparison.Ordinal);
        Assert.DoesNotContain(Termo, coletor.Trechos, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prometheus_reads_at_an_address_of_its_own_and_nowhere_else()
    {
        await using var instancia = app.OutraInstancia(("Crm:Telemetria:Prometheus", "http://127.0.0.1:0"));
        using var cliente = Cliente(instancia);
        var porta = instancia.Services.GetRequiredService<PortaDasMedidas>();
        using var prometheus = new HttpClient();

        var medidas = await prometheus.GetStringAsync(porta.Endereco);
        Assert.Contains("crm_provedor_tokens_recusados", medidas, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await prometheus.GetAsync(new Uri(porta.Endereco.Replace("/metrics", "/health/ready", StringComparison.Ordinal)))).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await cliente.GetAsync("/metrics")).StatusCode);
        using var fingida = new HttpRequestMessage(HttpMethod.Get, "/metrics") { Headers = { Host = new Uri(porta.Endereco).Authority } };
        Assert.NotEqual(HttpStatusCode.OK, (await cliente.SendAsync(fingida)).StatusCode);
    }

    [Fact]
    public async Task Dashboard_and_alerts_name_only_what_the_product_exports()
    {
        await using var instancia = app.OutraInstancia(("Crm:Telemetria:Prometheus", "http://127.0.0.1:0"));
        await LigarAsync(instancia);
        using var prometheus = new HttpClient();

        var medidas = await prometheus.GetStringAsync(instancia.Services.GetRequiredService<PortaDasMedidas>().Endereco);

        var exportadas = MedidasExportadas.Ler(medidas);
        Assert.All(MedidasExportadas.Exigidas, nome => Assert.Contains(nome, exportadas));
        Assert.Empty(ArquivosDoOperador.MedidasDoPainel.Except(exportadas));
        Assert.Empty(ArquivosDoOperador.MedidasDosAlertas.Except(exportadas));
        Assert.DoesNotContain("organizacao=", medidas, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(BancoDeTestes.Senha, medidas, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Crm:Telemetria:Prometheus", "{porta}", "address already in use")]
    [InlineData("Crm:Telemetria:Prometheus", "http://127.0.0.1:9464/metrics", "must be an address without a path")]
    [InlineData("Crm:Telemetria:Otlp", "coletor", "must be an address like")]
    public async Task Address_that_cannot_be_used_refuses_the_start_in_a_sentence(string chave, string valor, string frase)
    {
        await using var coletor = await ColetorFalso.IniciarAsync();
        var configuracao = app.Configuracao((chave, valor.Replace("{porta}", coletor.Raiz, StringComparison.Ordinal)));

        var partida = await Executavel.ExecutarAsync(configuracao.AsEnumerable());

        Assert.Equal(78, partida.Codigo);
        Assert.Contains(frase, partida.Erro, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", partida.Erro + partida.Saida, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_alert_has_a_line_that_says_what_to_do()
    {
        var linhas = Repository.Read("docs/operations.md").Split('\n');
        Assert.NotEmpty(ArquivosDoOperador.Alertas);
        Assert.All(ArquivosDoOperador.Alertas, alerta => Assert.Contains(linhas, l => l.StartsWith($"| `{alerta}` | ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Without_an_address_nothing_is_set_up_and_nothing_is_measured()
    {
        Assert.Null(app.Services.GetService<MeterProvider>());
        Assert.Null(app.Services.GetService<TracerProvider>());
        Assert.Null(app.Services.GetService<PortaDasMedidas>());
        var ligadas = new List<string>();
        using var todas = new MeterListener();
        todas.InstrumentPublished = (instrumento, _) =>
        {
            if (instrumento.Meter.Name.StartsWith(SoOQuePodeSair.Nossas, StringComparison.Ordinal) && instrumento.Enabled)
            {
                ligadas.Add(instrumento.Name);
            }
        };
        todas.Start();
        Assert.Empty(ligadas);
    }

    /// <summary>A call from the click to what the provider says of it.</summary>
    private async Task<CenaDeLigacao> LigarAsync(WebApplicationFactory<CrmDbContext> instancia)
    {
        var cena = await CenaDeLigacao.CriarAsync(app, simulador.BaseUrl);
        await cena.ComGanchoAsync(Segredo);
        using var http = Cliente(instancia);
        using var cliente = new ClienteDeTeste(http, cena.Organizacao.Base);
        await cliente.EntrarAsync(cena.Pessoa.Email, PessoaDeTeste.Senha);
        await cliente.GetAsync($"/oportunidades/{cena.Oportunidade.Id}?termo={Termo}");
        await cliente.GetAsync("/telefonia/linha");
        await cliente.PostAsync("/telefonia/credenciais");
        var id = Guid.NewGuid();
        Assert.Equal(HttpStatusCode.Created, (await cliente.PostAsync("/ligacoes", new { id, numero = Numero, oportunidadeId = cena.Oportunidade.Id })).StatusCode);
        object[] eventos = [Fato("atendida"), Fato("encerrada")];
        Assert.Equal(HttpStatusCode.OK, (await cliente.PostAsync($"/ligacoes/{id}/eventos", new { eventos })).StatusCode);
        await cliente.PutAsync($"/ligacoes/{id}/notas", new { notas = Termo, versao = 1 });
        var aviso = new AvisoDaOperadora(DateTimeOffset.UtcNow) { Para = "011987654321", Atendida = 2, Tentativa = id };
        using var corpo = new StringContent(aviso.ParaJson(), Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.NoContent, (await http.PostAsync($"/ganchos/api4com/{cena.Organizacao.Id}/{Segredo}", corpo)).StatusCode);
        await cena.Organizacao.TrabalharAsync(instancia: instancia.Services);
        return cena;
    }

    private static object Fato(string tipo) => new { id = Guid.NewGuid(), tipo, em = DateTimeOffset.UtcNow };

    private static void NadaVazou(string exportado, CenaDeLigacao cena)
    {
        Assert.NotEmpty(exportado);
        string[] proibidos =
        [
            Segredo, Termo, "11987654321", "96000-0001", "960000001", SimuladorDeTeste.Token, "ramal-1001-aurora", PessoaDeTeste.Senha, BancoDeTestes.Senha,
            cena.Pessoa.Email, cena.Pessoa.Id.ToString(), cena.Oportunidade.Titulo, cena.Organizacao.Slug, "set local", "set_config",
        ];
        Assert.Empty(proibidos.Where(p => exportado.Contains(p, StringComparison.OrdinalIgnoreCase)));
    }

    private static HttpClient Cliente(WebApplicationFactory<CrmDbContext> instancia) =>
        instancia.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
}
