using System.Net;
using System.Net.Http.Json;
using CrmVoip.Domain;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Telefonia.Conexoes;

[Collection(AplicacaoFixture.Colecao)]
public sealed class DesconectarTests(AplicacaoFixture app, SimuladorDeTeste simulador) : IClassFixture<SimuladorDeTeste>
{
    /// <summary>An account no other test here connects to: the provider keeps one webhook for all calls.</summary>
    private const string TokenSo = "simulador-token-boreal";

    private const string Caminho = "/conexoes/api4com/desconectar";

    [Fact]
    public async Task Question_says_what_stops_and_what_stays()
    {
        var (admin, vendedor) = await ConectadaAsync();
        using var cliente = await admin.EntrarAsync();

        var pagina = await cliente.PaginaAsync(Caminho);

        Assert.Contains("Ninguém da organização consegue mais ligar", pagina.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("continuam", pagina.Body.TextContent, StringComparison.Ordinal);
        using var outro = await vendedor.EntrarAsync();
        Assert.NotEqual(HttpStatusCode.OK, (await outro.GetAsync(Caminho)).StatusCode);
        Assert.NotEqual(HttpStatusCode.Redirect, (await outro.FormAsync(Caminho)).StatusCode);
    }

    [Fact]
    public async Task Secrets_and_what_was_revealed_are_erased_and_calls_and_ramais_stay()
    {
        var (admin, vendedor) = await ConectadaAsync();
        await vendedor.ComRamalAsync("1001", "ramal-1001-aurora", SimuladorDeTeste.Dominio);
        var id = await EmCursoAsync(vendedor);
        using var cliente = await admin.EntrarAsync();

        Assert.Equal(HttpStatusCode.Redirect, (await cliente.FormAsync(Caminho)).StatusCode);

        var salva = await admin.Organizacao.ComDbAsync(db => db.Integracoes.AsNoTracking().SingleAsync());
        Assert.Equal(StatusDaIntegracao.NaoConectada, salva.Status);
        Assert.All([salva.AccessToken, salva.TokenFinal, salva.WebhookSegredo, salva.SipDomain, salva.WssUrl, salva.TurnSenha, salva.TurnUsuario], Assert.Null);
        Assert.Equal(EstadoDoGancho.NaoRegistrado, salva.Gancho);
        Assert.Equal(1, await admin.Organizacao.ComDbAsync(db => db.AuditLog.CountAsync(a => a.Acao == Acoes.ConexaoDesfeita && a.UsuarioId == admin.Id)));
        Assert.Equal(1, await admin.Organizacao.ComDbAsync(db => db.RamaisVoip.CountAsync(), como: vendedor));
        Assert.Equal(StatusDaLigacao.EmAndamento, (await admin.Organizacao.ComDbAsync(db => db.Ligacoes.SingleAsync(l => l.Id == id))).Status);
        Assert.Contains("Não conectada", (await cliente.PaginaAsync("/conexoes")).Body!.TextContent, StringComparison.Ordinal);

        using var dele = await vendedor.EntrarAsync();
        Assert.Equal(HttpStatusCode.NoContent, (await dele.PostAsync($"/ligacoes/{id}/batimento")).StatusCode);
        Assert.Equal("nao_conectado", (await ClienteDeTeste.LerAsync(await dele.PostAsync("/telefonia/credenciais"))).GetProperty("codigo").GetString());
    }

    [Fact]
    public async Task Our_webhook_is_taken_back_and_the_others_are_left_alone()
    {
        const string alheia = "https://outro-crm.example/gancho";
        using var http = new HttpClient();
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", TokenSo);
        await http.PatchAsJsonAsync($"{simulador.BaseUrl}/integrations", new { gateway = "kommo", webhook = true, metadata = new { webhookUrl = alheia } });
        var (admin, _) = await ConectadaAsync(TokenSo);
        using var cliente = await admin.EntrarAsync();
        Assert.Contains($"/ganchos/api4com/{admin.Organizacao.Id}", await http.GetStringAsync($"{simulador.BaseUrl}/integrations"), StringComparison.Ordinal);

        await cliente.FormAsync(Caminho);

        var restam = await http.GetStringAsync($"{simulador.BaseUrl}/integrations");
        Assert.DoesNotContain("/ganchos/api4com/", restam, StringComparison.Ordinal);
        Assert.Contains(alheia, restam, StringComparison.Ordinal);

        await ConectarAsync(cliente, TokenSo);
        Assert.Equal(EstadoDoGancho.Completo, (await admin.Organizacao.ComDbAsync(db => db.Integracoes.AsNoTracking().SingleAsync())).Gancho);
    }

    [Fact]
    public async Task Provider_that_is_down_keeps_nobody_connected()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        await organizacao.ConectarAsync();
        var admin = await organizacao.PessoaAsync(Papel.Administrador);
        using var cliente = await admin.EntrarAsync();

        Assert.Equal(HttpStatusCode.Redirect, (await cliente.FormAsync(Caminho)).StatusCode);

        Assert.Null((await organizacao.ComDbAsync(db => db.Integracoes.AsNoTracking().SingleAsync())).AccessToken);
    }

    private static async Task<Guid> EmCursoAsync(PessoaDeTeste pessoa)
    {
        using var cliente = await pessoa.EntrarAsync();
        var id = Guid.NewGuid();
        Assert.Equal(HttpStatusCode.Created, (await cliente.PostAsync("/ligacoes", new { id, numero = "+5511960000001" })).StatusCode);
        return id;
    }

    private Task<HttpResponseMessage> ConectarAsync(ClienteDeTeste cliente, string token) =>
        cliente.FormAsync("/conexoes/api4com", ("Token", token), ("BaseUrl", simulador.BaseUrl));

    private async Task<(PessoaDeTeste Admin, PessoaDeTeste Vendedor)> ConectadaAsync(string token = SimuladorDeTeste.Token)
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        var admin = await organizacao.PessoaAsync(Papel.Administrador);
        using var cliente = await admin.EntrarAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await ConectarAsync(cliente, token)).StatusCode);
        return (admin, await organizacao.PessoaAsync());
    }
}
