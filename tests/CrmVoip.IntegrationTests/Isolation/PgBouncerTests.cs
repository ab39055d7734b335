using System.Globalization;
using System.Net;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.AspNetCore.Mvc.Testing;
using Npgsql;
using Xunit.Abstractions;

namespace CrmVoip.IntegrationTests.Isolation;

/// <summary>The same walls where connections are shared after every transaction: PgBouncer, transaction mode, three connections.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class PgBouncerTests(AplicacaoFixture app, SimuladorDeTeste simulador, ITestOutputHelper saida) : IClassFixture<SimuladorDeTeste>
{
    private const int PedidosPorOrganizacao = 150;
    private const int AoMesmoTempo = 12;
    private const int FormulariosEnviados = 10;
    private static readonly string[] _emUso = ["sv_active", "sv_idle", "sv_used"];

    [Fact]
    public async Task Two_organizations_at_once_through_three_shared_connections_see_their_own_alone()
    {
        await using var bouncer = await PgBouncer.IniciarAsync(app.Banco);
        using var a = await Cenario.CriarAsync(app, simulador);
        using var b = await Cenario.CriarAsync(app, simulador);
        await using var produto = app.OutraInstancia(
            ("ConnectionStrings:Crm", bouncer.Por(app.Banco.Crm)), ("ConnectionStrings:Contas", bouncer.Por(app.Banco.Contas)));
        using var deA = await EntrarAsync(produto, a);
        using var deB = await EntrarAsync(produto, b);

        var pedidos = Enumerable.Range(0, PedidosPorOrganizacao).SelectMany(i => new[] { (i, deA, a, b), (i, deB, b, a) });
        await Parallel.ForEachAsync(pedidos, new ParallelOptions { MaxDegreeOfParallelism = AoMesmoTempo }, async (pedido, ct) =>
        {
            var (i, cliente, meu, alheio) = pedido;
            var caminho = Caminho(i, meu);
            var resposta = await cliente.GetAsync(caminho);
            var texto = await resposta.Content.ReadAsStringAsync(ct);
            Assert.True(resposta.StatusCode == HttpStatusCode.OK, $"{caminho} answered {(int)resposta.StatusCode} behind PgBouncer.");
            Assert.Contains(meu.Marca, texto, StringComparison.Ordinal);
            Assert.DoesNotContain(alheio.Marca, texto, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await cliente.GetAsync(Caminho(1, alheio))).StatusCode);
        });

        await ProvarQuePassouAsync(bouncer, minimo: PedidosPorOrganizacao * 4);
    }

    [Fact]
    public async Task Form_sent_through_it_is_kept_and_kept_apart()
    {
        await using var bouncer = await PgBouncer.IniciarAsync(app.Banco);
        using var a = await Cenario.CriarAsync(app, simulador);
        using var b = await Cenario.CriarAsync(app, simulador);
        await using var produto = app.OutraInstancia(
            ("ConnectionStrings:Crm", bouncer.Por(app.Banco.Crm)), ("ConnectionStrings:Contas", bouncer.Por(app.Banco.Contas)));
        using var deA = await EntrarAsync(produto, a);
        var antes = await app.Banco.ImpressaoAsync(b.Organizacao.Id);

        for (var i = 0; i < FormulariosEnviados; i++)
        {
            var resposta = await deA.FormAsync(
                "/oportunidades/criar",
                ("Titulo", $"Nova {i}"),
                ("ContatoId", $"{a.Oportunidade.ContatoId}"),
                ("ResponsavelId", $"{a.Pessoa.Id}"),
                ("EtapaId", $"{a.Oportunidade.EtapaId}"));
            Assert.Equal(HttpStatusCode.Redirect, resposta.StatusCode);
        }

        var criadas = await app.Banco.LerAsync($"select count(*) from oportunidades where organizacao_id = '{a.Organizacao.Id}' and titulo like 'Nova %'");
        Assert.Equal((long)FormulariosEnviados, criadas[0][0]);
        Assert.Equal(antes, await app.Banco.ImpressaoAsync(b.Organizacao.Id));
    }

    [Fact]
    public async Task No_statement_of_one_organization_reaches_a_row_of_another_through_it()
    {
        await using var bouncer = await PgBouncer.IniciarAsync(app.Banco);
        using var a = await Cenario.CriarAsync(app, simulador);
        using var b = await Cenario.CriarAsync(app, simulador);
        var antes = await app.Banco.ImpressaoAsync(b.Organizacao.Id);

        var (furos, tentativas) = await ParedesDeSql.TentarAsync(app.Banco, bouncer.Por(app.Banco.Crm), a, b);

        Assert.Empty(furos);
        Assert.Equal(antes, await app.Banco.ImpressaoAsync(b.Organizacao.Id));
        await ProvarQuePassouAsync(bouncer, minimo: tentativas);
    }

    /// <summary>The control of these tests: a setting of the session does leak here, and they would see it.</summary>
    [Fact]
    public async Task Setting_of_a_session_would_reach_the_next_client()
    {
        await using var bouncer = await PgBouncer.IniciarAsync(app.Banco);
        using var b = await Cenario.CriarAsync(app, simulador);
        var conexao = bouncer.Por(app.Banco.Crm) + ";Pooling=false";
        await using (var primeira = new NpgsqlConnection(conexao))
        {
            await primeira.OpenAsync();
            await using var comando = new NpgsqlCommand($"select set_config('app.organizacao_id', '{b.Organizacao.Id}', false)", primeira);
            await comando.ExecuteNonQueryAsync();
        }

        await using var segunda = new NpgsqlConnection(conexao);
        await segunda.OpenAsync();
        await using var contar = new NpgsqlCommand("select count(*) from oportunidades", segunda);
        Assert.Equal(1L, await contar.ExecuteScalarAsync());
    }

    private static string Caminho(int i, Cenario cenario) => (i % 3) switch
    {
        0 => "/oportunidades",
        1 => $"/oportunidades/{cenario.Oportunidade.Id}",
        _ => $"/oportunidades/{cenario.Oportunidade.Id}/ligacoes",
    };

    private static async Task<ClienteDeTeste> EntrarAsync(WebApplicationFactory<Data.CrmDbContext> produto, Cenario cenario)
    {
        var http = produto.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        var cliente = new ClienteDeTeste(http, cenario.Organizacao.Base);
        await cliente.EntrarAsync(cenario.Pessoa.Email, PessoaDeTeste.Senha);
        return cliente;
    }

    private async Task ProvarQuePassouAsync(PgBouncer bouncer, int minimo)
    {
        var banco = new NpgsqlConnectionStringBuilder(app.Banco.Crm).Database;
        var piscina = Assert.Single(await bouncer.MostrarAsync("POOLS"), p => p["database"] == banco && p["user"] == "crm_app");
        Assert.Equal("transaction", piscina["pool_mode"]);
        var servidores = _emUso.Sum(c => Numero(piscina[c]));
        Assert.InRange(servidores, 1, PgBouncer.Largura);
        var transacoes = Numero((await bouncer.MostrarAsync("STATS")).Single(s => s["database"] == banco)["total_xact_count"]);
        saida.WriteLine($"PgBouncer, {piscina["pool_mode"]} mode: {transacoes} transactions of {piscina["cl_active"]}+ clients over {servidores} connections.");
        Assert.True(transacoes >= minimo, $"Only {transacoes} transactions went through PgBouncer.");
    }

    private static long Numero(string texto) => long.Parse(texto, CultureInfo.InvariantCulture);
}
