using System.Diagnostics;
using System.Net;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.AspNetCore.Mvc.Testing;
using Npgsql;
using Xunit.Abstractions;

namespace CrmVoip.IntegrationTests.Hosting;

/// <summary>A database that is there and answers nothing: whoever waits is told within five seconds; one that only takes long is waited for.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class BancoParadoTests(AplicacaoFixture app, ITestOutputHelper saida)
{
    // Five seconds; the rest is what a busy machine may add, and less than any limit of Npgsql that would end it otherwise.
    private static readonly TimeSpan _prazo = TimeSpan.FromSeconds(8);

    [Fact]
    public async Task First_requests_on_connections_that_lie_in_the_pools_are_told_so()
    {
        await using var ponte = Ponte.Para(app.Banco);
        await using var instancia = app.OutraInstancia(ponte.Conexoes(app.Banco));
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync(Papel.Administrador);
        using var cliente = await pessoa.EntrarAsync(instancia);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => cliente.GetAsync("/oportunidades")));
        using var estranho = Estranho(instancia);

        ponte.Congelar();

        await Task.WhenAll(
            ForaAsync("board", () => cliente.GetAsync("/oportunidades")),
            ForaAsync("form", () => cliente.Http.PostAsync(
                pessoa.Organizacao.Base + "/telefonia/credenciais", new StringContent("{}"))),
            ForaAsync("webhook", () => estranho.PostAsync($"/ganchos/api4com/{Guid.NewGuid()}/segredo", new StringContent("{}"))));
    }

    [Theory]
    [InlineData("/oportunidades", "oportunidades")]
    [InlineData("/conexoes", "integracoes")]
    public async Task Statement_that_is_frozen_half_way_is_given_up(string caminho, string tabela)
    {
        await using var ponte = Ponte.Para(app.Banco);
        await using var instancia = app.OutraInstancia(ponte.Conexoes(app.Banco));
        using var cliente = await (await (await app.CriarOrganizacaoAsync()).PessoaAsync(Papel.Administrador)).EntrarAsync(instancia);
        await cliente.GetAsync(caminho);
        await using var tranca = await TrancarAsync(tabela);
        var pedido = ForaAsync(caminho, () => cliente.GetAsync(caminho));
        await EsperandoAsync();

        ponte.Congelar();

        await pedido;
    }

    [Fact]
    public async Task Write_that_is_frozen_at_its_commit_is_given_up_and_may_be_there()
    {
        await using var ponte = Ponte.Para(app.Banco);
        await using var instancia = app.OutraInstancia(ponte.Conexoes(app.Banco));
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync(Papel.Administrador);
        using var cliente = await pessoa.EntrarAsync(instancia);
        await cliente.GetAsync("/conexoes");
        await cliente.FormAsync("/conexoes/api4com/desconectar");
        await using var tranca = await TrancarAsync("audit_log");
        await pessoa.Organizacao.ConectarAsync();
        var pedido = ForaAsync("write", () => cliente.FormAsync("/conexoes/api4com/desconectar"));
        await EsperandoAsync();

        ponte.Congelar();

        await pedido;
    }

    [Fact]
    public async Task Statement_that_takes_long_on_a_database_at_work_is_waited_for()
    {
        await using var instancia = app.OutraInstancia();
        using var cliente = await (await (await app.CriarOrganizacaoAsync()).PessoaAsync(Papel.Administrador)).EntrarAsync(instancia);
        var tranca = await TrancarAsync("oportunidades");
        var pedido = cliente.GetAsync("/oportunidades");
        await Task.WhenAny(pedido, Task.Delay(TimeSpan.FromSeconds(6)));
        Assert.False(pedido.IsCompleted);

        await tranca.DisposeAsync();

        Assert.Equal(HttpStatusCode.OK, (await pedido).StatusCode);
    }

    private static HttpClient Estranho(WebApplicationFactory<CrmDbContext> instancia) => instancia.CreateClient(new() { AllowAutoRedirect = false });

    private async Task ForaAsync(string oque, Func<Task<HttpResponseMessage>> pedir)
    {
        var inicio = Stopwatch.GetTimestamp();
        using var resposta = await pedir();
        var levou = Stopwatch.GetElapsedTime(inicio);
        saida.WriteLine($"{oque}: {(int)resposta.StatusCode} after {levou.TotalSeconds:0.0} s");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, resposta.StatusCode);
        Assert.True(resposta.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        Assert.InRange(levou, TimeSpan.Zero, _prazo);
    }

    /// <summary>What anybody asks of that table waits until this is disposed of.</summary>
    private async Task<NpgsqlConnection> TrancarAsync(string tabela)
    {
        var conexao = new NpgsqlConnection(app.Banco.Superusuario + ";Pooling=false");
        await conexao.OpenAsync();
        await using var comando = new NpgsqlCommand($"begin; lock table {tabela} in access exclusive mode", conexao);
        await comando.ExecuteNonQueryAsync();
        return conexao;
    }

    private async Task EsperandoAsync()
    {
        await using var fonte = NpgsqlDataSource.Create(app.Banco.Superusuario);
        await using var comando = fonte.CreateCommand("select count(*) from pg_stat_activity where datname = current_database() and usename = 'crm_app' and wait_event_type = 'Lock'");
        while ((long)(await comando.ExecuteScalarAsync())! == 0)
        {
            await Task.Delay(20);
        }
    }
}
